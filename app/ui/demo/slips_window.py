"""The window beside the till in demo mode: printed slips, and a scanner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.demo.slip_card import SlipCard, read_slip
from app.ui.in_pool import InPool
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, EmptyState, Kind, Label, Sheet
from app.ui.wording.marked import translate

KEPT: Final = 12
_WIDTH, _HEIGHT = 300, 560
_HEIGHT_OVER = 406  # where it must lie over the board, the first cards of a column stay in sight
_BY_HAND = 80  # a window manager's own frame shifts it by less
_SCANS: Final = "scans"
_FEET = 112  # message strip and lamps, which it never covers


class DemoWindow(Sheet):
    """Shows the last slips of the virtual printer; a press scans one, or what customers show.

    Thread: gui, but `add_slip` from any. Signals: `scanned(code)` for the virtual scanner;
    `display_wanted` to see what customers see.
    """

    scanned = Signal(str)
    display_wanted = Signal()
    _slip_added = Signal(object, str, str)

    def __init__(
        self,
        theme: Theme,
        codes: Mapping[str, Sequence[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the window, hidden and empty; `codes` are what can be scanned, by what
        it is, as texts marked for translation in the context Demo."""
        super().__init__(theme, "surface", ("top", "left", "right", "bottom"), parent=parent)
        self.setWindowFlags(Qt.WindowType.Tool)
        # The till ends when its own window is closed, whether this one is open or not.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._cards: list[SlipCard] = []
        self._corner: QPoint | None = None
        self.samples: dict[str, ActionButton] = {}
        self._codes = {name: cycle(shown) for name, shown in (codes or {}).items()}
        self._build()
        self._speak()
        self._slip_added.connect(self.on_slip_added)

    def add_slip(self, picture: Path | None, text: str, code: str) -> None:
        """Show a slip that was printed. Thread: any."""
        self._slip_added.emit(picture, text, code)

    def slips(self) -> tuple[SlipCard, ...]:
        """Return the slips shown, the newest first."""
        return tuple(self._cards)

    def place_beside(self, window: QWidget, panel: QRect) -> None:
        """Lie beside `window` where there is room, else low beside `panel`, which lies in it.

        Where somebody has moved it by hand, it stays there.
        """
        if self.was_moved():
            return
        size = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
        screen = window.screen().availableGeometry()
        frame = window.frameGeometry()
        beside = frame.right() + 1
        if beside + size.width() <= screen.right():
            corner = QPoint(beside, frame.top())
        else:
            size.setHeight(min(self._theme.px(_HEIGHT_OVER), window.height() // 2))
            foot = window.mapToGlobal(self._foot(window, panel, size.width()))
            left = foot.x() - size.width() - self._theme.px(4)
            top = foot.y() - self._theme.px(_FEET + 4) - size.height()
            corner = QPoint(max(screen.left(), left), max(screen.top(), top))
        size.setHeight(min(size.height(), screen.bottom() - corner.y()))
        self.resize(size)
        self.move(corner)
        self._corner = corner

    def was_moved(self) -> bool:
        """Tell whether it lies elsewhere than it was placed."""
        if self._corner is None:
            return False
        return (self.pos() - self._corner).manhattanLength() > self._theme.px(_BY_HAND)

    def sizeHint(self) -> QSize:
        """Return a size that shows one slip."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide; the button Demo brings it back."""
        event.accept()

    def _foot(self, window: QWidget, panel: QRect, width: int) -> QPoint:
        """Return the right lower corner of the board: left of the panel, or above it."""
        if panel.left() > width:
            return QPoint(panel.left(), window.height())
        is_below = panel.top() > window.height() // 3
        return QPoint(window.width(), panel.top() if is_below else window.height())

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self.note = Label(theme, "", "small", "ink2", wrap=True)
        self.hiding = ActionButton(theme, "", Kind.QUIET, icon="close", height=48)
        self.hiding.acted.connect(self.close)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.note, 1)
        head.addWidget(self.hiding)
        self.field = QLineEdit()
        self.field.returnPressed.connect(self.on_scan_code)
        self.scan_code = ActionButton(theme, "", Kind.PLAIN, icon="scan", height=48)
        self.scan_code.acted.connect(self.on_scan_code)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.scan_code)
        self.empty = EmptyState(theme, "slip", "", "")
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, px(12), 0)
        self._list.setSpacing(px(16))
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addLayout(row)
        if self._codes:
            column.addLayout(self._samples())
        self.display = ActionButton(theme, "", Kind.PLAIN, icon="people", height=48)
        self.display.acted.connect(self.display_wanted)
        column.addWidget(self.display)
        column.addWidget(self._scroll, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Go on in the till's language when that changes; the slips stay."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.setWindowTitle(self.tr("Pult demo: slips and scanner"))
        self.setAccessibleName(self.windowTitle())
        self.note.setText(self.tr("Simulated printer and scanner"))
        self.hiding.set_words(self.tr("Close"))
        self.field.setAccessibleName(self.tr("Code"))
        self.field.setPlaceholderText(self.tr("Any code"))
        self.scan_code.set_words("", name=self.tr("Scan a code"))
        self.empty.say(self.tr("No slip yet"), self.tr("Accept an order: its slip comes here."))
        self.display.set_words(self.tr("Customer display"))
        for name, button in self.samples.items():
            button.set_words(translate("Demo", name))
        for card in self._cards:
            card.speak()

    def _samples(self) -> QHBoxLayout:
        """Return a button for each kind of code, which scans the next of its codes."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        self.samples = {
            name: ActionButton(self._theme, "", Kind.PLAIN, height=48) for name in self._codes
        }
        for name, button in self.samples.items():
            button.setProperty(_SCANS, name)
            button.acted.connect(self.on_sample)
            row.addWidget(button, 1)
        return row

    @Slot()
    def on_sample(self) -> None:
        """Scan the next code of the kind whose button was pressed."""
        button = self.sender()
        if isinstance(button, ActionButton):
            self.scanned.emit(next(self._codes[button.property(_SCANS)]))

    @Slot(object, str, str)
    def on_slip_added(self, picture: Path | None, text: str, code: str) -> None:
        """Put a slip on top."""
        self.empty.hide()
        card = SlipCard(self._theme, code, text)
        card.scanned.connect(self.scanned)
        self._list.insertWidget(0, card)
        self._cards.insert(0, card)
        if picture is None:
            card.show_text()
        else:
            self._pool.start(InPool(lambda: read_slip(picture), card.on_picture))
        while len(self._cards) > KEPT:
            gone = self._cards.pop()
            gone.hide()
            gone.deleteLater()
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def on_scan_code(self) -> None:
        """Scan what stands in the field."""
        text = self.field.text().strip()
        if text:
            self.scanned.emit(text)
            self.field.clear()
