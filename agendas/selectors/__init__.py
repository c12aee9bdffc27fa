"""Fetching what the pages of an agenda show, in a fixed number of queries. Every row passes `visible_to`."""
