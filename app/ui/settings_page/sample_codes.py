"""Codes on the screen to try a scanner with: they change nothing, whoever scans them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.scan import ScanTest
from app.ui.settings_page.parts import Box
from app.ui.theme import Shape, Theme
from app.ui.widgets import Label, Segment, Segments, ShapeMark

_QUIET: Final = 4  # modules of white round a QR code (ISO/IEC 18004)
_MODULE: Final = 7  # design px; some 1.9 mm
_SMALL_MODULE: Final = 3  # nearly as small as a slip's
_SIDE: Final = 204  # design px; a code of 21 modules with its quiet zone


class SampleCode(QWidget):
    """One QR code, in black and white in either theme. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Make it without a code."""
        super().__init__()
        self._theme = theme
        self._code = ScanTest.NORMAL
        self._images: dict[ScanTest, QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, code: ScanTest) -> None:
        """Show another code."""
        self._code = code
        self.setAccessibleName(code.value)
        if code not in self._images:
            self._images[code] = _drawn(code.value)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the largest code."""
        return QSize(self._theme.px(_SIDE), self._theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the code in its middle, each module of whole pixels."""
        image = self._images.get(self._code)
        if image is None:
            return
        module = _SMALL_MODULE if self._code is ScanTest.SMALL else _MODULE
        side = image.width() * max(2, self._theme.px(module))
        place = QRect(0, 0, side, side)
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        if self._code is ScanTest.INVERTED:
            image = image.copy()
            image.invertPixels()
            painter.fillRect(self.rect(), QColor(Qt.GlobalColor.black))
        painter.drawImage(place, image)
        painter.end()


class SampleBox(Box):
    """The test codes, one at a time, and whether it was read. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Make it; the codes are drawn once it is seen."""
        super().__init__(theme)
        px = theme.px
        kinds = (
            (ScanTest.NORMAL, self.tr("Normal")),
            (ScanTest.INVERTED, self.tr("Inverted")),
            (ScanTest.SMALL, self.tr("Small")),
        )
        self._words = dict(kinds)
        name = self.tr("Test code")
        self.kinds = Segments(
            theme,
            [Segment(kind.value, words) for kind, words in kinds],
            name=name,
            chosen=ScanTest.NORMAL.value,
        )
        self.kinds.chosen.connect(self.on_chosen)
        self.code = SampleCode(theme)
        self._mark = ShapeMark(theme, Shape.READY, 28)
        self.said = Label(theme, self.tr("Scan this code."), "body_strong", wrap=True)
        self.note = Label(theme, self.tr("It changes nothing."), "small", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addStretch(1)
        for widget in (self._mark, self.said, self.note):
            words.addWidget(widget)
        words.addStretch(1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(px(12), px(12), px(12), px(12))
        row.setSpacing(px(16))
        row.addWidget(self.code)
        row.addLayout(words, 1)
        choice = QWidget()
        line = QHBoxLayout(choice)
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        line.addWidget(self.kinds)
        self.add(choice)
        self.add(whole)

    def prepare(self) -> None:
        """Draw the code that is chosen, once the page has been painted."""
        QTimer.singleShot(0, self, self.on_ready)

    def show_read(self, text: str) -> None:
        """Say that a test code was read right, and show the words to it."""
        try:
            kind = ScanTest(text)
        except ValueError:
            return
        self._mark.set_shape(Shape.OK)
        words = self._words.get(kind, self.tr("Test slip"))
        self.said.setText(self.tr("{code}: read right").format(code=words))
        self.note.setText(self.tr("Nothing was changed. Try the others too."))

    @Slot()
    def on_ready(self) -> None:
        """Draw the chosen code."""
        self.code.show_code(ScanTest(self.kinds.chosen_key() or ScanTest.NORMAL))

    @Slot(str)
    def on_chosen(self, key: str) -> None:
        """Show another code."""
        self._mark.set_shape(Shape.READY)
        self.said.setText(self.tr("Scan this code."))
        self.note.setText(self.tr("It changes nothing."))
        self.code.show_code(ScanTest(key))


def _drawn(text: str) -> QImage:
    """Return the QR code of a text, one pixel a module."""
    import qrcode  # an import of 20 ms that the first paint must not wait for

    # With the mask given it takes 2 ms; to weigh all eight against each other takes ten times that.
    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_M, border=_QUIET, mask_pattern=2
    )
    code.add_data(text)
    code.make()
    rows = code.get_matrix()
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                image.setPixelColor(across, down, QColor(Qt.GlobalColor.black))
    return image
