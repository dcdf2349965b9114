"""Sounds: the alarm for new orders and one tone for each scan; a flash where none can be heard."""
