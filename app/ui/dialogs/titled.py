"""A caption with what belongs to it, shown and hidden together."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import Label


class Titled(QWidget):
    """A small caption above one widget. Thread: gui."""

    def __init__(self, theme: Theme, caption: str, content: QWidget) -> None:
        """Put `caption` above `content`."""
        super().__init__()
        self.caption = Label(theme, caption, "body", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.caption)
        column.addWidget(content)
