"""Looks after what is changed in Settings: keeps the draft, has it saved, and says what became."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.catalogue_news import CatalogueRead
from app.domain.settings_news import SettingsKept, SetupCopied
from app.settings.book import SettingsBook
from app.settings.known import LISTS
from app.ui.catalogue.file_dialog import FileDialog, FileWords
from app.ui.errands import Errands
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_kit.draft import Draft
from app.ui.settings_kit.kit import Kit, Options
from app.ui.settings_kit.options import known_options
from app.ui.settings_kit.remarks import RouteRemarks
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.ui.wording.setting_problems import problem_text
from app.ui.wording.setting_words import setting_label

_FILE: Final = "pult.pultsetup"
_LIST_KEY: Final = re.compile(r"([a-z]+)\[.*\]\.(\w+)", re.DOTALL)


class SettingsDesk(QObject):
    """Has changes of settings saved.

    Thread: gui. Signals: `kept(said)` when it is known what became of a Save, with words for the
    foot; `copied(news)` the same of a copied set-up; `restart_due` when something holds only after
    a restart, `restart_wanted` when staff press for it; `values_test_wanted(vendor, values)` to
    test a connection with values that are not saved; `settled(well)` after `kept`; `demo_wanted` to
    start as the demo; `practice_wanted` for a practice order; `entry_kept(list, name)` for a
    printer or scanner that was added or renamed.
    """

    kept = Signal(str)
    restart_due = Signal()
    restart_wanted = Signal()
    demo_wanted = Signal()
    practice_wanted = Signal()
    entry_kept = Signal(str, str)
    settled = Signal(bool)
    copied = Signal(object)
    values_test_wanted = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        settings: ScreenSettings,
        errands: Errands,
        draft: Draft | None = None,
    ) -> None:
        """Begin with what a `draft` of before has; it belongs to the window."""
        super().__init__(layer)
        self._errands = errands
        self.draft = draft if draft is not None else Draft(self)
        self.needs_restart = False
        self._passphrase = ""
        book = settings.book or SettingsBook()
        options: dict[str, Callable[[], Options]] = known_options(settings, book)
        self._remarks = RouteRemarks(book, self.draft, errands.read_catalogue)
        self.kit = Kit(theme, layer, book, self.draft, options, self._remarks.by_pattern())

    @Slot(object)
    def on_save(self, values: Mapping[str, object]) -> None:
        """Have values written and put in force; the draft has them until they are."""
        self._errands.keep_settings(values)

    @Slot(str, bool)
    def on_copy_wanted(self, passphrase: str, taking: bool) -> None:
        """Have the file of a set-up chosen, then written or taken over."""
        settings = self._errands.settings
        if settings is None:
            return
        title = self.tr("Take over a set-up") if taking else self.tr("Save the set-up")
        words = FileWords(title, self.tr("Take over") if taking else self.tr("Save here"))
        dialog = FileDialog(self.kit.theme, words, new_file="" if taking else _FILE)
        self._passphrase = passphrase
        dialog.folder_wanted.connect(settings.read_folder)
        dialog.chosen.connect(self._on_taken if taking else self._on_written)
        self.kit.layer.open(dialog)
        settings.read_folder("")

    @Slot(str)
    def _on_written(self, path: str) -> None:
        self._errands.copy_setup(path, self._passphrase, taking=False)

    @Slot(str)
    def _on_taken(self, path: str) -> None:
        self._errands.copy_setup(path, self._passphrase, taking=True)

    def setup_copied(self, news: SetupCopied) -> None:
        """Say what became of a copy; one that was taken over holds after a restart."""
        self._passphrase = ""
        if news.taken and not news.fault:
            self.needs_restart = True
            self.restart_due.emit()
        self.copied.emit(news)

    def settings_kept(self, news: SettingsKept) -> None:
        """Take what was saved out of the draft, or say at its row what cannot be."""
        if news.tried:
            key = draft_key(news.key, news.values)
            self.draft.refuse(key, problem_text(self.kit.book.view(key), news))
            return
        if news.restart:
            self.needs_restart = True
            self.restart_due.emit()
        if not news.asked:
            return  # told again to a screen that was made anew
        if not news.problem:
            self.draft.drop(news.values)
            self._show_named(news.values)
            self.kept.emit(self.tr("Saved."))
            self.settled.emit(True)
            return
        key = draft_key(news.key, news.values)
        view = self.kit.book.view(key)
        said = problem_text(view, news)
        self.draft.refuse(key, said)
        if view is not None:  # its row may be out of sight
            said = f"{setting_label(view)}: {said}"
        self.kept.emit(self.tr("Nothing was saved. {why}").format(why=said))
        self.settled.emit(False)

    def catalogue_read(self, news: CatalogueRead) -> None:
        """Know which stations there are."""
        self._remarks.catalogue_read(entry.product.station for entry in news.entries)

    def _show_named(self, values: Mapping[str, object]) -> None:
        """Let an entry that has just got its name be looked at."""
        for key, value in values.items():
            area, _, rest = key.partition(".")
            if area in LISTS and rest.endswith(".name"):
                self.draft.places[area] = str(value)
                self.entry_kept.emit(area, str(value))


def draft_key(told: str, values: Mapping[str, object]) -> str:
    """Return the full name under which the draft has the key that a problem names.

    Problems name an entry of a list by its name: `printers["counter"].host` is `printers.0.host`.
    """
    found = _LIST_KEY.fullmatch(told)
    if found is None or found[1] not in LISTS:
        return told
    entries = [key for key in values if key.startswith(f"{found[1]}.")]
    table = entries[0].rpartition(".")[0] if entries else f"{found[1]}.0"
    same = [key for key in entries if key.endswith(f".{found[2]}")]
    return same[0] if same else f"{table}.{found[2]}"
