"""What is asked for, promised and heard, in the API."""
