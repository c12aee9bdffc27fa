"""Papers as values, and what sets them in type: PDF, Word. Pure: no Django, no clock; each word and row is handed in."""
