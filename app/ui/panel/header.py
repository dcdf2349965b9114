"""The head of the panel: the number, its state, its age, Close; below, how it was ordered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.panel.fit_label import FitLabel
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Age, AgeLabel, Chip, Kind
from app.ui.widgets.age import age_width
from app.ui.wording.order import StateChip

_ROW = 60
_TOP = 10
_SIDE = 20
_CLOSE = 52
_GAP = 12
_RIGHT = 8
_SHRINKS = 42  # to this size before the state goes to a row of its own


_WIDEST_CALM = Age(88)


@dataclass(frozen=True, slots=True)
class ShortAge(Age):
    """An age without the word "Late", whose ground alone says it. Thread: any."""

    @property
    def words(self) -> str:
        """Return what was waited."""
        return self.waited


class VendorTile(QWidget):
    """The grey tile with the vendor's initial; decoration. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty tile."""
        super().__init__(parent)
        self._theme = theme
        self._initial = ""

    def show_initial(self, initial: str) -> None:
        """Show the first letter of a vendor's name."""
        self._initial = initial
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.ink3))
        painter.drawRoundedRect(QRectF(self.rect()), theme.real(5), theme.real(5))
        painter.setPen(QColor(theme.tokens.surface))
        painter.setFont(theme.font("small_strong", px=13))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initial)
        painter.end()


class PanelHeader(QWidget):
    """Number, state, age and Close on one row, or on two where the number is long.

    Thread: gui. Signals: `close_pressed`.
    """

    close_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self._theme = theme
        self.number = FitLabel(theme, "number_xl", most=48, least=28, parent=self)
        self.chip = Chip(theme, parent=self)
        self.age = AgeLabel(theme, Age(0))
        self.age.setParent(self)
        self._age: Age | None = None
        self._shown: tuple[str, bool, str, str] | None = None
        self._chip: StateChip | None = None
        self.close_button = ActionButton(
            theme, "", Kind.GHOST, icon="close", height=_CLOSE, name=self.tr("Close"), parent=self
        )
        self.close_button.acted.connect(self.close_pressed)
        self._tile = VendorTile(theme, self)
        self.line = Sentence(theme, "", "body", "ink2", parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_number(self, number: str, *, struck: bool, initial: str, line: str) -> None:
        """Show whose order it is."""
        shown = (number, struck, initial, line)
        if shown == self._shown:
            return
        self._shown = shown
        self.number.show_text(number, ink="bad_text" if struck else "ink", struck=struck)
        self._tile.show_initial(initial)
        self.line.say_plainly(line)
        self._renew()

    def show_state(self, chip: StateChip, age: Age | None) -> None:
        """Show where it stands and how long it has waited there."""
        self.show_age(age)
        if chip != self._chip:
            self._chip = chip
            self.chip.show_mark(chip.text, chip.kind, chip.icon)
            self._renew()

    def show_age(self, age: Age | None) -> None:
        """Show another age."""
        width, had_age = self.age.sizeHint().width(), self._age is not None
        self._age = age
        self._show_fitting_age(self.width())
        if self.age.sizeHint().width() != width or had_age != (age is not None):
            self._renew()

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`."""
        return self._place(width, apply=False)

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), self._theme.px(320))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(0, self._theme.px(_TOP + _ROW + 30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._show_fitting_age(self.width())
        self._place(self.width(), apply=True)

    def _renew(self) -> None:
        self.updateGeometry()
        self._show_fitting_age(self.width())
        self._place(self.width(), apply=True)

    def _room(self, width: int) -> int:
        px = self._theme.px
        return width - px(_RIGHT) - px(_CLOSE) - px(_SIDE)

    def _fits(self, width: int, age: int) -> bool:
        """Tell whether one row holds number, state and an age so wide."""
        least = self.number.natural_width() * _SHRINKS // 48
        return least + self._theme.px(_GAP) + self._beside(age) <= self._room(width)

    def _beside(self, age: int) -> int:
        return self.chip.sizeHint().width() + (age + self._theme.px(_GAP + 6) if age else 0)

    def _is_one_row(self, width: int) -> bool:
        """Tell whether one row is enough: the minutes, and Late, never change the answer."""
        has_age = self._age is not None
        return self._fits(width, age_width(self._theme, _WIDEST_CALM) if has_age else 0)

    def _show_fitting_age(self, width: int) -> None:
        """Leave out the word "Late" where it would push the number away."""
        age = self._age
        if age is None:
            self.age.show_age(None)
            return
        is_short = self._is_one_row(width) and not self._fits(width, age_width(self._theme, age))
        self.age.show_age(ShortAge(age.minutes, age.limit) if is_short else age)
        self.age.setAccessibleName(age.words)

    def _place(self, width: int, *, apply: bool) -> int:
        px = self._theme.px
        left = px(_SIDE)
        room = self._room(width)
        beside = self._beside(self.age.sizeHint().width() if self._age is not None else 0)
        one_row = self._is_one_row(width)
        number = self.number.natural_width()
        number = min(number, room - px(_GAP) - beside) if one_row else number
        row = QRect(left, px(_TOP), room, px(_ROW))
        second = row if one_row else row.translated(0, px(_ROW - 8))
        if apply:
            self._place_rows(row, second, number if one_row else room, one_row=one_row)
        bottom = second.bottom() + 1 - (0 if one_row else px(10))
        text = width - left - px(_SIDE) - px(28)
        high = self.line.heightForWidth(text)
        if apply:
            tile = px(20)
            line = round(self.line.minimumSizeHint().height())
            self._tile.setGeometry(left, bottom + (line - tile) // 2, tile, tile)
            self.line.setGeometry(left + px(28), bottom, text, high)
        return bottom + high + px(6)

    def _place_rows(self, row: QRect, second: QRect, number: int, *, one_row: bool) -> None:
        px = self._theme.px
        chip, age = self.chip.sizeHint(), self.age.sizeHint()
        middle = second.center().y()
        left = row.left() + (number + px(_GAP) if one_row else 0)
        close = px(_CLOSE)
        self.number.setGeometry(row.left(), row.top(), number, row.height())
        self.chip.setGeometry(left, middle - chip.height() // 2, chip.width(), chip.height())
        if one_row:
            x = row.right() - age.width() - px(6)
        else:
            x = self.chip.geometry().right() + px(_GAP)
        self.age.setGeometry(x, middle - age.height() // 2, age.width(), age.height())
        top = row.center().y() - close // 2
        self.close_button.setGeometry(row.right() + 1, top, close, close)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._renew()
        self.update()
