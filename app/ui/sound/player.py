"""Plays the short sounds of resources/sounds on a thread of its own, loaded when first needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QUrl, Signal, Slot

from app.settings.resources import resource_path
from app.ui.sound.ringing import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

STOP_MS = 1000
_hanging: list[tuple[QThread, QObject | None]] = []


class _Speaker(QObject):
    """What talks to the sound system. Thread: the player's own."""

    silent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._effects: dict[Sound, QSoundEffect] = {}

    @Slot(object)
    def on_wanted(self, sound: Sound) -> None:
        """Play a sound, or say that none can be heard."""
        if not _has_sound_server() or not self._play(sound):
            self.silent.emit(sound)

    @Slot()
    def on_ended(self) -> None:
        """Let go of the sounds on the thread that made them."""
        self._effects.clear()

    def _play(self, sound: Sound) -> bool:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return False
        effect = self._effects.get(sound)
        if effect is None:
            effect = QSoundEffect(device, self)
            effect.setSource(QUrl.fromLocalFile(str(resource_path(f"sounds/{sound.value}.wav"))))
            self._effects[sound] = effect
        if effect.status() is QSoundEffect.Status.Error:
            return False
        effect.setAudioDevice(device)
        effect.play()
        return True


def _has_sound_server() -> bool:
    """Whether a sound server is there: without one Qt fills the log and finds no device."""
    if not sys.platform.startswith("linux") or os.environ.get("PULSE_SERVER"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    home = Path.home()
    places = (
        Path(runtime, "pulse/native"),
        Path(runtime, "pipewire-0"),
        Path("/run/pulse/native"),
        home / ".pulse",
    )
    return any(place.exists() for place in places)


class SoundPlayer(QObject):
    """Plays sounds without ever holding up the window.

    Thread: gui. Signals: `silent(Sound)` when a sound that was asked for could not be played.
    """

    silent = Signal(object)
    _wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a player; its thread starts with the first sound."""
        super().__init__(parent)
        self._thread: QThread | None = None
        self._speaker: _Speaker | None = None
        self._ended = False

    def play(self, sound: Sound) -> None:
        """Play a sound; returns at once. After `stop` nothing is heard any more."""
        if self._ended:
            return
        if self._thread is None:
            self._begin()
        self._wanted.emit(sound)

    def stop(self) -> None:
        """End the thread within a second, for good: news still come while the window closes, and a
        thread begun then would be destroyed while it runs, which ends the process.
        """
        self._ended = True
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.quit()
        if not thread.wait(STOP_MS):
            # The sound system hangs. Destroying a running thread would end the whole process.
            thread.setParent(None)
            _hanging.append((thread, self._speaker))
        self._speaker = None

    def _begin(self) -> None:
        self._thread = QThread(self)
        self._thread.setObjectName("sounds")
        self._speaker = _Speaker()
        self._speaker.moveToThread(self._thread)
        self._wanted.connect(self._speaker.on_wanted)
        self._speaker.silent.connect(self.silent)
        self._thread.finished.connect(self._speaker.on_ended)
        self._thread.start(QThread.Priority.LowPriority)
