"""The outbox of one unit of work: what vendors have yet to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.engine import Row

from app.domain.push import Push, PushKind, PushState
from app.ports.orders import OutboxPort
from app.store.errors import readable
from app.store.records import Values, changed
from app.store.tables import OPEN_PUSHES, OUTBOX
from app.store.transaction import Transaction

_CODED: Final = {"kind", "state"}
_AS_IS: Final = tuple(field.name for field in fields(Push) if field.name not in _CODED)
_ADD = insert(OUTBOX)
_SAVE = update(OUTBOX).where(OUTBOX.c.id == bindparam("wanted"))
_GET = select(OUTBOX).where(OUTBOX.c.id == bindparam("wanted"))
_OF_ORDER = (
    select(OUTBOX)
    .where(OUTBOX.c.order_id == bindparam("wanted"))
    .order_by(OUTBOX.c.sequence, OUTBOX.c.system)
)
# As text, word for word as in the partial index, or SQLite would not use it.
_OPEN = (
    select(OUTBOX)
    .where(text(OPEN_PUSHES))
    .order_by(OUTBOX.c.order_id, OUTBOX.c.sequence, OUTBOX.c.system)
)

_REFUSED = (
    select(OUTBOX)
    .where(OUTBOX.c.kind == bindparam("wanted"))
    .where(OUTBOX.c.state == PushState.REFUSED.value)
    .order_by(OUTBOX.c.created_at, OUTBOX.c.id)
)
_FORGET = (
    update(OUTBOX)
    .where(OUTBOX.c.by == bindparam("wanted"))
    .where(OUTBOX.c.state.not_in([state.value for state in PushState if state.is_open]))
    .values(body="")
)


class SqlOutbox(OutboxPort):
    """Pushes in their table; the orders they belong to are noted in `touched`. Thread: core."""

    def __init__(self, transaction: Transaction, touched: set[str]) -> None:
        self._transaction: Final = transaction
        self._touched: Final = touched
        # As last read or written in this unit: what did not change is not written again.
        self._known: Final[dict[str, Push]] = {}
        # All of an order's, as read and not written since: deciding, showing and following ask.
        self._of_order: Final[dict[str, tuple[Push, ...]]] = {}

    def add(self, push: Push) -> None:
        """Keep a new push; its `sequence` must be unique for its order and system."""
        self._transaction.run(_ADD, _row(push))
        self._note(push)

    def save(self, push: Push) -> None:
        """Keep the push as it now is; raises KeyError when it was never added."""
        known = self._known.get(push.id) or self.get(push.id)
        if row := changed(_row(known), _row(push)):
            self._transaction.run(_SAVE, row | {"wanted": push.id})
        self._note(push)

    def get(self, push_id: str) -> Push:
        """Return the push; raises KeyError when there is none."""
        row = self._transaction.row(_GET, {"wanted": push_id})
        if row is None:
            raise KeyError(push_id)
        return self._push(row)

    def of_order(self, order_id: str) -> Sequence[Push]:
        """Return all pushes of an order, by sequence."""
        if order_id not in self._of_order:
            rows = self._transaction.rows(_OF_ORDER, {"wanted": order_id})
            self._of_order[order_id] = tuple(self._push(row) for row in rows)
        return list(self._of_order[order_id])

    def open(self) -> Sequence[Push]:
        """Return every push that waits for its end, by order and sequence."""
        return [self._push(row) for row in self._transaction.rows(_OPEN)]

    def refused(self, kind: PushKind) -> Sequence[Push]:
        """Return every push of that kind that was refused, oldest first."""
        rows = self._transaction.rows(_REFUSED, {"wanted": kind.value})
        return [self._push(row) for row in rows]

    def forget_person(self, person_id: str) -> None:
        """Forget what was sent of that person's acts, once settled: it may hold the name."""
        if person_id:
            self._transaction.run(_FORGET, {"wanted": person_id})
            self._known.clear()
            self._of_order.clear()

    def _note(self, push: Push) -> None:
        self._known[push.id] = push
        self._of_order.pop(push.order_id, None)
        self._touched.add(push.order_id)

    def _push(self, row: Row[Any]) -> Push:
        push = _push(row)
        self._known[push.id] = push
        return push


def _row(push: Push) -> Values:
    row: Values = {name: getattr(push, name) for name in _AS_IS}
    return row | {"kind": push.kind.value, "state": push.state.value}


def _push(row: Row[Any]) -> Push:
    found = row._mapping
    with readable(f"push {found['id']}"):
        kind, state = PushKind(found["kind"]), PushState(found["state"])
    return Push(kind=kind, state=state, **{name: found[name] for name in _AS_IS})
