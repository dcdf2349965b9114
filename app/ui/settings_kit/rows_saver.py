"""Ties rows to the foot that saves or discards them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.settings_kit.draft import Draft
from app.ui.settings_kit.key_row import KeyRow
from app.ui.settings_kit.save_foot import SaveFoot

Rows = Mapping[str, KeyRow]


class RowsSaver(QObject):
    """Says in the foot what is changed in some rows, and has it saved or taken back.

    Thread: gui. Signals: `save_wanted(values)`.
    """

    save_wanted = Signal(object)

    def __init__(
        self, draft: Draft, foot: SaveFoot, rows: Callable[[], Rows], page: QWidget
    ) -> None:
        """Look after what `rows` gives, by key, at that moment, on `page`."""
        super().__init__(page)
        self._draft = draft
        self._foot = foot
        self._rows = rows
        self._page = page
        foot.save_pressed.connect(self.on_save)
        foot.discard_pressed.connect(self.on_discard)
        draft.changed.connect(self.on_draft)

    def changes(self) -> dict[str, object]:
        """Return what the rows were changed to."""
        return dict(self._draft.changes(self._rows()))

    @Slot()
    def on_draft(self) -> None:
        """Say what is changed."""
        rows = self._rows()
        changed = self.changes()
        problems = sum(1 for key in rows if self._draft.problem(key))
        at_start = any(rows[key].view.at_start for key in changed)
        self._foot.show_changes(len(changed), problems=problems, at_start=at_start)

    @Slot()
    def on_save(self) -> None:
        """Have what was changed saved."""
        changes = self.changes()
        if changes:
            self._foot.start_saving()
            self.save_wanted.emit(changes)

    @Slot()
    def on_discard(self) -> None:
        """Take back what was changed."""
        self._draft.drop(list(self._rows()))

    @Slot(str)
    def on_saved(self, said: str) -> None:
        """Say what became of saving."""
        if self._page.isVisible():
            self._foot.end_saving(said)
