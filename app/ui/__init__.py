"""The window: screens, widgets and their theme."""
