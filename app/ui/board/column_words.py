"""What a column of the board says beside its cards: its name, its tool, and what is folded away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.states import OrderState
from app.ui.board.cards_of import ColumnOrders
from app.ui.board.column import EmptyText
from app.ui.board.column_head import ToolText
from app.ui.wording.figures import clock, day_clock
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


@dataclass(frozen=True, slots=True)
class FoldText:
    """What the row of folded orders says: "Later 2", "next 19:30", and the latter in brief.

    Without a `head` there is no such row; `brief` None: the rest may be left out.
    """

    head: str
    rest: str = ""
    brief: str | None = ""

    @property
    def unfolded(self) -> FoldText:
        """The same row once its orders stand among the others."""
        return FoldText(translate("Board", "Fold away"), self.head, None)


def column_name(state: OrderState) -> str:
    """Return what a column is called."""
    if state is OrderState.NEW:
        return translate("Board", "New")
    if state is OrderState.PREPARING:
        return translate("Board", "Preparing")
    return translate("Board", "Ready")


def empty_text(state: OrderState) -> EmptyText:
    """Return what a column says while it has no cards."""
    if state is OrderState.NEW:
        line = translate("Board", "Pult rings when one comes.")
        return EmptyText("bell", translate("Board", "No new orders"), line)
    if state is OrderState.PREPARING:
        line = translate("Board", "Accepted orders come here.")
        return EmptyText("list", translate("Board", "Nothing to prepare"), line)
    line = translate("Board", "Orders that are ready wait here.")
    return EmptyText("bag", translate("Board", "Nothing to hand over"), line)


def tool_text(state: OrderState) -> ToolText | None:
    """Return the button of a column's head, if it has one."""
    if state is OrderState.PREPARING:
        return ToolText("sum", translate("Board", "Totals"))
    if state is OrderState.READY:
        return ToolText("check-all", translate("Board", "Collect all older than …"))
    return None


def fold_text(found: ColumnOrders, shop: Shop, now: datetime) -> FoldText:
    """Return the row of what is folded away; of several kinds the last one's time is told."""
    heads = []
    rest = ""
    brief: str | None = ""
    if found.older:
        heads.append(translate("Board", "Older {count}").format(count=len(found.older)))
    if found.later:
        heads.append(translate("Board", "Later {count}").format(count=len(found.later)))
        wanted = found.later[0].order.wanted_at
        if wanted is not None:
            brief = day_clock(wanted, shop, now)
            rest = translate("Board", "next {time}").format(time=brief)
    if found.away:
        heads.append(translate("Board", "On the way {count}").format(count=len(found.away)))
        left_at = found.away[0].on_the_way_at
        if left_at is not None:
            brief = clock(left_at, shop)
            rest = translate("Board", "first left {time}").format(time=brief)
    return FoldText(" · ".join(heads), rest, brief)
