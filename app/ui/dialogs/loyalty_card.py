"""Putting a loyalty card to an order: scanned while this is open, or typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Keypad, Kind, Label
from app.ui.widgets.keypad import press_into
from app.ui.wording.marked import translate
from app.ui.wording.points import points_line
from app.usecases.desk import Shop
from app.usecases.scan_card import AskForCard
from app.usecases.tie_card import TieCard

_MOST_LETTERS = 64
_LEAST_LETTERS = 4


class LoyaltyCardDialog(OrderDialog):
    """Loyalty card for A-42; a card that is scanned meanwhile is this order's and closes it.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        snapshot: OrderSnapshot,
    ) -> None:
        """Make the dialog of the order in `snapshot`, and ask for its card."""
        title = translate("Card", "Loyalty card for {number}")
        super().__init__(theme, title, shop, dispatch, snapshot, width=848, height=608)
        self._before = snapshot.points
        self.field = QLineEdit()
        self.field.setMaxLength(_MOST_LETTERS)
        self.field.setAccessibleName(translate("Card", "Number of the card"))
        self.keypad = Keypad(theme, double_zero=False)
        self.standing = Sentence(theme, "", "body", "ink2")
        self.back = ActionButton(theme, translate("Card", "Back"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, translate("Card", "Use this card"), Kind.NEXT, height=72)
        self._lay_out()
        self.back.acted.connect(self.reject)
        self.action.acted.connect(self._on_use)
        self.keypad.key_pressed.connect(self._on_key)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_use)
        self.closed.connect(self._on_closed)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self.show_order(snapshot)
        self.send(AskForCard(self.order_id))

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Take the order as it is now; another card than before closes the dialog."""
        super().show_order(snapshot)
        points, before = snapshot.points, self._before
        if points is not None and before is not None and points.card:
            if (points.card, points.state) != (before.card, before.state) and points.can_remove:
                self.done_with()
                return
            self.standing.say_plainly(points_line(points))
        self._show_lock()

    def lock_reason(self, snapshot: OrderSnapshot) -> str:
        """Return why no card can be put to the order any more."""
        if snapshot.points is not None and snapshot.points.can_tie:
            return ""
        return translate("Card", "No card can be put to this order any more.")

    def first_focus(self) -> QWidget | None:
        """Return the field, so that a keyboard works at once."""
        return self.field

    def _lay_out(self) -> None:
        px = self.theme.px
        left = QVBoxLayout()
        left.setSpacing(px(8))
        caption = translate("Card", "Scan the card now, or type its number:")
        left.addWidget(Label(self.theme, caption, "body", "ink2", wrap=True))
        left.addWidget(self.field)
        left.addWidget(self.standing)
        left.addStretch(1)
        self.body.addLayout(left, 1)
        self.set_keys(self.keypad)
        self.set_foot(self.back, self.action)

    def _show_lock(self) -> None:
        short = len(self.field.text().strip()) < _LEAST_LETTERS
        self.action.set_locked(self.is_locked or short)

    @Slot(str)
    def _on_key(self, key: str) -> None:
        press_into(self.field, key)

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._show_lock()

    @Slot()
    def _on_use(self) -> None:
        text = self.field.text().strip()
        if self.is_locked or len(text) < _LEAST_LETTERS:
            return
        self.send(TieCard(self.order_id, text))
        self.done_with()

    @Slot()
    def _on_closed(self) -> None:
        self.send(AskForCard(""))

    @Slot()
    def _on_theme(self) -> None:
        self.field.setFont(self.theme.font("title"))
        self.field.setMinimumHeight(self.theme.px(64))
        self.field.setAlignment(Qt.AlignmentFlag.AlignLeft)
