"""Keeps the orders a register does not have, and opens the list in which each is settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Slot

from app.domain.news import NotInRegisterChanged
from app.ui.dialogs import NotInRegisterDialog
from app.ui.dialogs.not_in_register import NOTHING_TYPED
from app.ui.theme import Shape, Theme
from app.ui.widgets import BannerText, DialogLayer
from app.ui.wording.marked import translate
from app.usecases.not_in_register import MapArticle


class RegisterDesk(QObject):
    """The list *Not in register*, and what its banner says. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        titles: Mapping[str, str],
        send: Callable[[object], None],
        guarded: Callable[[Callable[[], None]], None],
    ) -> None:
        """Open the list in `layer`; `titles` are vendors' titles by name.

        `guarded` does what belongs to Settings, after the PIN where Settings need one.
        """
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._titles = titles
        self._send = send
        self._guarded = guarded
        self._news = NotInRegisterChanged(())
        self._dialog: NotInRegisterDialog | None = None
        self._typed: Mapping[str, str] = NOTHING_TYPED  # until the list is opened again

    @property
    def count(self) -> int:
        """How many orders are on the list."""
        return len(self._news.entries)

    def show(self, news: NotInRegisterChanged) -> None:
        """Show the list as it is now."""
        self._news = news
        if self._dialog is not None:
            self._dialog.show_entries(news)

    def banner(self, key: str) -> BannerText | None:
        """Return what is said on the board while something is on the list."""
        if not self.count:
            return None
        first = self._news.entries[0]
        title = self._titles.get(first.register, first.register)
        head = translate("Causes", "{number} is not in {register}")
        if self.count > 1:
            head = translate("Causes", "%n orders are not in {register}", n=self.count)
        head = head.format(number=first.number, register=title)
        line = translate(
            "Causes", "Kitchen and hand-over go on. Settle it here, or ring it up by hand."
        )
        button = translate("Causes", "Not in register")
        return BannerText(key, Shape.WARN, head, line, button)

    def open(self) -> None:
        """Open the list."""
        typed, self._typed = self._typed, NOTHING_TYPED
        entries = self._news.entries
        dialog = NotInRegisterDialog(self._theme, self._send, entries, self._titles, typed)
        dialog.mapped.connect(self.on_mapped)
        dialog.closed.connect(self.on_closed)
        self._dialog = dialog
        self._layer.open(dialog)

    @Slot()
    def on_closed(self) -> None:
        """Let go of a list that was closed."""
        self._dialog = None

    @Slot(object)
    def on_mapped(self, commands: Sequence[MapArticle]) -> None:
        """Keep articles, after the PIN where Settings need one: its keypad takes the list's place,
        and what was typed waits for it."""
        if self._dialog is not None:
            self._typed = self._dialog.typed()
        self._guarded(lambda: self._map(commands))

    def _map(self, commands: Sequence[MapArticle]) -> None:
        for command in commands:
            self._send(command)
        if self._dialog is None and self.count:
            self.open()
        self._typed = NOTHING_TYPED
