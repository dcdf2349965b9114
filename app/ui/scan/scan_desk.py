"""Answers scans large and at once, then leaves the same words in the strip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.news import CommandRefused
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.ui.theme import Theme
from app.ui.widgets import Answer, AnswerButton, DialogLayer, Message, ScanAnswer
from app.ui.wording.scan import answer_message, not_done, scan_answer, scan_message
from app.usecases.desk import Shop
from app.usecases.handle_scan import HandleScan

OPEN: Final = "open"
"""The key of the button that opens the order; the other keys are those of the wording."""
_GOOD: Final = frozenset(
    {
        ScanVerdict.HANDED_OVER,
        ScanVerdict.OPENED,
        ScanVerdict.TOO_FRESH,
        ScanVerdict.PRODUCT,
        ScanVerdict.FOUND,
    }
    | {ScanVerdict.TEST, ScanVerdict.CARD_TIED, ScanVerdict.CARD_SAME, ScanVerdict.CARD_WAITS}
)
# A hand-over is said by the move's own notice, which has Undo; a question by its answer.
_SAID_OTHERWISE: Final = frozenset({ScanVerdict.HANDED_OVER, ScanVerdict.ASKING})
_STAYS: Final = frozenset(
    {ScanVerdict.NOT_READY, ScanVerdict.TOO_FRESH, ScanVerdict.ALREADY_OUT, ScanVerdict.OPENED}
)
_OPENS: Final = frozenset(
    {
        ScanVerdict.HANDED_OVER,
        ScanVerdict.PAY_FIRST,
        ScanVerdict.NOT_READY,
        ScanVerdict.TOO_FRESH,
        ScanVerdict.ALREADY_OUT,
        ScanVerdict.OPENED,
        ScanVerdict.FOUND,
    }
)


class ScanDesk(QObject):
    """Shows the answer to each scan.

    Thread: gui. Signals: `order_scanned(snapshot)` when the scan opens an order, `payment_scanned`
    when it opens its payment too; `kept(text, number)` when it waits for a payment; `shown` when an
    answer covers the window; `said(Message)` what then stands in the strip; `sounded(good)` once a
    scan; `button_pressed(key, ScanAnswered)`.
    """

    shown = Signal()
    order_scanned = Signal(object)
    payment_scanned = Signal(object)
    kept = Signal(str, str)
    said = Signal(object)
    sounded = Signal(bool)
    button_pressed = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        layer: DialogLayer,
        shop: Shop,
        now: Callable[[], datetime],
    ) -> None:
        """Answer over the whole of `window`, or at the top of the dialog in `layer`."""
        super().__init__(window)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._now = now
        self._window = window
        self._answered: ScanAnswered | None = None
        self._message: Message | None = None
        self.whole = ScanAnswer(theme, window)
        self.whole.button_pressed.connect(self.on_button)
        self.whole.ended.connect(self.on_ended)
        self.band: ScanAnswer | None = None

    def answer(self, news: ScanAnswered, *, taken: bool = False) -> None:
        """Show the answer now; sound and words follow. What a dialog has `taken` it shows."""
        self._say_last()
        now = self._now()
        self._answered = news
        if news.verdict not in _SAID_OTHERWISE:
            self._message = scan_message(news, now, self._shop, now)
        if taken:
            self.sounded.emit(True)
            self._say_last()
            return
        shown = self._surface()
        answer = self._with_way_on(scan_answer(news, self._shop, now))
        if shown is not self.whole and news.product is not None:
            answer = replace(answer, buttons=())  # another dialog is open
        self._show(shown, answer)
        if news.verdict is not ScanVerdict.ASKING:
            self.sounded.emit(news.verdict in _GOOD)
        if news.verdict is ScanVerdict.KEPT_FOR_LATER:
            number = news.order.order.number if news.order is not None else news.text[:20]
            self.kept.emit(news.text, number)
        elif news.order is not None and news.verdict in _OPENS and shown is self.whole:
            found = news.verdict is ScanVerdict.FOUND
            (self.payment_scanned if found else self.order_scanned).emit(news.order)
            self.whole.raise_()

    def sound_alone(self) -> None:
        """Let a scan be heard that a page on the screen has the words to."""
        self._say_last()
        self.sounded.emit(True)

    def command_refused(self, news: CommandRefused) -> None:
        """Say that a scan could not be carried out; why stands in the strip or a banner."""
        if news.command != HandleScan.__name__:
            return
        self._say_last()
        self._answered = None
        answer = not_done()
        self._message = answer_message(answer, self._now(), self._shop)
        self._show(self._surface(), answer)
        self.sounded.emit(False)

    def _show(self, shown: ScanAnswer, answer: Answer) -> None:
        shown.show_answer(answer)
        if shown is self.whole:
            self.shown.emit()
        shown.repaint()
        # A scan acts while the window is not to be seen too; whoever scanned should look.
        QApplication.alert(self._window.window())

    def is_shown(self) -> bool:
        """Tell whether an answer is on the screen."""
        return self.whole.isVisible() or (self.band is not None and self.band.isVisible())

    def end(self) -> None:
        """End the answer that is shown (Esc)."""
        self.whole.end()
        if self.band is not None:
            self.band.end()

    def fit(self) -> None:
        """Cover the window at its new size."""
        if self.whole.isVisible():
            self.whole.setGeometry(self._window.rect())

    def _surface(self) -> ScanAnswer:
        self._drop_band()
        dialog = self._layer.dialog
        if dialog is None:
            return self.whole
        self.whole.end()
        self.band = ScanAnswer(self._theme, dialog, band=True)
        self.band.button_pressed.connect(self.on_button)
        self.band.ended.connect(self.on_ended)
        dialog.closed.connect(self.on_dialog_closed)
        return self.band

    def _with_way_on(self, answer: Answer) -> Answer:
        """Give an answer about an order that stays here a button that opens it."""
        answered = self._answered
        if answer.buttons or answered is None or not self._stays_here(answered):
            return answer
        words = self.tr("Open {number}").format(number=answer.number)
        return replace(answer, buttons=(AnswerButton(OPEN, words),))

    def _stays_here(self, answered: ScanAnswered) -> bool:
        in_dialog = self.band is not None and answered.verdict is ScanVerdict.FOUND
        return answered.verdict in _STAYS or in_dialog

    def _drop_band(self) -> None:
        band, self.band = self.band, None
        if band is not None:
            band.hide()
            band.deleteLater()

    def _say_last(self) -> None:
        message, self._message = self._message, None
        if message is not None:
            self.said.emit(message)

    @Slot()
    def on_ended(self) -> None:
        """Leave the words in the strip."""
        self._say_last()

    @Slot()
    def on_dialog_closed(self) -> None:
        """Let the band go with its dialog."""
        self._drop_band()
        self._say_last()

    @Slot(str)
    def on_button(self, key: str) -> None:
        """Pass the press of an answer's button on."""
        if self._answered is not None:
            self.button_pressed.emit(key, self._answered)
