"""A button that shows what is chosen of a short list, and opens the list below itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind


class ChoiceList(QWidget):
    """The open list: a sheet over the page, no window of its own; a tap beside it closes it.

    Thread: gui. Signals: `chosen(key)`, `closed`.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, label: str, choices: Mapping[str, str], chosen: str, over: QWidget
    ) -> None:
        """Make the list over the page `over`; `label` says what is chosen."""
        super().__init__(over)
        self._theme = theme
        self._over = over
        self.setAccessibleName(label)
        self._keys: dict[ActionButton, str] = {}
        pad = theme.px(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(2))
        for key, text in choices.items():
            row = ActionButton(
                theme,
                text,
                Kind.GHOST,
                height=48,
                name=self.tr("Choose {choice}").format(choice=text),
            )
            row.set_selected(key == chosen)
            row.acted.connect(self._on_acted)
            self._keys[row] = key
            column.addWidget(row)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def open_below(self, button: QWidget) -> None:
        """Lie below `button`, inside the page."""
        over = self._over
        self.adjustSize()
        wide = max(self.sizeHint().width(), button.width())
        corner = button.mapTo(over, QPoint(0, button.height() + self._theme.px(4)))
        left = min(corner.x(), over.width() - wide)
        high = min(self.sizeHint().height(), over.height() - corner.y())
        self.setGeometry(left, corner.y(), wide, high)
        self.show()
        self.raise_()
        next(iter(self._keys)).setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a tap elsewhere and on Esc; the tap does nothing else."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget):
                self.close_list()
                return True
        return isinstance(event, QKeyEvent) and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            self.close_list()
            return True
        return False

    def close_list(self) -> None:
        """Close and choose nothing."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.edge))
        painter.setBrush(QColor(self._theme.tokens.surface))
        radius = self._theme.real(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    @Slot()
    def _on_acted(self) -> None:
        sender = self.sender()
        if isinstance(sender, ActionButton):
            self.close_list()
            self.chosen.emit(self._keys[sender])


class ChoiceButton(ActionButton):
    """Shows the choice made; a press opens the list.

    Thread: gui. Signals: `picked(key)` when another was chosen.
    """

    picked = Signal(str)

    def __init__(
        self, theme: Theme, label: str, choices: Mapping[str, str], chosen: str, page: QWidget
    ) -> None:
        """Make a button over `choices`, texts by key; the list opens over `page`.

        `label` says what is chosen; with the choice it is the accessible name, so that no choice is
        named like a move.
        """
        name = f"{label}: {choices[chosen]}"
        super().__init__(
            theme,
            choices[chosen],
            Kind.PLAIN,
            icon="chevron-down",
            icon_after=True,
            height=48,
            name=name,
        )
        self._label = label
        self._choices = choices
        self._page = page
        self.key = chosen
        self.acted.connect(self._on_open)

    def pick(self, key: str) -> None:
        """Choose; `picked` is emitted only when it is another."""
        if key != self.key:
            self.key = key
            text = self._choices[key]
            self.set_words(text, name=f"{self._label}: {text}")
            self.picked.emit(key)

    def _padding(self) -> int:
        return 12  # four of them stand in a row, in every language

    @Slot()
    def _on_open(self) -> None:
        choices = ChoiceList(self._theme, self._label, self._choices, self.key, self._page)
        choices.chosen.connect(self._on_chosen)
        choices.open_below(self)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.pick(key)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
