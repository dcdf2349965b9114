"""What is shown when the till cannot work at all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Shape, Theme
from app.ui.widgets import Label, ShapeMark, Sheet


class FatalPage(Sheet):
    """A full-window stop: what happened, whether the orders are safe, what to do. Thread: gui."""

    def __init__(
        self, theme: Theme, head: str, lines: tuple[str, ...], details: str, parent: QWidget
    ) -> None:
        """Make the page over the whole of `parent`."""
        super().__init__(theme, "surface", parent=parent)
        self.setAccessibleName(head)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        margin = theme.px(32)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addStretch(1)
        column.addWidget(ShapeMark(theme, Shape.BAD, 96), 0, centre)
        column.addSpacing(theme.px(8))
        column.addWidget(Label(theme, head, "title", wrap=True, align=centre))
        for line in lines:
            column.addWidget(Label(theme, line, "body_medium", "ink2", wrap=True, align=centre))
        text = self.tr("Details: {text}").format(text=details)
        column.addWidget(Label(theme, text, "body", "ink2", wrap=True, align=centre))
        column.addStretch(1)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
