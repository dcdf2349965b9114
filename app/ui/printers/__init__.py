"""Printers in Settings: their pages, the search for more, and what stands on slips."""
