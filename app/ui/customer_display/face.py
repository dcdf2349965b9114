"""What customers see: one widget that paints all numbers, so that sixty cost as much as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.domain.display_words import DISPLAY_WORDS, DisplayWords
from app.ui.customer_display.choices import DisplayChoices
from app.ui.customer_display.colours import DisplayColours, colours_of
from app.ui.customer_display.numbers import CalledNumber, DisplayedNumbers
from app.ui.customer_display.places import Cell, Places, place
from app.ui.theme import DARK, Shape, paint_shape, styled_font
from app.ui.wording.marked import translate

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_INSET = 40
_USUAL = 6  # letters of a number


class DisplayFace(QWidget):
    """Paints the numbers; has no controls, takes neither focus nor taps, and nothing moves on it.

    Thread: gui.
    """

    def __init__(self, choices: DisplayChoices, parent: QWidget | None = None) -> None:
        """Make a face that shows nothing yet."""
        super().__init__(parent)
        self._shown = DisplayedNumbers()
        self._clock = ""
        self._logo = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("CustomerDisplay", "Customer display"))
        self.choose(choices)

    @property
    def shown(self) -> DisplayedNumbers:
        """Return what is seen."""
        return self._shown

    def choose(self, choices: DisplayChoices) -> None:
        """Look by other choices from now on; the logo comes by `show_logo`."""
        self._choices = choices
        self._colours: DisplayColours = colours_of(choices)
        self._words: list[DisplayWords] = [DISPLAY_WORDS[each] for each in choices.languages]
        self.update()

    def show_numbers(self, shown: DisplayedNumbers) -> None:
        """Show these; costs nothing where they are the same."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleDescription(_read_aloud(shown))
        self.update()

    def show_clock(self, clock: str) -> None:
        """Show the shop's time."""
        if clock != self._clock:
            self._clock = clock
            self.update()

    def show_logo(self, logo: QImage) -> None:
        """Show the shop's logo; an empty picture for none."""
        self._logo = logo
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the demo's window, which leaves cards and slips in sight."""
        return QSize(560, 315)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything."""
        colours = self._colours
        with_side = self._choices.show_preparing
        places = place(self._shown, self.width(), self.height(), with_side=with_side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(colours.ground))
        painter.fillRect(places.side, QColor(colours.side))
        if with_side:
            heads = [words.preparing for words in self._words]
            self._paint_heads(painter, places, places.side_head, heads)
            self._paint_listed(painter, places)
        right = self._paint_shop(painter, places)
        head = places.main_head.adjusted(0, 0, -right, 0)
        self._paint_heads(painter, places, head, [words.ready for words in self._words])
        self._paint_ready(painter, places)
        self._paint_waiting(painter, places)
        painter.end()

    # --- heads ------------------------------------------------------------------------------------

    def _paint_heads(
        self, painter: QPainter, places: Places, room: QRectF, heads: Sequence[str]
    ) -> None:
        unit = places.unit
        styles = (("headline", 52, self._colours.ink, 56), ("lead", 34, self._colours.ink2, 118))
        for head, (style, size, ink, top) in zip(heads, styles, strict=False):
            line = QRectF(room.left(), room.top() + unit * top, room.width(), unit * size * 1.25)
            font = _fitted(head, style, unit * size, line.width())
            _write(painter, line, head, font, ink, _LEFT)

    def _paint_shop(self, painter: QPainter, places: Places) -> float:
        """Paint logo, shop and time at the right; return how much room they take."""
        unit, head = places.unit, places.main_head
        taken = 0.0
        if not self._logo.isNull():
            box = QRectF(head.right() - unit * 260, head.top() + unit * 52, unit * 260, unit * 104)
            logo = _inside(self._logo, box, _RIGHT)
            painter.drawImage(logo, self._logo)
            taken = logo.width() + unit * 24
        wide = unit * 420
        line = QRectF(head.right() - taken - wide, head.top() + unit * 62, wide, unit * 44)
        font = styled_font("body_strong", px=unit * 34)
        name = QFontMetricsF(font).elidedText(self._choices.name, Qt.TextElideMode.ElideRight, wide)
        _write(painter, line, name, font, self._colours.ink, _RIGHT)
        clock = styled_font("clock", px=unit * 34)
        clock.setWeight(QFont.Weight.Normal)
        _write(
            painter, line.translated(0, unit * 56), self._clock, clock, self._colours.ink2, _RIGHT
        )
        named = QFontMetricsF(font).horizontalAdvance(name)
        return taken + max(named, unit * 100) + unit * 24

    def _paint_waiting(self, painter: QPainter, places: Places) -> None:
        minutes = self._shown.waiting
        if minutes is None:
            return
        unit, colours = places.unit, self._colours
        top = places.waiting.bottom() - unit * (48 * len(self._words))
        for row, words in enumerate(self._words):
            line = QRectF(
                places.waiting.left(), top + unit * 48 * row, places.waiting.width(), unit * 40
            )
            plain = styled_font("body", px=unit * 30)
            said = f"{words.waiting} "
            figure = words.minutes.format(minutes=minutes)
            _write(painter, line, said, plain, colours.ink2, _LEFT)
            line.setLeft(line.left() + QFontMetricsF(plain).horizontalAdvance(said))
            strong = styled_font("body_strong" if not row else "body", px=unit * 30)
            _write(painter, line, figure, strong, colours.ink if not row else colours.ink2, _LEFT)

    # --- numbers ----------------------------------------------------------------------------------

    def _paint_listed(self, painter: QPainter, places: Places) -> None:
        if not places.listed:
            return
        texts = [_text(cell) for cell in places.listed]
        wide = min(cell.rect.width() for cell in places.listed)
        common = _fitted_to_longest(texts, "title", places.letters, wide)
        for cell, text in zip(places.listed, texts, strict=True):
            ink = self._colours.ink if cell.called else self._colours.ink2
            font = _fitted(text, "title", common.pixelSize(), wide)
            self._paint_number(painter, places, cell.rect, text, cell.called, font, ink)

    def _paint_ready(self, painter: QPainter, places: Places) -> None:
        newest = self._shown.newest
        if newest is not None:
            self._paint_hero(painter, places, newest)
        if not self._shown.all_ready:
            self._paint_idle(painter, places)
        if not places.boxes:
            return
        unit = places.unit
        box = places.boxes[0].rect
        texts = [_text(cell) for cell in places.boxes]
        has_vendors = any(cell.called and cell.called.vendor for cell in places.boxes)
        inset = min(unit * _INSET, box.width() * 0.08)
        letters = box.height() * (0.5 if has_vendors else 0.63)
        wide = box.width() - 2 * inset
        common = _fitted_to_longest(texts, "display", letters, wide)
        for cell, text in zip(places.boxes, texts, strict=True):
            font = _fitted(text, "display", common.pixelSize(), wide)
            self._paint_box(painter, places, cell, text, font, inset)

    def _paint_box(
        self,
        painter: QPainter,
        places: Places,
        cell: Cell,
        text: str,
        font: QFont,
        inset: float,
    ) -> None:
        unit, colours = places.unit, self._colours
        room = cell.rect.adjusted(inset, 0, -inset, 0)
        if cell.called is None:
            self._paint_number(painter, places, room, text, None, font, colours.ink2)
            return
        solid = cell.called.fresh
        painter.setPen(QPen(QColor(colours.ready), unit * 3))
        painter.setBrush(QColor(colours.ready if solid else colours.side))
        half = unit * 1.5
        radius = unit * 20
        painter.drawRoundedRect(cell.rect.adjusted(half, half, -half, -half), radius, radius)
        ink = colours.on_ready if solid else colours.ready_text
        self._paint_number(painter, places, room, text, cell.called, font, ink)

    def _paint_hero(self, painter: QPainter, places: Places, newest: CalledNumber) -> None:
        unit, hero, colours = places.unit, places.hero, self._colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ready))
        painter.drawRoundedRect(hero, unit * 24, unit * 24)
        disc = unit * 124
        mark = QRectF(hero.right() - unit * 56 - disc, hero.center().y() - disc / 2, disc, disc)
        paint_shape(painter, mark, Shape.OK, DARK, fill=colours.on_ready, mark=colours.ready)
        room = hero.adjusted(unit * 56, 0, -unit * 112 - disc, 0)
        font = _fitted(newest.number, "display", hero.height() * 0.75, room.width())
        self._paint_number(painter, places, room, newest.number, newest, font, colours.on_ready)

    def _paint_number(
        self,
        painter: QPainter,
        places: Places,
        room: QRectF,
        text: str,
        called: CalledNumber | None,
        font: QFont,
        ink: str,
    ) -> None:
        """Write a number in the middle of its place, its vendor small below."""
        if called is None or not called.vendor:
            _write(painter, room, text, font, ink, _LEFT)
            return
        size = max(places.unit * 24, min(places.unit * 44, font.pixelSize() * 0.3))
        small = _fitted(called.vendor, "body_strong", size, room.width())
        high = QFontMetricsF(font).capHeight()
        top = room.center().y() - (high + size * 1.7) / 2
        number = QRectF(room.left(), top - high, room.width(), 3 * high)
        _write(painter, number, text, font, ink, _LEFT)
        below = QRectF(room.left(), top + high + size * 0.4, room.width(), size * 1.3)
        _write(painter, below, called.vendor, small, ink, _LEFT)

    def _paint_idle(self, painter: QPainter, places: Places) -> None:
        """Show the shop where nothing is ready."""
        room = places.main.adjusted(0, places.main_head.height(), 0, 0)
        if not self._logo.isNull():
            box = QRectF(0, 0, room.width() * 0.5, room.height() * 0.4)
            box.moveCenter(room.center())
            painter.drawImage(_inside(self._logo, box, _CENTRE), self._logo)
            return
        font = _fitted(self._choices.name, "headline", places.unit * 84, room.width() * 0.8)
        _write(painter, room, self._choices.name, font, self._colours.ink2, _CENTRE)


def _text(cell: Cell) -> str:
    return cell.called.number if cell.called is not None else f"+{cell.rest}"


def _write(
    painter: QPainter, rect: QRectF, text: str, font: QFont, ink: str, align: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    # Plain text on one line, whatever a vendor put into it.
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)


def _fitted(text: str, style: str, px: float, wide: float) -> QFont:
    """Return the font of a style at `px`, smaller where the text would not fit."""
    font = styled_font(style, px=px)
    needed = QFontMetricsF(font).horizontalAdvance(text)
    return font if needed <= wide else styled_font(style, px=max(1.0, px * wide / needed))


def _fitted_to_longest(texts: Sequence[str], style: str, px: float, wide: float) -> QFont:
    """Return one font for all; those of unusual length are for the caller to write smaller."""
    usual = [text for text in texts if len(text) <= _USUAL] or texts
    metrics = QFontMetricsF(styled_font(style, px=px))
    return _fitted(max(usual, key=metrics.horizontalAdvance), style, px, wide)


def _inside(picture: QImage, box: QRectF, align: Qt.AlignmentFlag) -> QRectF:
    """Return where a picture lies in `box` in its own shape."""
    scale = min(box.width() / picture.width(), box.height() / picture.height())
    fitted = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
    fitted.moveCenter(box.center())
    if align & Qt.AlignmentFlag.AlignRight:
        fitted.moveRight(box.right())
    return fitted


def _read_aloud(shown: DisplayedNumbers) -> str:
    """Return what a screen reader says of it."""
    ready = ", ".join(called.number for called in shown.all_ready)
    preparing = ", ".join(called.number for called in shown.preparing)
    parts = []
    if ready:
        parts.append(translate("CustomerDisplay", "Ready: {numbers}.").format(numbers=ready))
    if preparing:
        said = translate("CustomerDisplay", "Preparing: {numbers}.")
        parts.append(said.format(numbers=preparing))
    return " ".join(parts) or translate("CustomerDisplay", "No numbers.")
