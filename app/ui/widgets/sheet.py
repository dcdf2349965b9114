"""Grounds with hairlines, and named groups for assistive technology."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QWidget

from app.ui.theme import Theme, Tokens


def paint_ground(
    painter: QPainter,
    rect: QRectF,
    tokens: Tokens,
    ground: str,
    edges: Iterable[tuple[str, str, int]],
) -> None:
    """Fill `rect` with a role and draw edges given as (side, role, px)."""
    painter.fillRect(rect, QColor(getattr(tokens, ground)))
    for side, role, width in edges:
        across = rect.width() if side in ("top", "bottom") else width
        down = rect.height() if side in ("left", "right") else width
        x = rect.right() - width if side == "right" else rect.left()
        y = rect.bottom() - width if side == "bottom" else rect.top()
        painter.fillRect(QRectF(x, y, across, down), QColor(getattr(tokens, role)))


class Sheet(QWidget):
    """A plain ground of one colour role with hairlines on the named sides.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        ground: str = "surface",
        lines: Iterable[str] = (),
        *,
        radius: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make a ground; `lines` are sides: left, top, right, bottom.

        With a `radius` (design px) it is a box: the lines are left out.
        """
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._radius = radius
        self._edges: list[tuple[str, str, int]] = [(side, "line", 1) for side in lines]
        theme.changed.connect(self._on_theme_changed)

    def set_ground(self, ground: str, edges: Iterable[tuple[str, str, int]] | None = None) -> None:
        """Change the role of the ground, and the edges as (side, role, px)."""
        self._ground = ground
        if edges is not None:
            self._edges = list(edges)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and lines."""
        painter = QPainter(self)
        if self._radius:
            radius = self._theme.real(self._radius)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(self._theme.tokens, self._ground)))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
            painter.end()
            return
        paint_ground(painter, QRectF(self.rect()), self._theme.tokens, self._ground, self._edges)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class Group(QGroupBox):
    """A group with an accessible name and, unlike a group box, no frame or title.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        ground: str | None = None,
        lines: Iterable[str] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Make a group called `name`, on `ground` when given."""
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._edges: list[tuple[str, str, int]] = [(side, "line", 1) for side in lines]
        self.setAccessibleName(name)
        self.setFlat(True)
        self.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._on_theme_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground alone: the name is for assistive technology."""
        if self._ground is None:
            return
        painter = QPainter(self)
        paint_ground(painter, QRectF(self.rect()), self._theme.tokens, self._ground, self._edges)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
