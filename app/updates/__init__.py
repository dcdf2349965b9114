"""Looks for a newer Pult at an address of the settings, and fetches it; installs nothing."""
