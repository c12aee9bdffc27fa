"""Agendas, minutes and extracts of them on paper: as PDF, as Word and to be printed."""
