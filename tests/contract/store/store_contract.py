"""What every store does, whatever it is kept in; subclasses give the fixture `store`, empty."""

from __future__ import annotations

from tests.contract.store.books_contract import BooksContract
from tests.contract.store.erase_contract import EraseContract
from tests.contract.store.reader_contract import ReaderContract
from tests.contract.store.rows_contract import (
    InboxContract,
    OrdersContract,
    OutboxContract,
    PrintJobsContract,
)
from tests.contract.store.rules_contract import RulesContract
from tests.contract.store.staff_contract import StaffContract
from tests.contract.store.unit_contract import UnitContract


class StoreContract(
    UnitContract,
    OrdersContract,
    OutboxContract,
    InboxContract,
    PrintJobsContract,
    RulesContract,
    ReaderContract,
    BooksContract,
    StaffContract,
    EraseContract,
):
    """The whole of it."""
