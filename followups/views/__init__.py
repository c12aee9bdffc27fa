"""The pages of occurrences: the list everybody reads, one occurrence, and the desk of those who act."""
