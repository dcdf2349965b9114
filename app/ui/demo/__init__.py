"""The demo's own window: the slips that were printed, and a scanner to scan them with."""

from app.ui.demo.slips_window import DemoWindow

__all__ = ["DemoWindow"]
