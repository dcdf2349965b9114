"""The settings file, secrets and their validation; imports nothing here, for a quick start."""
