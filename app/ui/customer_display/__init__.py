"""The screen that customers look at: which numbers are being prepared, which are ready."""
