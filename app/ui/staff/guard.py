"""The one seam for guarded acts: asks for the PIN where the shop wants one, then goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Slot

from app.domain.news import CommandRefused
from app.domain.staff import SHOP_PIN, GuardedAct
from app.domain.staff_news import PinAnswered, PinStanding, PinVerdict
from app.ui.staff.pin_dialog import PinDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.ui.wording.marked import translate
from app.ui.wording.staff import pin_action, pin_title
from app.usecases.try_pin import AskPin, TryPin

SETTINGS_STAY_OPEN: Final = timedelta(minutes=2)
"""So long after the PIN was right Settings open without it; every other act asks each time."""

Then = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """An act that waits for its PIN; `then` follows a right one, `plainly` where none is asked."""

    question: int
    act: GuardedAct
    then: Then
    plainly: Then


class PinQuestions:
    """Numbers the questions about PINs, so that each asker knows the answer to its own."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """Return a number that was not given before."""
        self._last += 1
        return self._last


class Guard(QObject):
    """`ask(act, then)` calls `then` at once where no PIN is wanted, else after the right one.

    The core asks once more for what the right PIN permitted (`usecases/need_pin.py`). Without a
    PIN nothing is guarded, whatever the settings say. Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        send: Callable[[object], None],
        now: Callable[[], datetime],
        acts: frozenset[GuardedAct],
        questions: PinQuestions,
    ) -> None:
        """Ask in `layer`, through `send`, for the `acts` that the shop wants guarded."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._send = send
        self._now = now
        self._acts = acts
        self._questions = questions
        self._asked: _Asked | None = None
        self._dialog: PinDialog | None = None
        self.settings_open_until: datetime | None = None
        layer.closed.connect(self._on_layer_closed)

    def guards(self, act: GuardedAct) -> bool:
        """Whether the shop wants its PIN for this now; whether there is one only the core knows."""
        return act in self._acts and not self._is_open(act)

    def ask(self, act: GuardedAct, then: Then, plainly: Then | None = None) -> None:
        """Do `then` once nothing speaks against it; `plainly` instead where no PIN was asked."""
        if not self.guards(act):
            (plainly or then)()
            return
        if self._dialog is not None and self._asked is not None and self._asked.act is act:
            return  # it is being asked, and what has been keyed in stays
        self._asked = _Asked(self._questions.next(), act, then, plainly or then)
        self._send(AskPin(self._asked.question))

    def standing(self, news: PinStanding) -> None:
        """Open the keypad, or go on where there is no PIN."""
        asked = self._asked
        if asked is None or news.question != asked.question:
            return
        if not news.is_set:
            self._asked = None
            asked.plainly()
            return
        dialog = self._open(asked)
        if news.wait_until is not None:
            dialog.wait(news.wait_until)

    def answered(self, news: PinAnswered) -> None:
        """Go on after the right PIN; say in the dialog what is wrong with another."""
        asked, dialog = self._asked, self._dialog
        if asked is None or news.question != asked.question or dialog is None:
            return
        if news.verdict in (PinVerdict.RIGHT, PinVerdict.NOT_SET):
            self._asked = self._dialog = None
            if asked.act is GuardedAct.SETTINGS:
                self.settings_open_until = self._now() + SETTINGS_STAY_OPEN
            dialog.done_with()
            asked.then()
        else:
            dialog.answered(news)

    def command_refused(self, news: CommandRefused) -> None:
        """Say that the PIN could not be looked at: the store cannot be used just now."""
        if self._asked is None or news.command not in (AskPin.__name__, TryPin.__name__):
            return
        (self._dialog or self._open(self._asked)).refused()

    def _is_open(self, act: GuardedAct) -> bool:
        until = self.settings_open_until
        if act is not GuardedAct.SETTINGS or until is None:
            return False
        return until - SETTINGS_STAY_OPEN <= self._now() < until

    def _open(self, asked: _Asked) -> PinDialog:
        line = translate("Staff", "Key in the shop's PIN.")
        dialog = PinDialog(
            self._theme, pin_title(asked.act), line, pin_action(asked.act), self._now
        )
        dialog.tried.connect(self._on_tried)
        self._layer.open(dialog)
        self._asked, self._dialog = asked, dialog
        return dialog

    @Slot(str)
    def _on_tried(self, pin: str) -> None:
        if self._asked is not None:
            self._send(TryPin(self._asked.question, SHOP_PIN, pin, act=self._asked.act))

    @Slot()
    def _on_layer_closed(self) -> None:
        if self._dialog is not None and self._layer.dialog is not self._dialog:
            self._asked = self._dialog = None
