"""The board: three columns of order cards."""
