"""What a scan is answered with: the whole window for a moment, or a band over a dialog."""
