"""What the screens to be looked at are made of."""

from collections.abc import Callable

from app.ui.main_window import MainWindow
from app.ui.relay import Relay

Scene = Callable[[MainWindow, Relay], object]
"""Plays on a window with a day on its board until what it is called is seen."""
