"""A section with a tab for each printer, scanner or vendor: how it stands, its rows, its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.printers.tabs import DeviceTabs
from app.ui.settings_kit.entry_rows import EntryRows, Relevant, always
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.remove_dialog import RemoveDialog
from app.ui.settings_kit.rows_saver import Rows, RowsSaver
from app.ui.settings_kit.save_foot import SaveFoot
from app.ui.settings_page.parts import Section
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.marked import translate

NEW = ""
"""The name of the tab of an entry that is being added."""


class OneOfThem(QWidget):
    """Pages of which one is seen; as high as that one, not as the highest. Thread: gui."""

    def __init__(self) -> None:
        """Make it without pages."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pages: list[QWidget] = []

    def add_page(self, page: QWidget) -> None:
        """Take one more page; it is not seen yet."""
        self._pages.append(page)
        page.hide()
        self._column.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        for each in self._pages:
            each.setVisible(each is page)


class TabbedSection(Section):
    """Entries of one list side by side; the rows of each are made when it is looked at.

    Thread: gui. Signals: `save_wanted(values)` also to remove an entry; `shown_changed(name)`.
    """

    save_wanted = Signal(object)
    shown_changed = Signal(str)

    def __init__(
        self,
        kit: Kit,
        area: str,
        tabs: DeviceTabs,
        everyday: Sequence[str],
        relevant: Relevant = always,
    ) -> None:
        """Make it without entries; `area` is the list's name (`printers`) or `vendors`."""
        super().__init__(kit.theme)
        self.kit = kit
        self.area = area
        self.tabs = tabs
        self._everyday = everyday
        self._everyday_of: dict[str, Sequence[str]] = {}
        self._relevant = relevant
        self.heads = OneOfThem()
        self.forms: dict[str, EntryRows] = {}
        self._head_of: dict[str, QWidget] = {}
        self._tables: dict[str, str] = {}
        self._stack = OneOfThem()
        self.remove = ActionButton(
            kit.theme, translate("Settings", "Remove"), Kind.DANGER, icon="trash", height=72
        )
        self.foot = SaveFoot(kit.theme, self.remove)
        self.saver = RowsSaver(kit.draft, self.foot, self._rows_shown, self)
        self.saver.save_wanted.connect(self.save_wanted)
        self.remove.acted.connect(self._on_remove)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setSpacing(0)
        whole.addWidget(self.foot)
        tabs.chosen.connect(self.show_entry)
        tabs.add_pressed.connect(self._on_add)

    @property
    def shown(self) -> str:
        """The name of the entry that is looked at, NEW for one that is being added."""
        return self.kit.draft.places.get(self.area, next(iter(self._head_of), NEW))

    def place_forms(self) -> None:
        """Put the rows at the foot of the section."""
        self.add(self._stack)

    def add_entry(self, name: str, table: str, head: QWidget, everyday: Sequence[str] = ()) -> None:
        """Show one more entry; `table` is where it stands in the file, "" if that is not known.

        `everyday` names the keys that everybody needs of this one, where others have other ones.
        """
        self._head_of[name] = head
        self.heads.add_page(head)
        if table:
            self._tables[name] = table
            self._everyday_of[name] = everyday or self._everyday

    def table_of(self, name: str) -> str:
        """Return the table of an entry of the list by its name, "" for one that is not there."""
        for place in range(self.kit.book.count(self.area)):
            view = self.kit.book.view(f"{self.area}.{place}.name")
            if view is not None and view.value == name:
                return f"{self.area}.{place}"
        return ""

    def show_first(self) -> None:
        """Show what was looked at last, else the first entry."""
        name = self.shown
        if name == NEW and self.kit.draft.places.get(self.area) == NEW:
            self._on_add()
        else:
            self.show_entry(name if name in self._head_of else next(iter(self._head_of), NEW))

    @Slot(str)
    def show_entry(self, name: str) -> None:
        """Show an entry by its name."""
        if name not in self._head_of:
            self.foot.hide()
            return
        self.kit.draft.places[self.area] = name
        self.heads.show_page(self._head_of[name])
        self.tabs.choose(name)
        form = self._form(name)
        self._stack.setVisible(form is not None)
        self.foot.setVisible(form is not None)
        if form is not None:
            self._stack.show_page(form)
        self.remove.setVisible(self.area != "vendors" and name != NEW)
        self.saver.on_draft()
        self.shown_changed.emit(name)

    def _form(self, name: str) -> EntryRows | None:
        table = self._tables.pop(name, "")
        if table:
            everyday = self._everyday_of[name]
            form = self.forms[name] = EntryRows(self.kit, table, everyday, self._relevant)
            self._stack.add_page(form)
        return self.forms.get(name)

    @Slot(str, str)
    def on_entry_kept(self, area: str, name: str) -> None:
        """Show an entry that was added or renamed, where it is one of these."""
        if area == self.area and name in self._head_of:
            self.show_entry(name)

    @Slot()
    def _on_add(self) -> None:
        if NEW not in self._head_of:
            table = f"{self.area}.{self.kit.book.count(self.area)}"
            self.add_entry(NEW, table, self.new_head())
        self.show_entry(NEW)

    def new_head(self) -> QWidget:
        """Return what stands above the rows of an entry that is being added."""
        said = translate("Settings", "Fill in what you know, then save it.")
        return Label(self.kit.theme, said, "body", "ink2", wrap=True)

    def _rows_shown(self) -> Rows:
        form = self.forms.get(self.shown)
        return form.rows if form is not None else {}

    @Slot()
    def _on_remove(self) -> None:
        dialog = RemoveDialog(self.kit.theme, self.shown)
        dialog.confirmed.connect(self._on_removed)
        self.kit.layer.open(dialog)

    @Slot()
    def _on_removed(self) -> None:
        form = self.forms.get(self.shown)
        if form is not None:
            self.kit.draft.drop(self.kit.draft.under(self.area))
            self.save_wanted.emit({form.table: None})
