"""Danish dates, sorting and wording as plain Python: no Django, no clock, no I/O."""
