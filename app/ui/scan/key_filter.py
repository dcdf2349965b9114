"""Sees every key before any widget does, so that a scanner's keys reach none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.ports.keyboard import Fate, KeyboardPort, Ruling, Stroke
from app.ui.scan.strokes import stroke_of, time_of

ELSEWHERE_MS: Final = 400  # a menu or a note of the system takes the keys for a moment only
_LATE: Final = 0.01  # s; a timer later than this was held up, and so were keys
_Type = QEvent.Type
_Key = Qt.Key
_KEYS: Final = frozenset({_Type.ShortcutOverride, _Type.KeyPress, _Type.KeyRelease})
_CLICKS: Final = frozenset(
    {
        _Type.MouseButtonPress,
        _Type.MouseButtonDblClick,
        _Type.TouchBegin,
        _Type.Wheel,
        _Type.WindowDeactivate,
    }
)
_MODIFIERS: Final = frozenset(
    {
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
        _Key.Key_CapsLock,
        _Key.Key_NumLock,
        _Key.Key_Mode_switch,
    }
)


@dataclass(slots=True)
class _Held:
    """A key that is held: its press, and its release when that has come, and what had the focus."""

    target: QObject
    events: list[QEvent] = field(default_factory=list)
    code: int = 0
    typed_in: QObject | None = field(default_factory=QGuiApplication.focusObject)


class KeyFilter(QObject):
    """Feeds a `KeyboardPort` with every key of this program's windows and does what it rules.

    It watches every window of the program, and of all widgets the one with the focus alone: seeing
    each event of each widget cost the window a twentieth of its time. What is given back is sent
    to the window once more, which then treats it like any key: it goes to the widget with the
    focus, and shortcuts work. Where a click has moved the focus meanwhile, as it may while a scan
    is thought to go on, it goes to the widget it was typed in. Else clicks come after keys typed
    before them.

    Thread: gui.
    """

    def __init__(
        self,
        application: QApplication,
        keyboard: KeyboardPort,
        *,
        time_of: Callable[[QKeyEvent], float] = time_of,
    ) -> None:
        """Begin to see keys; `time_of` dates each (s)."""
        super().__init__(application)
        self._keyboard = keyboard
        self._time_of = time_of
        self._held: list[_Held] = []
        self._swallowed: set[int] = set()  # keys whose release is still to come
        self._ruled: tuple[int, int, Fate] | None = None
        self._due = 0.0
        self._latest = (0.0, monotonic())
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setTimerType(Qt.TimerType.PreciseTimer)
        self._wait.timeout.connect(self.on_pause)
        self._elsewhere = QTimer(self)
        self._elsewhere.setSingleShot(True)
        self._elsewhere.setInterval(ELSEWHERE_MS)
        self._elsewhere.timeout.connect(self.on_elsewhere)
        application.applicationStateChanged.connect(self.on_state)
        application.focusWindowChanged.connect(self.on_focus_window)
        application.focusObjectChanged.connect(self.on_focus_object)
        self._windows: list[QWindow] = []
        self._focused: QObject | None = None
        self.on_focus_window(application.focusWindow())

    def close(self) -> None:
        """See no more keys; what is held is given back."""
        self._wait.stop()
        self._elsewhere.stop()
        self._obey(self._keyboard.interrupt())
        self.on_focus_object(None)
        for window in filter(isValid, self._windows):
            window.removeEventFilter(self)
        self._windows.clear()

    def watch(self, window: QWindow) -> None:
        """See the keys of a window from now on."""
        self._windows = [each for each in self._windows if isValid(each)]
        if window not in self._windows:
            self._windows.append(window)
            window.installEventFilter(self)

    @Slot(QWindow)
    def on_focus_window(self, window: QWindow | None) -> None:
        """Watch each window from the moment keys go to it."""
        if window is not None:
            self.watch(window)

    @Slot(QObject)
    def on_focus_object(self, focused: QObject | None) -> None:
        """Watch the widget that letters of dead keys and input methods go to."""
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        self._focused = None
        if focused is not None and not isinstance(focused, QWindow):
            self._focused = focused
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop what is held or swallowed; let everything else pass."""
        kind = event.type()
        if kind in _KEYS:
            if not event.spontaneous() or not isinstance(watched, QWindow):
                return False  # on its way from the window to a widget, or given back
            return isinstance(event, QKeyEvent) and self._key(watched, event)
        if kind == _Type.InputMethod and isinstance(event, QInputMethodEvent):
            return not isinstance(watched, QWindow) and self._composed(watched, event)
        if kind in _CLICKS and self._held:
            self._obey(self._keyboard.interrupt())
        return False

    # --- keys -------------------------------------------------------------------------------------

    def _key(self, window: QObject, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        if event.type() == _Type.KeyRelease:
            return self._released(event)
        stamp = (event.key(), event.timestamp())
        ruled, self._ruled = self._ruled, None
        if event.type() == _Type.KeyPress and ruled is not None and ruled[:2] == stamp:
            fate = ruled[2]
        else:
            fate = self._rule_on(event)
        if event.type() == _Type.ShortcutOverride:
            self._ruled = (*stamp, fate)
            if fate is not Fate.PASS:
                event.accept()  # no shortcut is looked for, a key press follows
            return fate is not Fate.PASS
        if fate is Fate.HOLD:
            self._held.append(_Held(window, [event.clone()], _code(event)))
            self._wait_on()
        elif fate is Fate.SWALLOW:
            self._swallowed.add(_code(event))
        else:
            self._swallowed.discard(_code(event))
        return fate is not Fate.PASS

    def _rule_on(self, event: QKeyEvent) -> Fate:
        stroke = stroke_of(event, self._time_of(event))
        self._latest = (stroke.at, monotonic())
        ruling = self._keyboard.press(stroke)
        self._obey(ruling)
        return ruling.fate

    def _released(self, event: QKeyEvent) -> bool:
        code = _code(event)
        for held in reversed(self._held):
            if held.code == code:
                held.events.append(event.clone())
                return True
        if code in self._swallowed and not event.isAutoRepeat():
            self._swallowed.discard(code)
            return True
        return False

    def _composed(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """Take a letter that a dead key or an input method has made."""
        text = event.commitString()
        if event is _given_back.event or not text or event.preeditString() or len(text) > 2:
            return False
        ruling = self._keyboard.press(Stroke(at=self._last_time(), text=text))
        self._obey(ruling)
        if ruling.fate is Fate.HOLD:
            self._held.append(_Held(watched, [event.clone()]))
            self._wait_on()
        return ruling.fate is not Fate.PASS

    def _last_time(self) -> float:
        """Return the present time by the clock of the keys; composed letters are not dated."""
        at, seen = self._latest
        return at + (monotonic() - seen)

    # --- rulings ----------------------------------------------------------------------------------

    def _obey(self, ruling: Ruling) -> None:
        back = self._held[: ruling.give_back]
        gone = self._held[ruling.give_back : ruling.give_back + ruling.drop]
        self._held = self._held[ruling.give_back + ruling.drop :]
        for held in gone:
            if len(held.events) == 1:
                self._swallowed.add(held.code)
        for held in back:
            _give_back(held)
        if not self._held:
            self._wait.stop()

    def _wait_on(self) -> None:
        patience = self._keyboard.patience
        self._due = monotonic() + patience
        self._wait.start(round(patience * 1000))

    @Slot()
    def on_pause(self) -> None:
        """Nothing came for a while, unless the window was held up and keys wait to be seen."""
        if monotonic() - self._due > _LATE:
            self._due = monotonic()
            self._wait.start(5)
            return
        self._obey(self._keyboard.pause())

    @Slot(Qt.ApplicationState)
    def on_state(self, state: Qt.ApplicationState) -> None:
        """Tell at once that keys come here again, and after a moment that they do not."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._elsewhere.stop()
            self._keyboard.show_active(True)
        else:
            self._elsewhere.start()

    @Slot()
    def on_elsewhere(self) -> None:
        """Tell that keys go to another program."""
        self._keyboard.show_active(False)


class _GivenBack:
    """The composed letter that is just being given back, so that it is not held again."""

    event: QEvent | None = None


_given_back = _GivenBack()


def _give_back(held: _Held) -> None:
    focused = QGuiApplication.focusObject()
    typed_in = held.typed_in if held.typed_in is not None and isValid(held.typed_in) else focused
    for event in held.events:
        composed = isinstance(event, QInputMethodEvent)
        direct = composed or typed_in is not focused
        target = typed_in if direct and typed_in is not None else held.target
        if isValid(target):
            _given_back.event = event
            QCoreApplication.sendEvent(target, event)
            _given_back.event = None


def _code(event: QKeyEvent) -> int:
    return event.nativeScanCode() or event.key()
