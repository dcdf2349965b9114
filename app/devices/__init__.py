"""What stands on the counter: printers and scanners, one file per kind."""
