"""The slips that wait for one printer, and the choice of another printer for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.open_questions import WaitingSlip
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, CheckTile, Dialog, Kind, Sheet
from app.ui.wording.marked import translate
from app.ui.wording.waiting_slips import list_title, row_line, row_title, waiting_count

_REST_MS = 1500


class WaitingRow(Sheet):
    """One slip: whether it is meant, and why it waits. Thread: gui. Signals: `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme, slip: WaitingSlip, now: datetime) -> None:
        """Make the row of `slip`, which is meant until somebody says otherwise."""
        super().__init__(theme, "surface", ("bottom",))
        self.slip = slip
        self.tile = CheckTile(theme, row_title(slip))
        self.tile.setChecked(True)
        self.tile.setFixedWidth(theme.px(250))
        self.line = Sentence(theme, row_line(slip.job, now), "body", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(8), 0, theme.px(9))
        row.setSpacing(theme.px(16))
        row.addWidget(self.tile)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        self.tile.toggled.connect(self._on_toggled)

    def show_slip(self, slip: WaitingSlip, now: datetime) -> None:
        """Show how it stands now."""
        self.slip = slip
        self.line.say_plainly(row_line(slip.job, now))

    @Slot(bool)
    def _on_toggled(self, _meant: bool) -> None:
        self.changed.emit()


class WaitingSlipsDialog(Dialog):
    """What waits for one printer, oldest first; the three buttons are about the ticked ones.

    Thread: gui. Signals: `skip_wanted(job_ids)`, `retry_wanted(job_ids)`,
    `other_wanted(job_ids, printers)`.
    """

    skip_wanted = Signal(object)
    retry_wanted = Signal(object)
    other_wanted = Signal(object, object)

    def __init__(
        self, theme: Theme, printer: str, slips: Sequence[WaitingSlip], now: datetime
    ) -> None:
        """Make the list of `printer`."""
        super().__init__(theme, list_title(printer), width=848, height=560)
        self.printer = printer
        self.rows: dict[str, WaitingRow] = {}
        self.advice = Sentence(theme, "", "body_medium", "ink2")
        self.body.addWidget(self.advice)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.skip = ActionButton(theme, translate("Slips", "Skip"), Kind.PLAIN, height=72)
        self.retry = ActionButton(theme, translate("Slips", "Retry"), Kind.PLAIN, height=72)
        self.other = ActionButton(theme, translate("Slips", "Other printer"), Kind.NEXT)
        self.retry.setMinimumWidth(theme.px(160))
        self.skip.setMinimumWidth(theme.px(112))
        self.set_foot(self.skip)
        self.add_to_foot(self.retry)
        self.add_to_foot(self.other)
        self.other.setMinimumWidth(theme.px(232))
        self.skip.acted.connect(self._on_skip)
        self.retry.acted.connect(self._on_retry)
        self.other.acted.connect(self._on_other)
        self.show_slips(slips, now)

    def first_focus(self) -> QWidget | None:
        """Return the way that changes least."""
        return self.retry

    def show_slips(self, slips: Sequence[WaitingSlip], now: datetime) -> None:
        """Show the list as it is now; what was ticked stays ticked, an empty list closes."""
        wanted = {slip.job.id: slip for slip in slips}
        for job_id in [job_id for job_id in self.rows if job_id not in wanted]:
            row = self.rows.pop(job_id)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for job_id, slip in wanted.items():
            if job_id in self.rows:
                self.rows[job_id].show_slip(slip, now)
            else:
                self._add(slip, now)
        self._show_ways()
        if not self.rows:
            self.done_with()

    def _add(self, slip: WaitingSlip, now: datetime) -> None:
        row = WaitingRow(self.theme, slip, now)
        row.changed.connect(self._on_changed)
        self.rows[slip.job.id] = row
        self._list.addWidget(row)
        row.show()

    def _meant(self) -> tuple[str, ...]:
        return tuple(job_id for job_id, row in self.rows.items() if row.tile.isChecked())

    def _others(self) -> tuple[str, ...]:
        names = (name for row in self.rows.values() for name in row.slip.others)
        return tuple(dict.fromkeys(names))

    def _show_ways(self) -> None:
        text = translate("Slips", "{slips}. Orders go on; nothing comes out twice.")
        self.advice.say_plainly(text.format(slips=waiting_count(len(self.rows))))
        none = not self._meant()
        for button in (self.skip, self.retry, self.other):
            button.set_locked(none)
        self.other.setVisible(bool(self._others()))

    @Slot()
    def _on_changed(self) -> None:
        self._show_ways()

    @Slot()
    def _on_skip(self) -> None:
        self.skip_wanted.emit(self._meant())

    @Slot()
    def _on_retry(self) -> None:
        self.retry.rest(_REST_MS)
        self.retry_wanted.emit(self._meant())

    @Slot()
    def _on_other(self) -> None:
        self.other_wanted.emit(self._meant(), self._others())


class OtherPrinterDialog(Dialog):
    """Which of several printers prints slips instead. Thread: gui. Signals: `chosen(printer)`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, printers: Sequence[tuple[str, str]]) -> None:
        """Offer `printers`, each as its name and the words for it."""
        super().__init__(theme, translate("Slips", "Other printer"), width=560)
        self._mapper = QSignalMapper(self)
        for name, words in printers:
            button = ActionButton(theme, words, height=72, icon="printer", name=name)
            button.acted.connect(self._mapper.map)
            self._mapper.setMapping(button, name)
            self.body.addWidget(button)
        self.body.addStretch(1)
        self._mapper.mappedString.connect(self._on_chosen)

    @Slot(str)
    def _on_chosen(self, printer: str) -> None:
        self.chosen.emit(printer)
        self.done_with()
