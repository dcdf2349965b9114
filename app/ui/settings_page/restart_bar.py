"""The bar that stands over Settings while something holds only once Pult was started again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Label, ShapeMark, Sheet


class RestartBar(Sheet):
    """Thread: gui. Signals: `wanted` once, when staff have Pult start again."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make the bar, hidden."""
        super().__init__(theme, "warn_pale", ("bottom",))
        px = theme.px
        said = self.tr(
            "Saved. Some of it holds once Pult is started again. That takes a few seconds; orders"
            " are kept."
        )
        self.button = ActionButton(theme, self.tr("Restart now"), icon="retry", height=56)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(24), px(8))
        row.setSpacing(px(16))
        row.addWidget(ShapeMark(theme, Shape.WARN, 32))
        row.addWidget(Label(theme, said, "body_medium", "warn_text", wrap=True), 1)
        row.addWidget(self.button)
        self.button.acted.connect(self._on_acted)
        self.hide()

    @Slot()
    def _on_acted(self) -> None:
        self.button.start_flight(self.tr("Restarting…"))
        self.wanted.emit()
