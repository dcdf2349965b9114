"""The catalogue on the screen: its list in Settings, one product's dialog, import and export."""
