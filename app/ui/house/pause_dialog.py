"""Pausing a vendor: how long, why, and what becomes of the orders that come meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.pause import PauseReason, can_reject
from app.ui.dialogs.reasons import Reasons
from app.ui.dialogs.titled import Titled
from app.ui.house.clock_row import ClockRow
from app.ui.panel.sentence import Sentence
from app.ui.screen_settings import VendorView
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind, Label
from app.ui.wording.house_rules import (
    next_quarters,
    reason_choices,
    to_customers,
    what_then,
)
from app.ui.wording.marked import translate
from app.usecases.desk import Shop
from app.usecases.pause_vendor import PauseVendor

_MINUTES: Final = (10, 20, 30, 60)
_USUAL: Final = "20"
_UNTIL: Final = "until"
_OPEN: Final = "open"
_HOLD: Final = "hold"
_REJECT: Final = "reject"
_COLUMNS: Final = 3
_LOW = 700  # design px of height below which the two halves stand beside each other
_WIDE, _WIDEST = 760, 1000  # design px of width that needs, and takes where it can
_MOST_LETTERS: Final = 500
_OWN_LETTERS: Final = 80


class PauseDialog(Dialog):
    """Pause Cheers: what most shops want is chosen already, so that one more tap pauses.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        vendor: VendorView,
        now: Callable[[], datetime],
        send: Callable[[object], None],
    ) -> None:
        """Make the dialog of one vendor; `send` takes the command."""
        title = translate("Pause", "Pause {vendor}").format(vendor=vendor.title)
        super().__init__(theme, title, width=800, height=760)
        self._vendor = vendor
        self._now = now
        self._send = send
        self._written = False
        long = translate("Pause", "For how long?")
        self.times = Reasons(theme, _times(), long, columns=_COLUMNS)
        self.clock = ClockRow(theme, shop, next_quarters(now(), shop), now)
        why = translate("Pause", "Why?")
        self.reasons = Reasons(theme, reason_choices(), why, columns=_COLUMNS)
        self.own = self._field(translate("Pause", "The reason in your words"), _OWN_LETTERS)
        self._own = Titled(theme, self.own.accessibleName(), self.own)
        meanwhile = translate("Pause", "New orders meanwhile")
        self.orders = Reasons(theme, _ways(vendor), meanwhile)
        self.text = self._field(translate("Pause", "The customer reads (needed)"), _MOST_LETTERS)
        self._text = Titled(theme, self.text.accessibleName(), self.text)
        self.consequence = Sentence(theme, "", "body", "ink2", middle=True)
        captions = (Label(theme, words, "body", "ink2") for words in (long, meanwhile, why))
        for_long, until_then, whys = captions
        how = self._half(for_long, self.times, self.clock, until_then, self.orders)
        reason = self._half(self._text, whys, self.reasons, self._own)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.addWidget(how, 1)
        self._parts.addWidget(reason, 1)
        self.body.addLayout(self._parts)
        self.body.addStretch(1)
        for choice in (self.times, self.orders, self.reasons):
            choice.chosen.connect(self._on_chosen)
        self.keep = ActionButton(theme, translate("Pause", "Back"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, title, Kind.NEXT, icon="pause")
        self.set_foot(self.keep, self.action, note=self.consequence)
        self.times.choose(_USUAL)
        self.reasons.choose(PauseReason.KITCHEN_FULL.value)
        self.orders.choose(_HOLD)
        self.keep.acted.connect(self.reject)
        self.action.acted.connect(self._on_pause)
        self.own.textChanged.connect(self._on_words)
        self.text.textEdited.connect(self._on_edited)
        self.text.textChanged.connect(self._on_words)
        self._show()

    @property
    def until(self) -> datetime | None:
        """Return when the pause will end, None until somebody resumes."""
        if self.times.key == _OPEN:
            return None
        if self.times.key == _UNTIL:
            return self.clock.moment
        return self._now() + timedelta(minutes=int(self.times.key))

    @property
    def command(self) -> PauseVendor:
        """Return what is chosen."""
        rejects = self.orders.key == _REJECT
        return PauseVendor(
            self._vendor.name,
            PauseReason(self.reasons.key),
            self.until,
            rejects,
            self.own.text().strip() if self._is_own else "",
            self.text.text().strip() if rejects else "",
        )

    def first_focus(self) -> QWidget | None:
        """Return the action: everything is chosen."""
        return self.action

    def size_in(self, room: QSize) -> QSize:
        """Return the size: wider where there is little height."""
        size = super().size_in(room)
        wide = self.theme.px(_WIDEST) if size.height() < self.theme.px(_LOW) else size.width()
        return QSize(min(wide, room.width()), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two halves beside each other where that spares scrolling."""
        super().resizeEvent(event)
        px, size = self.theme.px, event.size()
        beside = size.height() < px(_LOW) and size.width() >= px(_WIDE)
        way = QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._parts.setSpacing(px(24 if beside else 8))
        self.reasons.set_columns(2 if beside else _COLUMNS)

    @property
    def _is_own(self) -> bool:
        return self.reasons.key == PauseReason.OTHER.value

    def _half(self, *parts: QWidget) -> QWidget:
        """Return one of the two halves, with what it asks about from top to bottom."""
        half = QWidget()
        # Beside each other both are of one width, whatever stands in them.
        half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(8))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return half

    def _field(self, name: str, longest: int) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(longest)
        field.setAccessibleName(name)
        field.setMinimumHeight(self.theme.px(52))
        field.setFont(self.theme.font("body"))
        return field

    def _show(self) -> None:
        self.clock.setVisible(self.times.key == _UNTIL)
        self._own.setVisible(self._is_own)
        rejects = self.orders.key == _REJECT
        self._text.setVisible(rejects)
        self.consequence.say_plainly(what_then(rejects=rejects))
        if not self._written:
            reason = PauseReason(self.reasons.key)
            self.text.setText(to_customers(reason, self.own.text().strip())[:_MOST_LETTERS])
            self.text.setCursorPosition(0)  # read from its beginning
        missing = self._is_own and not self.own.text().strip()
        self.action.set_locked(missing or (rejects and not self.text.text().strip()))

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self._show()
        if not self._text.isHidden() and self.sender() is self.orders:
            self.bring_into_view(self._text)
        if self._is_own and not self.own.text():
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._written = bool(text.strip())

    @Slot(str)
    def _on_words(self, _text: str) -> None:
        self._show()

    @Slot()
    def _on_pause(self) -> None:
        self._send(self.command)
        self.done_with()


def _times() -> list[tuple[str, str]]:
    minutes = translate("Pause", "{count} min")
    return [
        *((str(count), minutes.format(count=count)) for count in _MINUTES),
        (_UNTIL, translate("Pause", "Until…")),
        (_OPEN, translate("Pause", "Until resumed")),
    ]


def _ways(vendor: VendorView) -> list[tuple[str, str]]:
    hold = translate("Pause", "Hold them, 10 min at most")
    ways = [(_HOLD, hold)]
    if can_reject(vendor.capabilities):
        ways.append((_REJECT, translate("Pause", "Reject new orders")))
    return ways
