"""The scan doctor of one scanner: the last scan as it arrived, test codes, and what can be set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.device_news import DeviceKept, PictureSeen, ScanSeen, ScanUnderstood, SpeedFound
from app.domain.lamp import Lamp
from app.domain.scan import Intent
from app.ports.scanner import ScannerWord
from app.ui.screen_settings import DeviceView
from app.ui.settings_page.devices import kind_text
from app.ui.settings_page.parts import Box, FactRow, Section, StateCard
from app.ui.settings_page.picture_view import PictureBox
from app.ui.settings_page.sample_codes import SampleBox
from app.ui.settings_page.scan_rows import ScanBox
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.figures import clock
from app.ui.wording.lamps import lamp_state, lamp_story
from app.ui.wording.scan_doctor import NOTHING
from app.usecases.desk import Shop

_WIDE: Final = 760  # design px from which there are two columns


class ScanDoctor(Section):
    """What staff look at when a scanner does not read.

    Thread: gui. Signals: `back_wanted`; `watch_wanted(name, on)` for a camera's pictures while this
    is on the screen; `speed_wanted(name)`; `accept_wanted(name)` for the device at its place;
    `keep_wanted(name, fields)` for what goes into the settings file.
    """

    back_wanted = Signal()
    watch_wanted = Signal(str, bool)
    speed_wanted = Signal(str)
    accept_wanted = Signal(str)
    keep_wanted = Signal(str, object)

    def __init__(
        self, theme: Theme, shop: Shop, scanner: DeviceView, now: Callable[[], datetime]
    ) -> None:
        """Make the page of a scanner."""
        super().__init__(theme)
        self.scanner = scanner.name
        self._theme = theme
        self._shop = shop
        self._now = now
        self._is_camera = scanner.kind == "camera"
        self.setAccessibleName(self.tr("Scan doctor of {name}").format(name=scanner.name))
        self._add_head(theme, scanner)
        self.state = StateCard(theme)
        self.scan = ScanBox(theme, shop, now, typed=scanner.kind == "keyboard")
        self.picture = PictureBox(theme) if self._is_camera else None
        self.samples = SampleBox(theme)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(theme.px(16))
        facts = self._facts(theme, scanner)
        left = (self.state, self._acceptance(theme), self.scan)
        speed = self._speed_row(theme)
        speed.setVisible(scanner.kind == "serial")
        if self.picture is not None:
            self._add_half(*left, facts)
            self._add_half(self.picture, self.samples, speed)
        else:
            self._add_half(*left)
            self._add_half(self.samples, speed, facts)
        both = QWidget()
        both.setLayout(self._halves)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self.add(both)

    # --- what it is told ----------------------------------------------------------------------

    def set_open(self, is_open: bool) -> None:
        """Let things be asked once the till is open."""
        self.speed.setEnabled(is_open)
        self.accept.setEnabled(is_open)

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how the scanner stands now."""
        now = self._now()
        story = lamp_story(lamp, self._shop, now)
        shape = lamp_state(lamp, now).shape
        self.state.say(shape, story.head, " ".join((story.safe, story.todo)).strip())
        place, _, passport = lamp.detail.partition(" · ")
        self.place.show_value(place or NOTHING)
        self.passport.show_value(passport or self.tr("None: it is known by its place"))
        contact = lamp.last_contact
        self.contact.show_value(clock(contact, self._shop) if contact is not None else NOTHING)
        self.acceptance.setVisible(lamp.word == ScannerWord.OTHER_DEVICE.value)

    def scan_seen(self, news: ScanSeen | ScanUnderstood) -> None:
        """Show a scan of this scanner."""
        if news.scanner != self.scanner:
            return
        if isinstance(news, ScanSeen):
            self.scan.scan_seen(news)
            return
        self.scan.scan_understood(news)
        if news.intent is Intent.TEST:
            self.samples.show_read(self.scan.text)

    def picture_seen(self, news: PictureSeen) -> None:
        """Show what the camera sees."""
        if self.picture is not None and self.isVisible():
            self.picture.show_picture(news.picture)

    def speed_found(self, news: SpeedFound) -> None:
        """Say which speed was right, and have it kept."""
        self.speed.end_flight()
        if not news.baudrate:
            words = self.tr(
                "No speed was right. Nothing was changed. Look whether the scanner is set to 8 data"
                " bits without parity."
            )
            self.found.setText(words)
            return
        self.found.setText(self.tr("{speed} baud is right.").format(speed=news.baudrate))
        self.keep_wanted.emit(self.scanner, {"baudrate": news.baudrate})

    def kept(self, news: DeviceKept) -> None:
        """Say whether what was found is in the settings file."""
        words = self.tr("It is in the settings file now.")
        if news.problem:
            words = self.tr("It holds until Pult ends; the settings file could not be written.")
        self.found.setText(f"{self.found.text()} {words}")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        super().showEvent(event)
        self.samples.prepare()
        if self._is_camera:
            self.watch_wanted.emit(self.scanner, True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no longer."""
        super().hideEvent(event)
        if self._is_camera:
            self.watch_wanted.emit(self.scanner, False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_WIDE)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if wide else below)

    # --- what it is made of -------------------------------------------------------------------

    def _add_head(self, theme: Theme, scanner: DeviceView) -> None:
        self.back = ActionButton(theme, self.tr("All scanners"), Kind.QUIET, icon="arrow-left")
        self.back.acted.connect(self.back_wanted)
        title = Label(theme, scanner.name, "title", elide=True)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.back)
        row.addWidget(title, 1)
        self.add(head)

    def _add_half(self, *widgets: QWidget) -> None:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(12))
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._halves.addWidget(half, 1)

    def _facts(self, theme: Theme, scanner: DeviceView) -> Box:
        facts = Box(theme)
        facts.add(FactRow(theme, self.tr("Connection"), kind_text(scanner), scanner.address))
        self.place = FactRow(theme, self.tr("Found at"), NOTHING)
        self.passport = FactRow(theme, self.tr("USB device"), NOTHING)
        self.contact = FactRow(theme, self.tr("Last contact"), NOTHING)
        for row in (self.place, self.passport, self.contact):
            facts.add(row)
        return facts

    def _acceptance(self, theme: Theme) -> QWidget:
        self.accept = ActionButton(theme, self.tr("Use this device"), Kind.PLAIN, icon="swap")
        self.accept.acted.connect(self._on_accept)
        self.acceptance = _beside(
            theme, self.accept, Label(theme, self.tr("From now on it is this scanner."), wrap=True)
        )
        self.acceptance.hide()
        return self.acceptance

    def _speed_row(self, theme: Theme) -> QWidget:
        self.speed = ActionButton(theme, self.tr("Find the speed"), Kind.PLAIN, icon="pulse")
        self.speed.acted.connect(self._on_find)
        words = self.tr("When scans arrive as signs nobody can read: press, then scan.")
        self.found = Label(theme, words, "body", "ink2", wrap=True)
        return _beside(theme, self.speed, self.found)

    @Slot()
    def _on_accept(self) -> None:
        self.accept.rest(3000)
        self.accept_wanted.emit(self.scanner)

    @Slot()
    def _on_find(self) -> None:
        self.speed.start_flight(self.tr("Scan now…"))
        self.found.setText(self.tr("Scan one code again and again, about once a second."))
        self.speed_wanted.emit(self.scanner)


def _beside(theme: Theme, button: QWidget, label: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(16))
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return whole
