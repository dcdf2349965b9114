"""The page Copy this till: its set-up to another till, or another till's to this one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from app.domain.settings_news import SetupCopied
from app.ui.settings_kit.setup_box import SetupBox
from app.ui.settings_page.parts import Section
from app.ui.theme import Theme
from app.ui.widgets import Label
from app.ui.wording.marked import translate
from app.ui.wording.setup_words import setup_copied_text


class CopyPage(Section):
    """Thread: gui. Signals: `copy_wanted(passphrase, taking)`."""

    copy_wanted = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        """Make it."""
        super().__init__(theme)
        said = translate(
            "Setup",
            "All settings, keys and the logo go into one file that only the passphrase opens."
            " Orders stay here, and so do this till's name and id.",
        )
        out, into = translate("Setup", "Save the set-up"), translate("Setup", "Take over a set-up")
        self.out = SetupBox(theme, out, "download", taking=False)
        self.into = SetupBox(theme, into, "copy", taking=True)
        self._outward = (
            Label(theme, translate("Setup", "To another till"), "column"),
            Label(theme, said, "body", "ink2", wrap=True),
            self.out,
        )
        for each in self._outward:
            self.add(each)
        self.add(Label(theme, translate("Setup", "From another till"), "column"))
        told = translate(
            "Setup", "Replaces the settings of this till; it keeps its name, id and orders."
        )
        self.add(Label(theme, told, "body", "ink2", wrap=True))
        self.add(self.into)
        self.out.wanted.connect(self._on_out)
        self.into.wanted.connect(self._on_into)

    def offer_outward(self, offered: bool) -> None:
        """Show the way to another till, or not: a till that is new has nothing to give."""
        for each in self._outward:
            each.setVisible(offered)

    @Slot(object)
    def copied(self, news: SetupCopied) -> None:
        """Say what became of a copy."""
        (self.into if news.taken else self.out).say(setup_copied_text(news))

    @Slot(str)
    def _on_out(self, passphrase: str) -> None:
        self.copy_wanted.emit(passphrase, False)

    @Slot(str)
    def _on_into(self, passphrase: str) -> None:
        self.copy_wanted.emit(passphrase, True)
