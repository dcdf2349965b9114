"""Pult, the order desk of a counter; every room of the program is a package in here."""

__version__ = "0.1.0"
__made__ = "2026-11-01"
"""The day of this version, as the changelog dates it once it is released; it travels with the code,
since the dates of installed files are those of whoever built, copied or unpacked them."""
