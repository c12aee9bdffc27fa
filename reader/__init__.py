"""Documents into facts: reads files, finds their items and obligations, and checks what they say. Plain Python, no Django.

`reader.pipeline.understand` does all of it, `reader.sandbox` does it in a process of its own, `reader.format` writes the facts as JSON.
"""
