"""Hearings, follow-ups and planned treatments in the API."""
