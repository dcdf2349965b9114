"""Foxtrot: orders that lie as JSON files in a folder, and answers laid beside them.

`7.json` is an order, `7.accepted` says that it was accepted. A whole vendor in one small file.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pydantic import Field

from app.domain.basket import Basket, OrderLine, computed_total
from app.domain.capabilities import Capabilities, Telling
from app.domain.errors import OrderUnknown, VendorRefused, VendorUnavailable
from app.domain.money import Money
from app.domain.push import Push, PushKind
from app.domain.report import Customer, OrderReport
from app.domain.states import Move, PaymentState, Standing
from app.ports.vendor import (
    OrderList,
    ProbeResult,
    ProbeWord,
    VendorPlugin,
    VendorPort,
    VendorSurroundings,
)
from app.settings.vendor import VendorSettings

NAME: Final = "foxtrot"
ANSWERS: Final = {
    PushKind.ACCEPT: "accepted",
    PushKind.REJECT: "rejected",
    PushKind.READY: "ready",
    PushKind.COLLECTED: "collected",
}
STANDINGS: Final = {
    "accepted": Standing.PREPARING,
    "rejected": Standing.REJECTED,
    "ready": Standing.READY,
    "collected": Standing.COLLECTED,
}
CAPABILITIES: Final = Capabilities(
    moves={
        Move.ACCEPT: Telling.TOLD,
        Move.REJECT: Telling.TOLD,
        Move.READY: Telling.TOLD,
        Move.COLLECTED: Telling.TOLD,
        Move.LEFT: Telling.OURS_ALONE,
        Move.CANCEL_ORDER: Telling.OURS_ALONE,
    },
    lists_orders=True,
)


class FoxtrotSettings(VendorSettings):
    """The table `[vendors.foxtrot]`."""

    folder: str = Field(default="", description="Where the orders lie.")
    poll_seconds: float = Field(default=1.0, description="How often the folder is read.")


class FoxtrotVendor(VendorPort):
    """One folder of orders."""

    name = NAME
    title = "Foxtrot"
    capabilities = CAPABILITIES

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = True

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Read one file."""
        self._check()
        file = self._folder / f"{vendor_order_id}.json"
        if not vendor_order_id.isalnum() or not file.exists():
            raise OrderUnknown(NAME, "no such file")
        return self._report(file)

    def list_orders(self) -> OrderList:
        """Read every file."""
        self._check()
        return OrderList(tuple(map(self._report, sorted(self._folder.glob("*.json")))))

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Lay an answer beside the order."""
        standing = self.fetch(vendor_order_id).standing
        answer = ANSWERS[push.kind]
        if standing in (Standing.REJECTED, Standing.COLLECTED) or STANDINGS[answer] is standing:
            raise VendorRefused(NAME, f"the order is {standing.value.lower()}")
        (self._folder / f"{vendor_order_id}.{answer}").write_text(push.message, "utf-8")
        return ""

    def probe(self) -> ProbeResult:
        """Say whether the folder is there."""
        there = self._open and self._folder.is_dir()
        return ProbeResult(ProbeWord.CONNECTED if there else ProbeWord.OFFLINE)

    def close(self) -> None:
        """Touch the folder no more."""
        self._open = False

    def _check(self) -> None:
        if not (self._open and self._folder.is_dir()):
            raise VendorUnavailable(NAME, "the folder is not there", sent=False)

    def _report(self, file: Path) -> OrderReport:
        raw = file.read_text("utf-8")
        order = json.loads(raw)
        answered = [word for word in ANSWERS.values() if file.with_suffix(f".{word}").exists()]
        nothing = Money.zero("EUR")
        lines = tuple(
            OrderLine(
                product_id=line["name"],
                name=line["name"],
                unit_price=Money(line["cents"], "EUR"),
                discount=nothing,
                collect=nothing,
            )
            for line in order["lines"]
        )
        return OrderReport(
            vendor=NAME,
            vendor_order_id=file.stem,
            standing=STANDINGS[answered[-1]] if answered else Standing.NEW,
            word=answered[-1] if answered else "laid down",
            payment=PaymentState.NOT_DUE,
            due=nothing,
            number=order.get("number", ""),
            basket=Basket(
                currency="EUR",
                lines=lines,
                tip=nothing,
                tip_collect=nothing,
                total=computed_total(lines, nothing, None, "EUR"),
            ),
            placed_at=datetime.fromtimestamp(file.stat().st_mtime, UTC),
            customer=Customer(name=order.get("customer", "")),
            raw=f"{raw}{answered}",
        )


def _build(settings: FoxtrotSettings, _surroundings: VendorSurroundings) -> VendorPort:
    return FoxtrotVendor(Path(settings.folder))


VENDOR: Final = VendorPlugin(
    name=NAME,
    title="Foxtrot",
    initial="F",
    settings_model=FoxtrotSettings,
    capabilities=CAPABILITIES,
    build=_build,
    refresh_seconds=lambda settings: settings.poll_seconds,
)
