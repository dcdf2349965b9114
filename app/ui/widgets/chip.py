"""Chips: the small marks that say what is up with an order; painted on cards and as widgets."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Shape, Theme, Tokens

CHIP_HEIGHT = 28


class ChipKind(Enum):
    """How urgent a mark is and how sure; dashed means not confirmed."""

    PLAIN = "plain"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    DASHED = "dashed"
    BAD = "bad"
    BAD_SOLID = "bad_solid"
    MONEY = "money"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class _Look:
    ground: str | None
    text: str
    border: str | None = None
    width: float = 1.0
    dashed: bool = False


_LOOKS: dict[ChipKind, Callable[[Tokens], _Look]] = {
    ChipKind.PLAIN: lambda t: _Look(t.sunken, t.ink2, t.line),
    ChipKind.ACCENT: lambda t: _Look(t.accent_pale, t.accent_text),
    ChipKind.OK: lambda t: _Look(t.ok_pale, t.ok_text),
    ChipKind.WARN: lambda t: _Look(t.warn_pale, t.warn_text),
    ChipKind.DASHED: lambda t: _Look(t.surface, t.warn_text, t.warn_text, 1.5, True),
    ChipKind.BAD: lambda t: _Look(t.bad_pale, t.bad_text, t.bad, 1.0),
    ChipKind.BAD_SOLID: lambda t: _Look(t.bad, t.on_bad),
    ChipKind.MONEY: lambda t: _Look(t.money, t.on_money),
    ChipKind.TAG: lambda t: _Look(t.press, t.ink),
}
_SOLID = {ChipKind.BAD_SOLID, ChipKind.MONEY}
_ICON = 18
_GAP = 7
_PADDING = 8


def chip_width(theme: Theme, text: str, *, has_icon: bool) -> int:
    """Return the width in screen px that a chip wants."""
    wide = QFontMetricsF(theme.font("mark")).horizontalAdvance(text)
    icon = (_ICON + _GAP if text else _ICON) if has_icon else 0
    return round(wide + theme.real(2 * _PADDING + icon)) + 2


def paint_chip(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    kind: ChipKind,
    text: str,
    icon: str | Shape | None = None,
) -> None:
    """Paint a chip into `rect`; text that does not fit ends in "…"."""
    look = _LOOKS[kind](theme.tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, rect, theme, look)
    left = rect.left() + theme.real(_PADDING) + 1
    if icon is not None:
        left = _paint_icon(painter, rect, left, theme, kind, icon, look.text)
    font = theme.font("mark")
    room = rect.right() - theme.real(_PADDING) + 2 - left
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
    painter.setFont(font)
    painter.setPen(QColor(look.text))
    where = QRectF(left, rect.top(), max(0.0, room) + 2, rect.height())
    painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()


def _paint_ground(painter: QPainter, rect: QRectF, theme: Theme, look: _Look) -> None:
    painter.setBrush(QColor(look.ground) if look.ground else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    inset = 0.0
    if look.border is not None:
        width = theme.real(look.width)
        pen = QPen(QColor(look.border), width)
        if look.dashed:
            pen.setDashPattern([3.4, 2.2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        inset = width / 2
    radius = theme.real(7) - inset
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def _paint_icon(
    painter: QPainter,
    rect: QRectF,
    left: float,
    theme: Theme,
    kind: ChipKind,
    icon: str | Shape,
    colour: str,
) -> float:
    size = theme.real(_ICON)
    box = QRectF(round(left), round(rect.center().y() - size / 2), size, size)
    if isinstance(icon, str):
        theme.paint_icon(painter, box, icon, colour)
    elif icon is Shape.NEW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.accent))
        radius = theme.real(4)
        painter.drawEllipse(QPointF(left + radius, rect.center().y()), radius, radius)
        return left + 2 * radius + theme.real(_GAP) + 1
    elif kind in _SOLID:
        ground = _LOOKS[kind](theme.tokens).ground
        theme.paint_shape(painter, box, icon, fill=colour, mark=ground)
    else:
        theme.paint_shape(painter, box, icon)
    return left + size + theme.real(_GAP)


class Chip(QLabel):
    """A chip as a widget; not a target, and its text is its accessible name.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: ChipKind = ChipKind.PLAIN,
        icon: str | Shape | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Make a chip with an icon's name or a state shape before its text."""
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self._on_theme_changed)

    def show_mark(
        self, text: str, kind: ChipKind = ChipKind.PLAIN, icon: str | Shape | None = None
    ) -> None:
        """Show another mark."""
        self._kind = kind
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size the whole text wants."""
        wide = chip_width(self._theme, self.text(), has_icon=self._icon is not None)
        return QSize(wide, self._theme.px(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: room for the icon and a few letters."""
        return QSize(min(self.sizeHint().width(), self._theme.px(56)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_chip(painter, rect, self._theme, self._kind, self.text(), self._icon)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
