"""The message strip: the newest thing Pult has to say, and Undo while it runs."""

from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme import Shape, Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.banner import ShapeMark
from app.ui.widgets.bounce import LAST_LIFT
from app.ui.widgets.label import Label
from app.ui.widgets.message_label import MessageLabel
from app.ui.widgets.sheet import Group
from app.ui.widgets.undo_button import UndoButton

SECONDS = "{seconds}"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say.

    `head` is bold, `rest` follows it and may hold ``{seconds}``, which counts down with Undo;
    `rest_after` stands there once Undo has run out. `action` is the button's words; `key` comes
    back with the signals. With `undo_seconds` the button is Undo.
    """

    shape: Shape
    head: str
    rest: str = ""
    time: str = ""
    key: str = ""
    action: str | None = None
    undo_seconds: float = 0.0
    rest_after: str | None = None


class MessageStrip(Group):
    """A row of 56 px: shape, bold part, rest, time and at most one button.

    The newest message replaces the one shown, but never a running Undo: it then waits, and
    "1 more" says that it does. Messages with an Undo of their own wait in order, their time
    running, so that each can be undone for what is left of it.

    Thread: gui. Signals: `undone(key)`, `action_pressed(key)`, `opened` (a tap beside the
    button, for the day's list), `ran_out(key)` when an Undo has run out, `undo_changed` when
    another move can be undone, or none any more.
    """

    undone = Signal(str)
    undo_changed = Signal()
    action_pressed = Signal(str)
    opened = Signal()
    ran_out = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(theme, "", "surface", ("top",), parent=parent)
        self.setAccessibleName(self.tr("Messages"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._is_down = False
        self._message: Message | None = None
        self._waiting: list[tuple[Message, QDeadlineTimer]] = []
        self._mark = ShapeMark(theme, Shape.READY, 22)
        self._words = MessageLabel(theme)
        self._more = Label(theme, style="small", ink="accent_text")
        self._time = Label(theme, style="small_tabular", ink="ink3")
        self._action = ActionButton(theme, "", Kind.PLAIN, height=48)
        self._undo = UndoButton(theme)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._words, 1)
        for widget in (self._more, self._time, self._action, self._undo):
            self._row.addWidget(widget)
        self._action.acted.connect(self._on_action)
        self._undo.acted.connect(self.on_undo)
        self._undo.second_passed.connect(self._on_second)
        self._undo.ran_out.connect(self._on_ran_out)
        self._show(None)
        self._on_theme_changed()

    @property
    def message(self) -> Message | None:
        """Return the message shown."""
        return self._message

    @property
    def undo_button(self) -> UndoButton:
        """Return Undo, hidden while nothing can be undone."""
        return self._undo

    @property
    def action_button(self) -> ActionButton:
        """Return the message's own button, hidden when it has none."""
        return self._action

    @property
    def label(self) -> MessageLabel:
        """Return the label that holds the text."""
        return self._words

    def say(self, message: Message) -> None:
        """Show `message`, at once or, while an Undo runs, after it."""
        deadline = QDeadlineTimer(round(message.undo_seconds * 1000))
        if self._undo.is_running():
            self._wait(message, deadline)
        else:
            self._show(message, deadline)

    def take_over(self, message: Message) -> None:
        """Show `message` at once in the place of an earlier Undo of the same key.

        Undo takes back the newest move, so that an older one of the same order must not stand.
        """
        shown = self._message
        is_same = shown is not None and self._undoes(shown, message.key)
        is_there = is_same and self._undo.is_running()
        if not is_there or message.undo_seconds <= 0:
            self.end_undo(message.key)
            self.say(message)
            return
        self._waiting = [item for item in self._waiting if not self._undoes(item[0], message.key)]
        self._show(message, QDeadlineTimer(round(message.undo_seconds * 1000)))

    def reword(self, old: Message, new: Message) -> None:
        """Put `new` where `old` stands or waits; a running Undo goes on."""
        self._waiting = [(new if each is old else each, end) for each, end in self._waiting]
        if self._message is not old:
            return
        self._message = new
        self._mark.set_shape(new.shape)
        self._time.setText(new.time)
        self._action.set_words(new.action or "")
        self._action.setVisible(new.action is not None and not self._undo.is_running())
        self._say()

    def end_undo(self, key: str) -> None:
        """Take Undo away for `key`: undone, or too late because the vendor already knows."""
        self._waiting = [item for item in self._waiting if not self._undoes(item[0], key)]
        if self._message is not None and self._undoes(self._message, key):
            self._undo.stop()
            self._undo.hide()
            self._say()
            self._next()
            self.undo_changed.emit()
        self._count()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press beside the button."""
        event.accept()
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._is_down = is_left and not LAST_LIFT.bounced_onto(self, event, self._theme)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day's list on a tap beside the button."""
        event.accept()
        LAST_LIFT.note(self, event)
        was_down, self._is_down = self._is_down, False
        if was_down and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    @staticmethod
    def _undoes(message: Message, key: str) -> bool:
        return message.undo_seconds > 0 and message.key == key

    def _wait(self, message: Message, deadline: QDeadlineTimer) -> None:
        """Keep those that can be undone, and of the others only the newest."""
        self._waiting = [item for item in self._waiting if item[0].undo_seconds > 0]
        self._waiting.append((message, deadline))
        self._count()

    def _next(self) -> None:
        while self._waiting:
            message, deadline = self._waiting.pop(0)
            is_last = not self._waiting
            if message.undo_seconds <= 0 or not deadline.hasExpired() or is_last:
                self._show(message, deadline)
                return
            self.ran_out.emit(message.key)

    def _show(self, message: Message | None, deadline: QDeadlineTimer | None = None) -> None:
        self._message = message
        self._mark.setVisible(message is not None)
        self._action.setVisible(message is not None and message.action is not None)
        self._time.setText(message.time if message else "")
        self._undo.hide()
        if message is not None:
            self._mark.set_shape(message.shape)
            self._action.set_words(message.action or "")
        if message is not None and message.undo_seconds > 0 and deadline is not None:
            self._action.hide()
            self._undo.show()
            self._undo.start(deadline, round(message.undo_seconds * 1000))
            self.undo_changed.emit()
        self._say()
        self._count()

    def _say(self) -> None:
        message = self._message
        if message is None:
            self._words.say("", "")
            return
        rest = message.rest
        if message.undo_seconds > 0 and not self._undo.is_running():
            rest = message.rest_after if message.rest_after is not None else ""
        self._words.say(message.head, rest.replace(SECONDS, str(self._undo.seconds_left)))

    def _count(self) -> None:
        count = len(self._waiting)
        self._more.setText(self.tr("{count} more").format(count=count) if count else "")
        self._more.setVisible(bool(count))

    @Slot()
    def _on_action(self) -> None:
        if self._message is not None:
            self.action_pressed.emit(self._message.key)

    @Slot()
    def on_undo(self) -> None:
        """Take back the move whose Undo runs."""
        message = self._message
        if message is None or not self._undo.is_running():
            return
        self._undo.stop()
        self._undo.hide()
        self.undone.emit(message.key)
        if self._message is message:
            self._words.say(message.head, self.tr("Taking it back…"))
            self._next()
        self.undo_changed.emit()

    @Slot(int)
    def _on_second(self, seconds: int) -> None:
        self._say()

    @Slot()
    def _on_ran_out(self) -> None:
        message = self._message
        self._undo.hide()
        self._say()
        if message is not None:
            self.ran_out.emit(message.key)
        self._next()
        self._count()
        self.undo_changed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(1), px(8), 0)
        self._row.setSpacing(px(12))
        self.setFixedHeight(px(56))
        self.update()
