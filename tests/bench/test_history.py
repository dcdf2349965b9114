"""What a letter typed into History's search costs among 20,000 orders, beside one repaint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.history import HistoryFound, HistorySearch
from app.domain.news import HistoryRead
from app.domain.states import OrderState, PaymentState
from app.store.sqlite import SqliteStore
from app.ui.history.lines import Period
from app.ui.history.page import HistoryPage
from app.ui.theme import Mode, Theme
from app.usecases.desk import Shop
from tests.builders import NOON, a_customer, an_order
from tests.ui.main.day import NOW
from tests.ui.showing import put_on_screen

ORDERS = 20_000
BUDGET = 3
ROUNDS = 25
NAMES = ("Kovács Anna", "Szűcs Ödön", "Nagy Béla", "Tóth Éva")
# As it is typed, letter by letter at its worst: found often, seldom, by its card, not at all.
TYPED = (
    "",
    "s",
    "szu",
    "szucs odon",
    "odon 1234",
    "+36 30 0012",
    "5160",
    "51.60",
    "crd12345",
    "xq",
)
# With filters: what nearly all orders are, a fiftieth is, and none is.
COLLECTED = frozenset({OrderState.COLLECTED})
LEFT = frozenset({OrderState.LEFT})
FILTERED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("", {"vendor": "cheers"}),
    ("", {"states": COLLECTED}),
    ("", {"states": LEFT}),
    ("s", {"vendor": "cheers", "states": COLLECTED}),
    ("odon", {"states": LEFT, "payments": frozenset({PaymentState.NOT_DUE})}),
    ("", {"payments": frozenset({PaymentState.RETURNED})}),
    ("s", {"vendor": "loke", "states": COLLECTED}),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SqliteStore:
    path: Path = tmp_path_factory.mktemp("history") / "pult.sqlite3"
    store = SqliteStore(path)
    with store.begin() as work:
        for number in range(ORDERS):
            order = an_order(
                f"order-{number}",
                number=f"A-{number % 100}",
                state=OrderState.LEFT if number % 50 == 1 else OrderState.COLLECTED,
                customer=a_customer(
                    name=f"{NAMES[number % 4]} {number}", phone=f"+36 30 {number:07}"
                ),
                received_at=NOON - timedelta(minutes=ORDERS - number),
            )
            work.orders.add(replace(order, ended_at=order.received_at), "{}" * 500)
            if number % 3 == 0:
                work.cards.tie(order.id, f"CRD{number:05}xY")
        work.commit()
    return store


def timed(work: Callable[[], object]) -> float:
    """Give the median in milliseconds."""
    found = []
    for _ in range(ROUNDS):
        began = perf_counter()
        work()
        found.append((perf_counter() - began) * 1000)
    return median(found)


def test_typing_beside_one_repaint(
    qtbot: QtBot, qapp: QApplication, store: SqliteStore, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96)
    theme.apply_to(qapp)
    page = HistoryPage(theme, Shop(), {"cheers": "Cheers"}, lambda _command: None, lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1920, 1080)
    put_on_screen(qtbot, page)
    reader = store.reader()
    page.period.pick(Period.ALL.name)
    full = HistoryRead(page.asked, reader.history(page.asked))

    def repaint_of_a_full_page() -> float:
        """Measure it beside each search, so that both have the same machine."""
        page.search.setText("")
        page.asked = full.search
        page.rows_read(full)
        qapp.processEvents()
        return timed(page.repaint)

    worst = 0.0
    lines = []
    for text, standing in (*((text, {}) for text in TYPED), *FILTERED):
        page.search.setText(text)
        page.asked = search = HistorySearch(text, **standing)
        searched = timed(lambda search=search: reader.history(search))  # type: ignore[misc]
        found = reader.history(search)

        def show(search: HistorySearch = search, found: HistoryFound = found) -> None:
            page.rows_read(HistoryRead(search, found))
            qapp.processEvents()

        shown, repainted = timed(show), repaint_of_a_full_page()
        worst = max(worst, max(shown, searched) / repainted)
        what = " ".join((repr(text), *standing))
        lines.append(
            f"  {what}: searched {searched:.1f} ms, shown {shown:.1f} ms,"
            f" a repaint {repainted:.1f} ms, {found.count} found"
        )
    with capsys.disabled():
        print(f"\nHistory with {ORDERS:,} orders")
        print("\n".join(lines))
        print(f"  worst of both {worst:.2f} times a repaint (budget {BUDGET})")
    assert worst <= BUDGET
