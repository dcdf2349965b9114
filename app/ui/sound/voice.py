"""The computer's voice, on a thread of its own and loaded only when something is to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from app.ui.sound.own_thread import OwnThread

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_PRETENDED: Final = "mock"  # Qt's own engine for tests: it is always there and says nothing


class _Speaker(QObject):
    """What talks to the speech engine. Thread: the voice's own."""

    ended = Signal(bool)

    def __init__(self, language: str, engine: str) -> None:
        super().__init__()
        self._language = language
        self._engine = engine
        self._speech: QTextToSpeech | None = None
        self._has_looked = False
        self._is_speaking = False

    @Slot(str, float)
    def on_wanted(self, words: str, volume: float) -> None:
        """Say something, or answer at once that there is no voice for it."""
        if not self._has_looked:
            self._has_looked = True
            self._speech = self._find()
        if self._speech is None:
            self.ended.emit(False)
            return
        self._is_speaking = True
        self._speech.setVolume(volume)
        self._speech.say(words)

    @Slot(object)
    def on_state(self, state: object) -> None:
        """Tell that all was said, or that the engine gave up."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        if not self._is_speaking or state is QTextToSpeech.State.Speaking:
            return
        if state in (QTextToSpeech.State.Ready, QTextToSpeech.State.Error):
            self._is_speaking = False
            self.ended.emit(state is QTextToSpeech.State.Ready)

    @Slot()
    def on_ended(self) -> None:
        """Let go of the engine on the thread that made it."""
        if self._speech is not None:
            self._speech.deleteLater()  # done before the thread ends
            self._speech = None

    def _find(self) -> QTextToSpeech | None:
        """Return an engine with a voice for the language, None where this computer has none."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        wanted = QLocale(self._language).language()
        there = [name for name in QTextToSpeech.availableEngines() if name != _PRETENDED]
        for name in [self._engine] if self._engine else there:
            speech = QTextToSpeech(name, self)
            locales = [each for each in speech.availableLocales() if each.language() == wanted]
            if speech.state() is not QTextToSpeech.State.Error and locales:
                speech.setLocale(locales[0])
                speech.stateChanged.connect(self.on_state)
                return speech
            speech.deleteLater()
        return None


class Voice(QObject):
    """Says one thing at a time without ever holding up the window.

    Thread: gui. Signals: `ended(bool)` when it was said (True) or cannot be: the computer has no
    speech engine, or no voice for the language.
    """

    ended = Signal(bool)
    _wanted = Signal(str, float)

    def __init__(self, language: str, parent: QObject, *, engine: str = "") -> None:
        """Make a voice of `language` ("hu"); `engine` is Qt's name of one, "" for what is there."""
        super().__init__(parent)
        self._language = language
        self._engine = engine
        self._thread: OwnThread | None = None
        self._ended = False

    def say(self, words: str, volume: float) -> None:
        """Say `words` at `volume` (0 to 1); `ended` answers."""
        if self._ended:
            return
        if self._thread is None:
            speaker = _Speaker(self._language, self._engine)
            self._wanted.connect(speaker.on_wanted)
            speaker.ended.connect(self.ended)
            self._thread = OwnThread("voice", speaker, self, speaker.on_ended)
        self._wanted.emit(words, volume)

    def stop(self) -> None:
        """Fall silent for good."""
        self._ended = True
        if self._thread is not None:
            self._thread.stop()
