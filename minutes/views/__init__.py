"""The pages of the import: upload, review beside the original, and the steps a secretary takes."""
