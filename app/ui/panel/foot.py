"""The foot of the panel: what to settle, what to do next, and the moves in their places."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.moves import OfferedMove
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ui.panel.commands import ASK_FIRST
from app.ui.panel.move_button import MoveButton
from app.ui.panel.places import Places
from app.ui.panel.sentence import Sentence
from app.ui.panel.touch_menu import TouchMenu
from app.ui.panel.trouble_box import TroubleBox
from app.ui.panel.waiting_box import WaitingBox
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, IconMark, Kind, Label, ShapeMark, Sheet
from app.ui.wording.moves import move_note, move_text
from app.ui.wording.next_by_payment import NextStep
from app.ui.wording.next_step import next_step
from app.ui.wording.troubles import Trouble
from app.usecases.desk import Shop

_SIDE = 16
_LEFT_WIDTH = 112
_NOTE = 18


class NextStepLine(QWidget):
    """An icon or shape, and the sentence. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self._theme = theme
        self._icon = IconMark(theme, "arrow-right", 20, "accent_text")
        self._shape = ShapeMark(theme, Shape.OK, 20)
        self.sentence = Sentence(theme)
        self._row = QHBoxLayout(self)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self._icon, 0, top)
        self._row.addWidget(self._shape, 0, top)
        self._row.addWidget(self.sentence, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, step: NextStep, *, lines: int) -> None:
        """Show another step, with room for at least so many lines."""
        self.sentence.setMinimumHeight(lines * self.sentence.minimumSizeHint().height())
        is_shape = isinstance(step.icon, Shape)
        self._shape.setVisible(is_shape)
        self._icon.setVisible(not is_shape)
        if isinstance(step.icon, Shape):
            self._shape.set_shape(step.icon)
        else:
            self._icon.set_icon(step.icon, step.ink)
        self.sentence.say(step.runs)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(2), 0, px(4), 0)
        self._row.setSpacing(px(8))


