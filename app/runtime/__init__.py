"""What runs while the till is open: lanes, pumps, polls, scan loops, lamps and their shutdown."""
