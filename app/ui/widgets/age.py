"""How long an order waits: a pie that fills as the limit runs out, and the minutes in words."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Theme

LATE_SOON_SHARE = 0.8
AGE_HEIGHT = 30
_PIE = 18
_GAP = 7
_PADDING = 10


class Urgency(Enum):
    """How much of the limit has run out."""

    CALM = "calm"
    LATE_SOON = "late_soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Age:
    """Whole minutes waited, and the limit in minutes (None: no limit, the pie stays empty).

    Thread: any.
    """

    minutes: int
    limit: float | None = None

    @property
    def share(self) -> float:
        """Return how much of the limit has run out, 0 to 1."""
        if not self.limit:
            return 0.0
        return min(1.0, max(0.0, self.minutes / self.limit))

    @property
    def urgency(self) -> Urgency:
        """Return calm, late soon (from 80 % of the limit) or late."""
        if not self.limit or self.share < LATE_SOON_SHARE:
            return Urgency.CALM
        return Urgency.LATE if self.minutes >= self.limit else Urgency.LATE_SOON

    @property
    def waited(self) -> str:
        """Return "now", "6 min" or, past two hours, "3 h"."""
        if self.minutes < 1:
            return QCoreApplication.translate("Age", "now")
        if self.minutes < 120:
            return QCoreApplication.translate("Age", "{minutes} min").format(minutes=self.minutes)
        hours = self.minutes // 60
        if hours < 48:
            return QCoreApplication.translate("Age", "{hours} h").format(hours=hours)
        return QCoreApplication.translate("Age", "{days} d").format(days=hours // 24)

    @property
    def words(self) -> str:
        """Return what stands beside the pie."""
        if self.urgency is Urgency.LATE:
            return QCoreApplication.translate("Age", "Late · {waited}").format(waited=self.waited)
        return self.waited


def age_width(theme: Theme, age: Age) -> int:
    """Return the width in screen px that the age wants."""
    style = "age" if age.urgency is Urgency.CALM else "amount"
    wide = QFontMetricsF(theme.font(style)).horizontalAdvance(age.words)
    padding = 0 if age.urgency is Urgency.CALM else 2 * _PADDING
    return round(wide + theme.real(_PIE + _GAP + padding)) + 1


def paint_age(painter: QPainter, rect: QRectF, theme: Theme, age: Age) -> None:
    """Paint the age at the right of `rect`, in the height of `rect`."""
    tokens = theme.tokens
    ground, ink = {
        Urgency.CALM: (None, tokens.ink2),
        Urgency.LATE_SOON: (tokens.warn_pale, tokens.warn_text),
        Urgency.LATE: (tokens.bad, tokens.on_bad),
    }[age.urgency]
    box = QRectF(rect)
    box.setLeft(rect.right() - age_width(theme, age))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = box.left()
    if ground is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, theme.real(8), theme.real(8))
        left += theme.real(_PADDING)
    size = theme.real(_PIE)
    middle = QPointF(left + size / 2, box.center().y())
    _paint_pie(painter, middle, theme, age.share, ink if ground else tokens.ink3)
    painter.setPen(QColor(ink))
    painter.setFont(theme.font("age" if ground is None else "amount"))
    text = QRectF(left + size + theme.real(_GAP), box.top(), box.width(), box.height())
    painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, age.words)
    painter.restore()


def _paint_pie(painter: QPainter, middle: QPointF, theme: Theme, share: float, colour: str) -> None:
    ring = theme.real(7.7)
    painter.setPen(QPen(QColor(colour), theme.real(1.6)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, ring, ring)
    radius = theme.real(5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    if share >= 1:
        painter.drawEllipse(middle, radius, radius)
        return
    pie = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawPie(pie, 90 * 16, -round(max(share, 0.04) * 360 * 16))


class AgeLabel(QLabel):
    """The age as a widget (panel header); its text is its accessible name.

    Thread: gui.
    """

    def __init__(self, theme: Theme, age: Age | None = None, parent: QWidget | None = None) -> None:
        """Make an age display, hidden while there is no age."""
        super().__init__(parent)
        self._theme = theme
        self._age = age or Age(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_age(age)
        theme.changed.connect(self._on_theme_changed)

    def show_age(self, age: Age | None) -> None:
        """Show another age; nothing moves when words and pie stay the same."""
        self.setVisible(age is not None)
        if age is None or (age == self._age and self.text()):
            return
        self._age = age
        self.setText(age.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of pie and words."""
        return QSize(age_width(self._theme, self._age), self._theme.px(AGE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same size: an age is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint pie and words."""
        painter = QPainter(self)
        paint_age(painter, QRectF(self.rect()), self._theme, self._age)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
