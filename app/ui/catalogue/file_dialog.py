"""Choosing a file on a touch screen: folders and catalogue files as rows, a field for keyboards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.catalogue_news import FolderRead
from app.domain.text import plain
from app.ui.catalogue.table import Column, RowTable, TextRow
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind, Label
from app.ui.wording.marked import translate

_UP = ".."
_MOST_LETTERS = 1000


@dataclass(frozen=True, slots=True)
class FileWords:
    """What a dialog for a file is called, and its button."""

    title: str
    action: str


class FileDialog(Dialog):
    """Leads from folder to folder; what is in one is asked for and shown when it has been read.

    Thread: gui. Signals: `folder_wanted(path)`, "" for a good one to begin with; `chosen(path)`.
    """

    folder_wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self, theme: Theme, words: FileWords, *, new_file: str = "") -> None:
        """Choose a file to read, or with `new_file`, its name, a folder to write one in."""
        super().__init__(theme, words.title, width=760, height=640)
        self._new_file = new_file
        self._folder = ""
        self.place = Label(theme, translate("Catalogue", "Looking…"), "body", "ink2", elide=True)
        self.table = RowTable(
            theme,
            translate("Catalogue", "Folders and files"),
            (
                Column(translate("Catalogue", "Name"), 70),
                Column(translate("Catalogue", "Kind"), 30),
            ),
        )
        self.field = QLineEdit(new_file)
        self.field.setMaxLength(_MOST_LETTERS)
        self.field.setMinimumHeight(theme.px(48))
        name = translate("Catalogue", "Name of the file")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(
            translate("Catalogue", "Tap a file above, or write its path here")
        )
        self.action = ActionButton(theme, words.action, Kind.NEXT, height=72)
        self.note = Label(theme, "", "body", "bad_text", wrap=True)
        self.body.addWidget(self.place)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Label(theme, name, "body", "ink2"))
        self.body.addWidget(self.field)
        self.set_foot(None, self.action, note=self.note)
        self.table.row_chosen.connect(self._on_row)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_action)
        self.action.acted.connect(self._on_action)
        self._on_text(self.field.text())

    def first_focus(self) -> QWidget | None:
        """Return the list: a keyboard can step through it."""
        return self.table

    def show_folder(self, news: FolderRead) -> None:
        """Show what is in a folder, or why that cannot be told."""
        if news.problem:
            words = translate("Catalogue", "{path} cannot be opened: {reason}")
            self.note.setText(words.format(path=plain(news.path), reason=news.problem))
            return
        self.note.setText("")
        self._folder = news.path
        self.place.setText(plain(news.path))
        rows = [TextRow((translate("Catalogue", "One folder up"), ""), _UP)]
        kinds = (translate("Catalogue", "Folder"), translate("Catalogue", "File"))
        rows += [TextRow((plain(name), kinds[0]), f"{name}/") for name in news.folders]
        rows += [TextRow((plain(name), kinds[1]), name) for name in news.files]
        if PurePath(news.path).parent == PurePath(news.path):
            rows.pop(0)
        self.table.show_rows(len(rows), rows.__getitem__)
        self._on_text(self.field.text())

    @Slot(str)
    def _on_row(self, key: str) -> None:
        folder = PurePath(self._folder)
        if key == _UP:
            self.folder_wanted.emit(str(folder.parent))
        elif key.endswith("/"):
            self.folder_wanted.emit(str(folder / key[:-1]))
        else:
            self.field.setText(key)
            if not self._new_file:
                self._on_action()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.action.setEnabled(bool(text.strip()) and bool(self._folder))

    @Slot()
    def _on_action(self) -> None:
        text = self.field.text().strip()
        if not text or not self._folder:
            return
        # An absolute path, or one from the user's own folder, stands for itself.
        path = text if text.startswith("~") else str(PurePath(self._folder) / text)
        self.done_with()
        self.chosen.emit(path)
