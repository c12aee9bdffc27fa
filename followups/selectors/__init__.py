"""Fetching what waits, in a fixed number of queries whatever the number of rows. Every row passes `visible_to`."""
