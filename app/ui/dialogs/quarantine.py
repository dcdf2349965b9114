"""The ids a vendor sent and then did not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.news import QuarantineChanged
from app.domain.open_questions import Quarantined
from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Dialog, Kind, ShapeMark, Sheet
from app.ui.wording.figures import Counts, day_clock
from app.ui.wording.marked import translate
from app.usecases.desk import Shop
from app.usecases.quarantine import Dismiss, TryAgain


class QuarantineRow(Sheet):
    """One id with its two ways on.

    Thread: gui. Signals: `try_pressed(entry)`, `dismiss_pressed(entry)`.
    """

    try_pressed = Signal(object)
    dismiss_pressed = Signal(object)

    def __init__(self, theme: Theme, shop: Shop, entry: Quarantined, title: str) -> None:
        """Make the row of `entry`."""
        super().__init__(theme, "surface", ("bottom",))
        self.entry = entry
        self.id_label = Sentence(theme, entry.vendor_order_id, "body_medium", "ink")
        text = translate("Quarantine", "{vendor} · came {time}, {tries}")
        line = text.format(
            vendor=title,
            time=day_clock(entry.received_at, shop, datetime.now(UTC)),
            tries=Counts().tries(entry.tries),
        )
        self.line = Sentence(theme, line, "body", "ink2")
        self.again = ActionButton(
            theme, translate("Quarantine", "Try again"), icon="retry", height=56
        )
        self.dismiss = ActionButton(
            theme, translate("Quarantine", "Dismiss"), Kind.DANGER, height=56
        )
        self.again.acted.connect(self._on_again)
        self.dismiss.acted.connect(self._on_dismiss)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.id_label)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(10), 0, theme.px(11))
        row.setSpacing(theme.px(12))
        row.addWidget(ShapeMark(theme, Shape.UNCONFIRMED, 24))
        row.addLayout(words, 1)
        row.addWidget(self.again)
        row.addSpacing(theme.px(12))
        row.addWidget(self.dismiss)

    @Slot()
    def _on_again(self) -> None:
        self.again.start_flight(translate("Quarantine", "Asking…"))
        self.try_pressed.emit(self.entry)

    @Slot()
    def _on_dismiss(self) -> None:
        self.dismiss_pressed.emit(self.entry)


class QuarantineDialog(Dialog):
    """Orders the vendor does not know: ask again, or let go.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        entries: Sequence[Quarantined],
        titles: Mapping[str, str],
    ) -> None:
        """Make the list; `titles` are vendors' titles by name."""
        title = translate("Quarantine", "Orders the vendor does not know")
        super().__init__(theme, title, width=848, height=560)
        self._shop = shop
        self._dispatch = dispatch
        self._titles = dict(titles)
        self.rows: list[QuarantineRow] = []
        text = translate(
            "Quarantine",
            "The vendor told this till of these orders and then did not know them. Nothing is"
            " lost here. Ask at the vendor whether a customer waits, or try again.",
        )
        self.body.addWidget(Sentence(theme, text, "body_medium", "ink2"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.later = ActionButton(theme, translate("Quarantine", "Later"), Kind.PLAIN, height=72)
        self.set_foot(self.later)
        self.later.acted.connect(self.reject)
        self.show_entries(QuarantineChanged(tuple(entries)))

    def show_entries(self, news: QuarantineChanged) -> None:
        """Show the list as it is now; an empty list closes."""
        for row in [row for row in self.rows if row.entry not in news.entries]:
            self.rows.remove(row)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        known = {row.entry: row for row in self.rows}
        self.rows = []
        for place, entry in enumerate(news.entries):
            row = known.get(entry) or self._new_row(entry)
            row.again.end_flight()
            self._list.insertWidget(place, row)
            self.rows.append(row)
        if not self.rows:
            self.done_with()

    def first_focus(self) -> QWidget | None:
        """Return the way back."""
        return self.later

    def _new_row(self, entry: Quarantined) -> QuarantineRow:
        title = self._titles.get(entry.vendor) or entry.vendor.title()
        row = QuarantineRow(self.theme, self._shop, entry, title)
        row.try_pressed.connect(self._on_try)
        row.dismiss_pressed.connect(self._on_dismiss)
        return row

    @Slot(object)
    def _on_try(self, entry: Quarantined) -> None:
        self._dispatch(TryAgain(entry.vendor, entry.vendor_order_id))

    @Slot(object)
    def _on_dismiss(self, entry: Quarantined) -> None:
        self._dispatch(Dismiss(entry.vendor, entry.vendor_order_id))
