"""The band that says how much change to give, or how much is missing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.dialogs.tally import Tally
from app.ui.panel.fit_label import FitLabel
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.figures import amount
from app.usecases.desk import Shop


class ChangeBand(QWidget):
    """Change on a green ground, what is missing on a red one, with Take part beside it.

    Thread: gui. Signals: `part_pressed`.
    """

    part_pressed = Signal()

    def __init__(self, theme: Theme, shop: Shop, parent: QWidget | None = None) -> None:
        """Make an empty band."""
        super().__init__(parent)
        self._theme = theme
        self._shop = shop
        self._ground = "sunken"
        self._high, self._most = 76, 44
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label = Label(theme, "", "body_strong")
        self.value = FitLabel(theme, "change", most=44, least=20, align=Qt.AlignmentFlag.AlignRight)
        # All the band's height: a line of letters reaches below the figures.
        self.value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.part = ActionButton(theme, self.tr("Take part"), Kind.PLAIN, height=56)
        self.part.acted.connect(self.part_pressed)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.label)
        self._words.addWidget(self.value, 1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.part)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def set_compact(self, compact: bool) -> None:
        """Be lower where there is little room."""
        self._high = 56 if compact else 76
        self._on_restyled()

    def put_into_foot(self) -> None:
        """Stand as high as a dialog's foot, with the words above the amount."""
        self._high, self._most = 72, 30
        self._words.setDirection(QBoxLayout.Direction.TopToBottom)
        self._on_restyled()

    def show_tally(self, tally: Tally) -> None:
        """Say what the tally comes to."""
        self.part.setVisible(tally.can_take_part)
        if tally.missing:
            missing = amount(tally.missing, self._shop)
            self._say(
                "bad_pale", "bad_text", "", self.tr("{amount} missing").format(amount=missing)
            )
        elif tally.change:
            change = amount(tally.change, self._shop)
            self._say("ok_pale", "ok_text", self.tr("Give change"), change)
        else:
            self._say("sunken", "ink2", self.tr("No change to give"), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme.tokens, self._ground)))
        painter.drawRoundedRect(QRectF(self.rect()), theme.real(8), theme.real(8))
        painter.end()

    def _say(self, ground: str, ink: str, label: str, value: str) -> None:
        self._ground = ground
        self.label.setText(label)
        self.label.setVisible(bool(label))
        self.label.set_ink(ink)
        if label:
            side = Qt.AlignmentFlag.AlignRight
            if self._words.direction() is QBoxLayout.Direction.TopToBottom:
                side = Qt.AlignmentFlag.AlignLeft
            self.value.set_most(self._most, side)
        else:
            self.value.set_most(30, Qt.AlignmentFlag.AlignLeft)
        self.value.show_text(value, ink=ink)
        self.value.setVisible(bool(value))
        self.update()

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        stacked = self._words.direction() is QBoxLayout.Direction.TopToBottom
        above = px(6) if stacked else 0
        self._row.setContentsMargins(px(12 if stacked else 20), above, px(12), above)
        self._row.setSpacing(px(12))
        self._words.setSpacing(0 if stacked else px(12))
        self.setFixedHeight(px(self._high))
        self.update()
