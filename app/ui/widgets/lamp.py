"""Lamps: one per vendor, printer and scanner, along the bottom of the board."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Shape, Theme
from app.ui.widgets.bounce import LAST_LIFT
from app.ui.widgets.sheet import Group

_TONES = {Shape.BAD: "bad", Shape.WARN: "warn", Shape.UNCONFIRMED: "warn"}


@dataclass(frozen=True, slots=True)
class LampState:
    """What one lamp shows: the thing's name, its state in one word or two, and its shape.

    `age` is how long ago it was last heard of ("4 s"); it is the accessible description. `note` is
    shown quietly behind the word where there is room.
    """

    key: str
    name: str
    word: str
    shape: Shape
    age: str = ""
    note: str = ""

    @property
    def is_well(self) -> bool:
        """Tell whether there is nothing to see to."""
        return self.shape in (Shape.OK, Shape.READY)


class Lamp(QLabel):
    """One lamp; a label called "Cheers: connected" that opens what is known at a tap.

    Thread: gui. Signals: `pressed(key)`.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, state: LampState, parent: QWidget | None = None) -> None:
        """Make a lamp in `state`."""
        super().__init__(parent)
        self._theme = theme
        self._is_down = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._state = state
        self.show_state(state)

    @property
    def state(self) -> LampState:
        """Return what is shown."""
        return self._state

    def show_state(self, state: LampState) -> None:
        """Show another state."""
        self._state = state
        words = f"{state.name}: {state.word}" if state.name else state.word
        if self.text() != words:
            self.setText(words)
        if self.accessibleDescription() != state.age:
            self.setAccessibleDescription(state.age)
        self.updateGeometry()
        self.update()

    def wanted_width(self, *, with_age: bool) -> int:
        """Return the width in screen px that name, word and perhaps age want."""
        theme = self._theme
        top = QFontMetricsF(theme.font("mark")).horizontalAdvance(self._state.name)
        if with_age and self._state.age:
            small = QFontMetricsF(theme.font("small_tabular"))
            top += theme.real(6) + small.horizontalAdvance(self._state.age)
        below = QFontMetricsF(theme.font("small")).horizontalAdvance(self._state.word)
        return round(max(top, below) + theme.real(38 + 12)) + 2

    def sizeHint(self) -> QSize:
        """Return the size with the age."""
        return QSize(self.wanted_width(with_age=True), self._theme.px(56))

    def minimumSizeHint(self) -> QSize:
        """Return the least target."""
        return QSize(self._theme.px(48), self._theme.px(48))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the press at once."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._is_down = is_left and not LAST_LIFT.bounced_onto(self, event, self._theme)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open on release inside."""
        LAST_LIFT.note(self, event)
        was_down, self._is_down = self._is_down, False
        self.update()
        if was_down and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._state.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._state.key)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape, name with age, and word."""
        theme, tokens, state = self._theme, self._theme.tokens, self._state
        tone = _TONES.get(state.shape)
        painter = QPainter(self)
        ground = tokens.press if self._is_down else tokens.surface
        if tone is not None and not self._is_down:
            ground = str(getattr(tokens, f"{tone}_pale"))
        painter.fillRect(self.rect(), QColor(ground))
        size = theme.real(20)
        mark = QRectF(theme.px(10), (self.height() - size) / 2, size, size)
        theme.paint_shape(painter, mark, state.shape)
        loud = str(getattr(tokens, f"{tone}_text")) if tone is not None else tokens.ink
        quiet = loud if tone is not None else tokens.ink3
        if state.name:
            self._paint_two_lines(painter, loud, quiet)
        else:
            self._paint_line(painter, 0, self.height(), "mark", state.word, loud)
        painter.end()

    def _paint_two_lines(self, painter: QPainter, loud: str, quiet: str) -> None:
        theme, state = self._theme, self._state
        middle = self.height() / 2
        line = theme.real(19)
        end = self._paint_line(painter, middle - line, line, "mark", state.name, loud)
        left = end + theme.real(6)
        age = QFontMetricsF(theme.font("small_tabular")).horizontalAdvance(state.age)
        if state.age and left + age <= self.width() - theme.real(6):
            self._paint_line(
                painter, middle - line, line, "small_tabular", state.age, quiet, left=left
            )
        end = self._paint_line(painter, middle, line, "small", state.word, quiet)
        note = f" · {state.note}"
        wide = QFontMetricsF(theme.font("small")).horizontalAdvance(note)
        if state.note and end + wide <= self.width() - theme.real(6):
            self._paint_line(painter, middle, line, "small", note, quiet, left=end)

    def _paint_line(
        self,
        painter: QPainter,
        top: float,
        height: float,
        style: str,
        text: str,
        colour: str,
        *,
        left: float | None = None,
    ) -> float:
        start = self._theme.real(38) if left is None else left
        font = self._theme.font(style)
        metrics = QFontMetricsF(font)
        room = max(0.0, self.width() - start - self._theme.real(4))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(start, top, room + 2, height), flags, shown)
        return start + metrics.horizontalAdvance(shown)


class LampBar(Group):
    """All lamps in one row with equal gaps; a group called "Status".

    Thread: gui. Signals: `lamp_pressed(key)`; key is "" for the lamp that stands for all.
    """

    lamp_pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(theme, "", "surface", ("top",), parent=parent)
        self.setAccessibleName(self.tr("Status"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lamps: dict[str, Lamp] = {}
        self._folds = False
        self._all = Lamp(theme, LampState("", "", "", Shape.OK), self)
        self._all.pressed.connect(self.lamp_pressed)
        self._all.hide()
        self._on_theme_changed()

    def lamps(self) -> list[Lamp]:
        """Return the lamps in their order."""
        return list(self._lamps.values())

    def set_folds(self, folds: bool) -> None:
        """Fold the healthy lamps ("All 7 connected and ready") also where all would have room."""
        self._folds = folds
        self._place()

    def show_lamps(self, states: Sequence[LampState]) -> None:
        """Show these lamps in this order; a lamp whose key stays is changed in place."""
        kept = {state.key: self._lamps.pop(state.key, None) for state in states}
        for gone in self._lamps.values():
            gone.hide()
            gone.deleteLater()
        self._lamps = {}
        for state in states:
            lamp = kept[state.key]
            if lamp is None:
                lamp = Lamp(self._theme, state, self)
                lamp.pressed.connect(self.lamp_pressed)
                lamp.show()
            elif lamp.state != state:
                lamp.show_state(state)
            self._lamps[state.key] = lamp
        self._place()

    def sizeHint(self) -> QSize:
        """Return the row's height."""
        return QSize(self._theme.px(320), self._theme.px(56))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the lamps anew."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairlines between lamps."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = QColor(self._theme.tokens.line)
        for lamp in self._shown()[1:]:
            painter.fillRect(lamp.x() - 1, 0, 1, self.height(), line)
        painter.end()

    def _shown(self) -> list[Lamp]:
        lamps = list(self._lamps.values())
        ill = [lamp for lamp in lamps if not lamp.state.is_well]
        if len(lamps) - len(ill) < 2 or not (self._folds or self._lack_room(lamps)):
            return lamps
        return [self._all, *ill]

    def _lack_room(self, lamps: list[Lamp]) -> bool:
        """Whether their words, which say what is broken, would be cut beside each other."""
        return sum(lamp.wanted_width(with_age=False) for lamp in lamps) > self.width()

    def _place(self) -> None:
        shown = self._shown()
        self._all.setVisible(self._all in shown)
        if self._all in shown:
            self._say_all(len(self._lamps) - len(shown) + 1, len(shown) == 1)
        for lamp in self._lamps.values():
            if lamp not in shown:
                # Out of sight but not hidden: assistive technology still finds every lamp.
                lamp.setGeometry(0, self.height() - 1, 1, 1)
                lamp.lower()
        left = 0
        for lamp, wide in zip(shown, self._widths(shown), strict=True):
            lamp.setGeometry(left, 1, wide - 1, self.height() - 1)
            left += wide
        self.update()

    def _widths(self, lamps: list[Lamp]) -> list[int]:
        if not lamps:
            return []
        for with_age in (True, False):
            wanted = [lamp.wanted_width(with_age=with_age) for lamp in lamps]
            spare = self.width() - sum(wanted)
            if spare >= 0:
                break
        if lamps[0] is self._all:
            return [wanted[0] + max(0, spare), *wanted[1:]]
        share = spare // len(lamps)
        widths = [max(self._theme.px(48), wide + share) for wide in wanted]
        widths[-1] += max(0, self.width() - sum(widths))
        return widths

    def _say_all(self, count: int, everything: bool) -> None:
        words = (
            self.tr("All %n connected and ready", n=count)
            if everything
            else self.tr("%n ready", n=count)
        )
        self._all.show_state(LampState("", "", words, Shape.OK))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(56))
        self._place()
