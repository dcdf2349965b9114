"""Pult, the order desk of a counter; every room of the program is a package in here."""

__version__ = "0.1.0"
