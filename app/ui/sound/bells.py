"""All that can be heard: the alarm and the tone of each scan, or the flash instead."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.ui.sound.alarm import Alarm
from app.ui.sound.flash import Flash
from app.ui.sound.player import Sound, SoundPlayer
from app.ui.theme import Theme


class Bells(QObject):
    """Rings for new orders and answers scans; flashes where nothing is heard. Thread: gui."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Ring for `window`, or flash around it."""
        super().__init__(window)
        self.alarm = Alarm(self)
        self.player = SoundPlayer(self)
        self.flash = Flash(theme, window)
        self._is_closed = False
        self.alarm.rang.connect(self.on_rang)
        self.player.silent.connect(self.on_silent)

    def stop(self) -> None:
        """End what plays."""
        self.alarm.on_person_there()
        self.player.stop()

    def set_closed(self, *, closed: bool) -> None:
        """Only flash while the till is closed; what came meanwhile rings once it is open."""
        opens = self._is_closed and not closed
        self._is_closed = closed
        if opens:
            self.alarm.ring_for_all()

    @Slot()
    def on_rang(self) -> None:
        """Ring for a new order; while the till is closed flash."""
        if self._is_closed:
            self.flash.flash()
        else:
            self.player.play(Sound.NEW_ORDER)

    @Slot(bool)
    def on_scan(self, good: bool) -> None:
        """Let a scan be heard."""
        self.player.play(Sound.SCAN_GOOD if good else Sound.SCAN_BAD)

    @Slot()
    def on_number_ready(self) -> None:
        """Let customers hear that another number is ready."""
        self.player.play(Sound.NUMBER_READY)

    @Slot(object)
    def on_silent(self, sound: Sound) -> None:
        """Flash where the alarm cannot be heard."""
        if sound is Sound.NEW_ORDER:
            self.flash.flash()