class PanelFoot(Sheet):
    """Troubles with their answers, the next step, the row beside "…", and the two large moves.

    Everything hangs from the bottom, so that the two lowest rows never shift.

    Thread: gui. Signals: `move_pressed(move)`, `details_pressed`.
    """

    move_pressed = Signal(object)
    details_pressed = Signal()

    def __init__(self, theme: Theme, shop: Shop, menu_parent: QWidget) -> None:
        """Make an empty foot; the menu opens inside `menu_parent`."""
        super().__init__(theme, "surface", ("top",), parent=menu_parent)
        self._shop = shop
        self._boxes: list[TroubleBox] = []
        self._buttons: dict[Move, MoveButton] = {}
        self.waiting = WaitingBox(theme)
        self.step = NextStepLine(theme)
        self.more = ActionButton(theme, "", icon="dots", name=self.tr("More"))
        self.left = MoveButton(theme, Kind.DANGER, height=72, shows_icon=False)
        self.corner = MoveButton(theme, Kind.NEXT, height=72)
        self.note = Label(theme, style="small", ink="ink2", elide=True)
        self._notes = ("", "")
        self.menu = TouchMenu(theme, shop, menu_parent)
        self._column = QVBoxLayout(self)
        self._troubles = QVBoxLayout()
        self._settling = QHBoxLayout()
        self._row = QHBoxLayout()
        self._row_moves = QHBoxLayout()
        self._large = QHBoxLayout()
        self._fill()
        for button in (self.left, self.corner):
            button.move_pressed.connect(self.move_pressed)
        self.menu.move_pressed.connect(self.move_pressed)
        self.menu.details_pressed.connect(self.details_pressed)
        self.more.acted.connect(self._on_more)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def show_moves(
        self,
        snapshot: OrderSnapshot,
        places: Places,
        troubles: tuple[Trouble, ...],
        now: datetime,
        *,
        same_order: bool,
    ) -> None:
        """Show the moves of `snapshot` in their places."""
        self._show_troubles(troubles)
        self.waiting.show_order(snapshot)
        calm = not troubles and self.waiting.isHidden()
        self.step.say(next_step(snapshot, self._shop, now), lines=2 if calm else 1)
        self._show_row(self._settling, places.settling, snapshot)
        self._show_row(self._row_moves, places.row, snapshot)
        self._hide_unused(places)
        self.left.show_move(places.left, snapshot, self._shop)
        self._show_note(places.left, snapshot)
        if self.corner.show_move(places.corner, snapshot, self._shop) and same_order:
            self.corner.rest()
        self.menu.show_moves(places.menu, snapshot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the line below the move at the left."""
        super().resizeEvent(event)
        self._column.activate()
        self._fit_note()

    def button(self, move: Move) -> MoveButton | None:
        """Return the button that stands for `move` now, outside the menu."""
        fixed = [button for button in (self.corner, self.left) if button.move_shown is move]
        if fixed:
            return fixed[0]
        known = self._buttons.get(move)
        return known if known is not None and known.move_shown is move else None

    def rest(self) -> None:
        """Let no move be pressed for the moment after one was."""
        for button in (self.corner, self.left, *self._buttons.values()):
            button.rest()

    def _fill(self) -> None:
        self._row.addLayout(self._row_moves, 1)
        self._row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignRight)
        self._large.addWidget(self.left)
        self._large.addWidget(self.corner, 1)
        for part in (self._troubles, self._settling):
            self._column.addLayout(part)
        self._column.addWidget(self.waiting)
        self._column.addWidget(self.step)
        self._column.addLayout(self._row)
        self._column.addLayout(self._large)
        self._column.addWidget(self.note)

    def _show_note(self, left: OfferedMove | None, snapshot: OrderSnapshot) -> None:
        """Say below the move at the left what to know before it; what asks first says it there."""
        note = ""
        if left is not None and left.move not in ASK_FIRST:
            note = move_note(left, snapshot, self._shop)
        self.left.setAccessibleDescription(note)
        whole = f"{move_text(left.move)}: {note}" if left is not None and note else ""
        self._notes = (whole, f"{note[:1].upper()}{note[1:]}")
        self._fit_note()

    def _fit_note(self) -> None:
        """Say it without the move's name, which stands right above it, where both do not fit."""
        whole, short = self._notes
        metrics = QFontMetrics(self.note.font())
        fits = metrics.horizontalAdvance(whole) <= self.note.width()
        words = whole if fits else short
        if self.note.text() != words:
            self.note.setText(words)

    def _show_troubles(self, troubles: tuple[Trouble, ...]) -> None:
        while len(self._boxes) < len(troubles):
            box = TroubleBox(self._theme)
            self._boxes.append(box)
            self._troubles.addWidget(box)
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(troubles))
            if place < len(troubles):
                box.say(troubles[place])

    def _show_row(
        self, row: QHBoxLayout, moves: tuple[OfferedMove, ...], snapshot: OrderSnapshot
    ) -> None:
        wanted = [self._button_of(offered.move) for offered in moves]
        present = [button for button in self._buttons.values() if row.indexOf(button) >= 0]
        if [row.indexOf(button) for button in wanted] != list(range(row.count())):
            for button in present:
                row.removeWidget(button)
            for button in wanted:
                row.addWidget(button)
        for button, offered in zip(wanted, moves, strict=True):
            if offered.move is Move.TAKE_PAYMENT:
                blocks = snapshot.order.state is OrderState.READY
                button.set_kind(Kind.MONEY if blocks else Kind.MONEY_OUTLINE)
            button.set_shows_icon(len(wanted) == 1)
            button.show_move(offered, snapshot, self._shop)

    def _hide_unused(self, places: Places) -> None:
        used = {offered.move for offered in (*places.row, *places.settling)}
        for move, button in self._buttons.items():
            if move not in used:
                button.forget()

    def _button_of(self, move: Move) -> MoveButton:
        if move not in self._buttons:
            button = MoveButton(self._theme, parent=self)
            button.set_keeps_place(False)
            button.move_pressed.connect(self.move_pressed)
            self._buttons[move] = button
        return self._buttons[move]

    @Slot()
    def _on_more(self) -> None:
        if self.menu.isVisible():
            self.menu.close_menu()
        else:
            self.menu.open_above(self.more)

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        side = px(_SIDE)
        # The note's line stays while it is empty, so that no button shifts for it.
        self._column.setContentsMargins(side, px(12), side, px(4))
        self.note.setFixedHeight(px(_NOTE))
        self._column.setSpacing(px(8))
        for row in (self._settling, self._row, self._row_moves):
            row.setSpacing(px(8))
        self._large.setSpacing(px(24))
        self._troubles.setSpacing(px(8))
        self.left.setFixedWidth(px(_LEFT_WIDTH))
        self.more.setFixedWidth(px(56))
