"""The totals panel: what is still to make, beside or over the board."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.board.totals import totals_of
from app.ui.board.totals_list import TotalsList
from app.ui.finger import scroll_by_finger
from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.switch import Switch

_REFRESH_MS = 150  # changes that come together are summed once


class TotalsPanel(Sheet):
    """Sums what the orders of the board want, while it is shown; hidden it costs nothing.

    Thread: gui. Signals: `close_pressed`.
    """

    close_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        orders: Callable[[], Iterable[OrderSnapshot]],
        parent: QWidget | None = None,
    ) -> None:
        """Make it hidden; `orders` gives all orders of the board."""
        super().__init__(theme, "surface", ("right",), parent=parent)
        self._orders = orders
        self.title = Label(theme, self.tr("To make"), "column")
        self.close_button = ActionButton(
            theme, "", Kind.GHOST, icon="close", name=self.tr("Close the totals")
        )
        self.with_new = Switch(
            theme,
            self.tr("Count new orders too"),
            on=self.tr("New orders are counted too"),
            off=self.tr("Accepted orders alone"),
        )
        self.list = TotalsList(theme)
        head, line = self.tr("Nothing to make"), self.tr("Accepted orders are summed here.")
        self.empty = EmptyState(theme, "list", head, line)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self._on_refresh)
        self._lay_out()
        self.close_button.acted.connect(self.close_pressed)
        self.with_new.toggled.connect(self._on_refresh)
        theme.changed.connect(self._on_restyled)
        self.hide()

    def orders_changed(self) -> None:
        """Sum anew soon, if anybody looks."""
        if self.isVisible() and not self._refresh.isActive():
            self._refresh.start(_REFRESH_MS)

    def open(self) -> None:
        """Show what is to be made now."""
        self._on_refresh()
        self.show()
        self.raise_()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.close_button)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.title.text())
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        inside.addStretch(1)
        self._scroll.setWidget(inner)
        scroll_by_finger(self._scroll)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.with_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.empty, 1)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)
        self._on_restyled()

    @Slot()
    def _on_refresh(self) -> None:
        totals = totals_of(self._orders(), with_new=self.with_new.isChecked())
        self.list.show_totals(totals)
        self.empty.setVisible(not totals)
        self._scroll.setVisible(bool(totals))

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(14), px(4), px(6), 0)
        self._foot.setContentsMargins(px(14), px(4), px(14), px(4))
        self.close_button.setFixedHeight(px(48))
