"""The state shapes: every state has its own outline, so that the board also works in grey."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.ui.theme.tokens import Tokens


class Shape(Enum):
    """What a state looks like, from a lamp of 14 px to a scan answer of 248."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    UNCONFIRMED = "unconfirmed"
    READY = "ready"
    PAUSED = "paused"
    LEFT = "left"
    NEW = "new"
    CLOCK = "clock"
    CARD = "card"
    BAG = "bag"


_Inks = tuple[str, str, str | None]
_ROLES: dict[Shape, Callable[[Tokens], _Inks]] = {
    Shape.OK: lambda t: (t.ok, t.on_ok, None),
    Shape.WARN: lambda t: (t.warn, t.on_warn, None if t.is_dark else t.warn_text),
    Shape.BAD: lambda t: (t.bad, t.on_bad, None),
    Shape.UNCONFIRMED: lambda t: (t.warn, t.on_warn, None if t.is_dark else t.warn_text),
    Shape.READY: lambda t: (t.ink3, t.ink3, None),
    Shape.PAUSED: lambda t: (t.ink3, t.ink3, None),
    Shape.LEFT: lambda t: (t.ink3, t.ink3, None),
    Shape.NEW: lambda t: (t.accent, t.on_accent, None),
    Shape.CLOCK: lambda t: (t.ink2, t.surface, None),
    Shape.CARD: lambda t: (t.accent, t.on_accent, None),
    Shape.BAG: lambda t: (t.accent, t.on_accent, None),
}
_CHECK = ((7.4, 12.4), (10.7, 15.7), (16.7, 8.9))
_CROSS = (((8.7, 8.7), (15.3, 15.3)), ((15.3, 8.7), (8.7, 15.3)))


def paint_shape(
    painter: QPainter,
    rect: QRectF,
    shape: Shape,
    tokens: Tokens,
    *,
    fill: str | None = None,
    mark: str | None = None,
) -> None:
    """Paint `shape` into the square `rect`.

    `fill` and `mark` replace the state's own colours where the ground already has
    them (a scan answer, a solid chip); the amber outline is left out then.
    """
    own_fill, own_mark, outline = _ROLES[shape](tokens)
    if fill is not None:
        outline = None
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    _DRAWN[shape](painter, fill or own_fill, mark or own_mark)
    if outline is not None:
        _outline(painter, shape, outline, 1.5 * 24 / rect.width())
    painter.restore()


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _line(painter: QPainter, points: tuple[tuple[float, float], ...], pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(points))


def _solid(painter: QPainter, path: QPainterPath, fill: str, rounding: float = 1.4) -> None:
    painter.setPen(_pen(fill, rounding))
    painter.setBrush(QColor(fill))
    painter.drawPath(path)


def _closed(points: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(_polygon(points))
    path.closeSubpath()
    return path


_TRIANGLE = _closed(((12, 3.4), (22, 20.2), (2, 20.2)))
_DIAMOND = _closed(((12, 1.6), (22.4, 12), (12, 22.4), (1.6, 12)))
_OCTAGON = _closed(
    tuple(
        (12 + x, 12 + y)
        for x, y in (
            *((-3.95, -9.5), (3.95, -9.5), (9.5, -3.95), (9.5, 3.95)),
            *((3.95, 9.5), (-3.95, 9.5), (-9.5, 3.95), (-9.5, -3.95)),
        )
    )
)


def _outline(painter: QPainter, shape: Shape, colour: str, width: float) -> None:
    painter.setPen(_pen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_TRIANGLE if shape is Shape.WARN else _DIAMOND)


def _disc(painter: QPainter, colour: str, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QPointF(12, 12), radius, radius)


def _ring(painter: QPainter, colour: str) -> None:
    painter.setPen(_pen(colour, 1.9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(12, 12), 9.6, 9.6)


def _dot(painter: QPainter, colour: str, x: float, y: float, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _ok(painter: QPainter, fill: str, mark: str) -> None:
    _disc(painter, fill, 10.5)
    _line(painter, _CHECK, _pen(mark, 2.5))


def _warn(painter: QPainter, fill: str, mark: str) -> None:
    _solid(painter, _TRIANGLE, fill)
    _line(painter, ((12, 9.4), (12, 13.9)), _pen(mark, 2.3))
    _dot(painter, mark, 12, 17.5, 1.35)


def _bad(painter: QPainter, fill: str, mark: str) -> None:
    _solid(painter, _OCTAGON, fill)
    for stroke in _CROSS:
        _line(painter, stroke, _pen(mark, 2.5))


def _unconfirmed(painter: QPainter, fill: str, mark: str) -> None:
    _solid(painter, _DIAMOND, fill)
    curve = QPainterPath(QPointF(9.4, 9.6))
    curve.cubicTo(9.4, 6.3, 14.6, 6.3, 14.6, 9.6)
    curve.cubicTo(14.6, 11.7, 12, 11.7, 12, 13.7)
    painter.setPen(_pen(mark, 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(curve)
    _dot(painter, mark, 12, 17.2, 1.35)


def _ready(painter: QPainter, fill: str, mark: str) -> None:
    _ring(painter, fill)
    _line(painter, ((8.2, 12.3), (11, 15), (15.9, 9.6)), _pen(mark, 1.9))


def _paused(painter: QPainter, fill: str, mark: str) -> None:
    _ring(painter, fill)
    _line(painter, ((9.8, 8.8), (9.8, 15.2)), _pen(mark, 2))
    _line(painter, ((14.2, 8.8), (14.2, 15.2)), _pen(mark, 2))


def _left(painter: QPainter, fill: str, mark: str) -> None:
    _ring(painter, fill)
    _line(painter, ((8.2, 12), (15.8, 12)), _pen(mark, 2))


def _new(painter: QPainter, fill: str, mark: str) -> None:
    _disc(painter, fill, 7.2)


def _clock(painter: QPainter, fill: str, mark: str) -> None:
    _disc(painter, fill, 10.5)
    _line(painter, ((12, 6.6), (12, 12), (15.6, 14.4)), _pen(mark, 2.5))


def _card(painter: QPainter, fill: str, mark: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(1.5, 4, 21, 16), 2.6, 2.6)
    painter.fillRect(QRectF(1.5, 8.2, 21, 2.6), QColor(mark))
    painter.fillRect(QRectF(5.4, 14.2, 5, 2.4), QColor(mark))


def _bag(painter: QPainter, fill: str, mark: str) -> None:
    _solid(painter, _closed(((4.6, 8.6), (19.4, 8.6), (20.8, 21.4), (3.2, 21.4))), fill)
    handle = QPainterPath(QPointF(8.4, 12))
    handle.lineTo(8.4, 6.4)
    handle.cubicTo(8.4, 1.4, 15.6, 1.4, 15.6, 6.4)
    handle.lineTo(15.6, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(fill, 2))
    painter.drawPath(handle)
    _line(painter, ((8.4, 10.6), (8.4, 12.6)), _pen(mark, 2))
    _line(painter, ((15.6, 10.6), (15.6, 12.6)), _pen(mark, 2))


_DRAWN: dict[Shape, Callable[[QPainter, str, str], None]] = {
    Shape.OK: _ok,
    Shape.WARN: _warn,
    Shape.BAD: _bad,
    Shape.UNCONFIRMED: _unconfirmed,
    Shape.READY: _ready,
    Shape.PAUSED: _paused,
    Shape.LEFT: _left,
    Shape.NEW: _new,
    Shape.CLOCK: _clock,
    Shape.CARD: _card,
    Shape.BAG: _bag,
}
