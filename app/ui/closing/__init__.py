"""Closing: what is still open, the shift of this till, and what a day came to."""
