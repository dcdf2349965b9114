"""The connected systems: one file or folder for each, and the HTTP client they share."""
