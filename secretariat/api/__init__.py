"""`/api/`: the register for machines, read-only, as whoever asks may see it. `/api/docs/` tells people how."""
