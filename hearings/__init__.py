"""Hearings (høringer): the room for consultations, their parties, deadlines and answers.

It stands above `meetings` and below `minutes`; see docs/architecture.md.
"""
