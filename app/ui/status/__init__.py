"""What stands below the board: banners, kept scans, message strip and lamps, and their dialogs."""
