"""The command line: one file per command, each ending in an exit code."""
