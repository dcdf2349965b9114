"""What can be done at the counter: one verb per file, with all decisions and all transactions."""
