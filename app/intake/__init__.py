"""The HTTP listener through which vendors call us."""
