"""All that can be heard: the alarm and the tone of each scan, or the flash instead."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.ui.sound.alarm import Alarm
from app.ui.sound.flash import Flash
from app.ui.sound.player import SoundPlayer
from app.ui.sound.ringing import Sound
from app.ui.theme import Theme


class Bells(QObject):
    """Rings for new orders and answers scans; flashes where nothing is heard. Thread: gui."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Ring for `window`, or flash around it."""
        super().__init__(window)
        self.alarm = Alarm(self)
        self.player = SoundPlayer(self)
        self.flash = Flash(theme, window)
        self.alarm.rang.connect(self.on_rang)
        self.player.silent.connect(self.on_silent)

    def stop(self) -> None:
        """End what plays."""
        self.alarm.on_person_there()
        self.player.stop()

    @Slot()
    def on_rang(self) -> None:
        """Ring for a new order."""
        self.player.play(Sound.NEW_ORDER)

    @Slot(bool)
    def on_scan(self, good: bool) -> None:
        """Let a scan be heard."""
        self.player.play(Sound.SCAN_GOOD if good else Sound.SCAN_BAD)

    @Slot(object)
    def on_silent(self, sound: Sound) -> None:
        """Flash where the alarm cannot be heard."""
        if sound is Sound.NEW_ORDER:
            self.flash.flash()
