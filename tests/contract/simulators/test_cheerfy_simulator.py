"""The simulated Cheerfy takes what the page allows, says what is wrong, and books a sale once."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from app.simulators import simulator_class
from app.simulators._by_hand import ByHand
from app.simulators.cheerfy import CANCELLED_CARD, DEMO_CARDS, CheerfySimulator

CARD = DEMO_CARDS[0]
TICKET: dict[str, Any] = {
    "id": "t-1",
    "created_at": 1419992910,
    "status": 1,
    "summary": {"subtotal": 1000, "taxes": 270, "total": 1270, "due": 1270, "currency": "EUR"},
    "payments": [{"type": 1, "amount": 1270, "user": {"id": CARD}}],
    "items": [
        {"name": "Lager", "quantity": 1, "subtotal": 1000, "taxes": 270, "total": 1270},
    ],
    "combos": [],
    "user": {"id": CARD},
    "scope": {"locations": [6], "organizations": [], "areas": []},
}
Post = Callable[..., httpx.Response]


@pytest.fixture
def cheerfy() -> Iterator[CheerfySimulator]:
    with CheerfySimulator() as running:
        yield running


@pytest.fixture
def post(cheerfy: CheerfySimulator) -> Iterator[Post]:
    with httpx.Client(base_url=cheerfy.base_url, trust_env=False) as client:

        def send(body: Any, **how: Any) -> httpx.Response:
            headers = {"Authorization": "Token demo-key"} | how.pop("headers", {})
            return client.post(how.pop("path", "/ticket/"), json=body, headers=headers)

        yield send


def changed(**changes: Any) -> dict[str, Any]:
    """Give the ticket with other fields; a name with `__` reaches into what it holds."""
    ticket = copy.deepcopy(TICKET)
    for name, value in changes.items():
        place: Any = ticket
        *path, last = name.split("__")
        for step in path:
            place = place[int(step)] if step.isdigit() else place[step]
        if value is None:
            del place[last]
        else:
            place[last] = value
    return ticket


def test_a_ticket_is_answered_in_the_pages_other_names(post: Post) -> None:
    answer = post(changed(name="lunch meal", additional_data="x"))
    assert answer.status_code == 200
    ticket = answer.json()["ticket"]
    assert ticket["ticket_summary"] == TICKET["summary"]
    assert (ticket["created"], ticket["notes"]) == (1419992910, "x")
    assert "user" not in ticket
    assert answer.json()["scope"] == TICKET["scope"]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"id": None}, "id is missing"),
        ({"id": 7}, "id is no str"),
        ({"id": " "}, "id is empty"),
        ({"status": 7}, "status has no value 7"),
        ({"status": True}, "status is no int"),
        ({"combos": None}, "combos is missing"),
        ({"items": {}}, "items is no list"),
        ({"summary__total": 12.7}, "summary.total is no int"),
        ({"summary__currency": "eur"}, "summary.currency is no ISO 4217 code"),
        ({"summary__due": None}, "summary.due is missing"),
        ({"payments__0__type": 4}, "payments.type has no value 4"),
        ({"scope__locations": []}, "scope.locations is empty"),
        ({"scope__locations": ["6"]}, "scope.locations is no int"),
        ({"service": {"service_type": 3}}, "service.now is missing"),
        ({"delivery": {"drop_off_address": "x"}}, "delivery.pick_up_address is missing"),
        ({"client_data": {"client_type": "TPV"}}, "client_data.client_version is missing"),
        ({"rectification_id": "t-0"}, "rectification_id names no ticket"),
        ({"rectification_id": "t-1"}, "rectification_id names the ticket itself"),
        ({"items__0__taxes": 271}, "line 0: subtotal and taxes are not the total"),
        ({"summary__taxes": 271}, "summary: the parts are not the total"),
        ({"payments__0__amount": 1}, "the payments are not the total"),
        ({"payments__0__user": {"id": "other"}}, "the payments are another user's"),
        ({"user": {"id": CANCELLED_CARD}}, "the card is cancelled"),
    ],
)
def test_what_is_wrong_is_refused_and_said(
    cheerfy: CheerfySimulator, post: Post, changes: dict[str, Any], complaint: str
) -> None:
    answer = post(changed(**changes))
    assert (answer.status_code, answer.json()) == (400, {"error": "Invalid request"})
    assert complaint in cheerfy.complaints
    assert cheerfy.booked == []


def test_a_card_is_cancelled_and_renewed(cheerfy: CheerfySimulator, post: Post) -> None:
    cheerfy.cancel_card(CARD)
    assert post(TICKET).status_code == 400
    cheerfy.renew_card(CARD)
    assert post(TICKET).status_code == 200


def test_the_same_id_is_booked_once_and_follows_its_newest_state(
    cheerfy: CheerfySimulator, post: Post
) -> None:
    for status in (4, 4, 1):
        assert post(changed(status=status)).status_code == 200
    assert cheerfy.booked == ["t-1"]
    assert cheerfy.ticket("t-1")["status"] == 1
    assert cheerfy.points(CARD) == 1270
    post(changed(status=2))
    assert cheerfy.points(CARD) == 0
    with pytest.raises(LookupError):
        cheerfy.ticket("t-9")


def test_a_rectification_takes_points_back(cheerfy: CheerfySimulator, post: Post) -> None:
    post(TICKET)
    answer = post(changed(id="r-1", rectification_id="t-1", status=2))
    assert answer.status_code == 200
    assert cheerfy.points(CARD) == 0
    assert len(cheerfy.tickets_of(CARD)) == 2


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ({"headers": {"Authorization": ""}}, 401),
        ({"headers": {"Authorization": "Token other"}}, 403),
        ({"headers": {"Authorization": "demo-key"}}, 403),
        ({"path": "/ticket"}, 301),
        ({"path": "/tickets/"}, 404),
        ({"headers": {"Content-Type": "text/plain"}}, 415),
    ],
)
def test_calls_the_page_does_not_show(post: Post, how: dict[str, Any], status: int) -> None:
    assert post(TICKET, **how).status_code == status


def test_only_posting_is_allowed(cheerfy: CheerfySimulator) -> None:
    headers = {"Authorization": "Token demo-key"}
    answer = httpx.get(f"{cheerfy.base_url}/ticket/", headers=headers, trust_env=False)
    assert answer.status_code == 405


@pytest.mark.parametrize("before", [True, False])
def test_it_breaks_down_in_the_pages_words(
    cheerfy: CheerfySimulator, post: Post, before: bool
) -> None:
    cheerfy.break_down(before_applying=before)
    answer = post(TICKET)
    assert (answer.status_code, answer.json()) == (500, {"errors": "Internal server error"})
    assert (cheerfy.booked == []) is before
    assert post(TICKET).status_code == 200


def test_it_is_known_to_the_command_line() -> None:
    how = ByHand("127.0.0.1", 0, "key", None, control=True, state_file=None)
    made = simulator_class("cheerfy").for_hand(how)
    assert isinstance(made, CheerfySimulator)
    assert made.token == "key"
