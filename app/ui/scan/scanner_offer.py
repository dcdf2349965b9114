"""Asks whether a scanner that types, and that nobody has set up, is to be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.device_news import DeviceKept, ScannerOffered, ScanSeen
from app.domain.lamp import LampKind
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Dialog, DialogLayer, Kind, Label, Message
from app.ui.wording.figures import clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.setting_problems import not_kept_text
from app.usecases.desk import Shop
from app.usecases.handle_scan import HandleScan

NAME: Final = "keyboard scanner"
"""What a scanner is called that staff took into use by one press."""
_LANGUAGES: Final[Mapping[str, str]] = {
    "us": QT_TRANSLATE_NOOP("Wedge", "US"),
    "hu": QT_TRANSLATE_NOOP("Wedge", "Hungarian"),
    "de": QT_TRANSLATE_NOOP("Wedge", "German"),
    "es": QT_TRANSLATE_NOOP("Wedge", "Spanish"),
    "fr": QT_TRANSLATE_NOOP("Wedge", "French"),
}


class OfferDialog(Dialog):
    """A scanner is typing: use it? Stays until it is in use, or the PIN is asked for.

    Thread: gui. Signals: `taken` when it is to be used.
    """

    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        """Ask."""
        super().__init__(theme, translate("Wedge", "A scanner is typing: use it?"), width=720)
        for text, ink in (
            (translate("Wedge", "A scanner types like a keyboard and is not set up yet."), "ink"),
            (translate("Wedge", "What it typed went into no field; nothing was changed."), "ink2"),
        ):
            self.body.addWidget(Label(theme, text, "body", ink, wrap=True))
        self.body.addStretch(1)
        self.later = ActionButton(theme, translate("Wedge", "Not now"), Kind.PLAIN, height=72)
        self.use = ActionButton(theme, translate("Wedge", "Use it"), Kind.NEXT, height=72)
        self.set_foot(self.later, self.use)
        self.later.acted.connect(self.reject)
        self.use.acted.connect(self.taken)


class ScannerOffer(QObject):
    """Offers a scanner nobody has set up, and says once when a scanner has another layout.

    An offer waits for an open dialog to close. After "Not now" the rest of the day has no more
    than a line in the strip for what such a scanner types.

    Thread: gui. Signals: `said(Message)`.
    """

    said = Signal(object)

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        shop: Shop,
        now: Callable[[], datetime],
        keep: Callable[[str, Mapping[str, object]], None],
        dispatch: Callable[[object], None],
        guarded: Callable[[Callable[[], None]], None],
    ) -> None:
        """Ask in `layer`; `keep` takes a scanner's name and entry, `guarded` does what changes the
        settings, after the PIN where the shop wants one."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._now = now
        self._keep = keep
        self._dispatch = dispatch
        self._guarded = guarded
        self._typed: list[str] = []  # by a scanner that is still asked about
        self._taken: list[str] = []  # by one that is being set up
        self._quiet_on: date | None = None
        self._open = False
        self._asking = False
        self._hinted: set[str] = set()
        layer.closed.connect(self.on_layer_free)

    def set_open(self) -> None:
        """Ask from now on: the till is open."""
        self._open = True
        self._ask()

    def offered(self, news: ScannerOffered) -> None:
        """Ask about a scanner, or only say that it typed."""
        if self._quiet_on == self._today():
            head = translate("Wedge", "A scanner that is not set up typed a code.")
            rest = translate("Wedge", "Nothing was changed. Open Settings, Scanners to use it.")
            self._say(Shape.WARN, head, rest)
            return
        waiting = self._taken or self._typed  # what comes while it is set up is its own too
        if news.text not in waiting:
            waiting.append(news.text)
        self._ask()

    def device_kept(self, news: DeviceKept) -> None:
        """Act on what was typed, once the scanner is at work."""
        if news.kind is not LampKind.SCANNER or news.name != NAME:
            return
        typed, self._taken = self._taken, []
        if news.problem:
            head = translate("Wedge", "The scanner could not be set up.")
            self._say(Shape.BAD, head, not_kept_text(news.problem))
            return
        if typed:
            head = translate("Wedge", "The scanner is set up.")
            self._say(Shape.OK, head, translate("Wedge", "It works from now on."))
        for text in typed:
            self._dispatch(HandleScan(text))

    def scan_seen(self, news: ScanSeen) -> None:
        """Say once a run that a scanner is set to another layout than this computer."""
        if not news.trace.layout or news.scanner in self._hinted:
            return
        self._hinted.add(news.scanner)
        scanner, _, here = news.trace.layout.partition(" on ")
        names = {
            "scanner": translate("Wedge", _LANGUAGES.get(scanner, scanner)),
            "here": translate("Wedge", _LANGUAGES.get(here, here)),
        }
        head = translate("Wedge", "The scanner types as on a {scanner} keyboard.")
        rest = translate("Wedge", "Pult reads it right; set it to {here} to be sure.")
        self._say(Shape.WARN, head.format(**names), rest.format(**names))

    @Slot()
    def on_layer_free(self) -> None:
        """Ask now what had to wait for a dialog."""
        if not self._asking:
            self._ask()

    def _ask(self) -> None:
        if not self._open or not self._typed or self._layer.dialog is not None or self._asking:
            return
        dialog = OfferDialog(self._theme)
        dialog.taken.connect(self._on_taken)
        dialog.closed.connect(self._on_closed)
        self._asking = True
        self._layer.open(dialog)

    def _say(self, shape: Shape, head: str, rest: str) -> None:
        self.said.emit(Message(shape, head, rest, clock(self._now(), self._shop)))

    def _today(self) -> date:
        return self._now().astimezone(self._shop.timezone).date()

    def _use(self, typed: list[str]) -> None:
        self._taken, self._typed = typed, []
        self._asking = False
        self._keep(NAME, {"kind": "keyboard"})
        if isinstance(self._layer.dialog, OfferDialog):
            self._layer.dialog.done_with()

    @Slot()
    def _on_taken(self) -> None:
        # The PIN's dialog takes this one's place: "Not now", unless the PIN is right.
        typed = list(self._typed)
        self._guarded(lambda: self._use(typed))

    @Slot()
    def _on_closed(self) -> None:
        if self._asking:
            self._asking = False
            self._typed.clear()
            self._quiet_on = self._today()
