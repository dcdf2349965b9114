"""The rules of the counter: orders, money, slips, scans, errors; pure, without I/O, clock or Qt."""
