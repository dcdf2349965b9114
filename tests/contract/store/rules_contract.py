"""What every store does with items sold out and vendors paused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.pause import PauseReason
from app.ports.store import StorePort
from tests.builders import at
from tests.contract.store.samples import A_PAUSE, AN_ITEM

DAY = AN_ITEM.day


class RulesContract:
    """Subclasses give `store`, empty."""

    @pytest.fixture
    def store(self) -> StorePort:
        raise NotImplementedError

    def test_an_item_is_sold_out_on_its_day_until_it_is_taken_back(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.sold_out.put(AN_ITEM)
            unit.commit()
        with store.begin() as unit:
            assert list(unit.sold_out.of_day(DAY)) == [AN_ITEM]
            assert list(unit.sold_out.of_day("2026-11-21")) == []
            unit.sold_out.remove(AN_ITEM.key)
            unit.sold_out.remove("id:never there")
            assert list(unit.sold_out.of_day(DAY)) == []
            unit.commit()
        with store.begin() as unit:
            assert list(unit.sold_out.of_day(DAY)) == []

    def test_the_same_item_is_kept_once_and_items_come_by_name(self, store: StorePort) -> None:
        again = replace(AN_ITEM, name="Lager, draught", since=at(5))
        nameless = replace(AN_ITEM, product_id="", name="Ale")
        with store.begin() as unit:
            for item in (AN_ITEM, again, nameless):
                unit.sold_out.put(item)
            unit.commit()
        with store.begin() as unit:
            assert list(unit.sold_out.of_day(DAY)) == [nameless, again]

    def test_what_was_sold_out_on_earlier_days_is_forgotten(self, store: StorePort) -> None:
        today = replace(AN_ITEM, product_id="ale", day="2026-11-21")
        with store.begin() as unit:
            unit.sold_out.put(AN_ITEM)
            unit.sold_out.put(today)
            unit.sold_out.forget_before("2026-11-21")
            assert list(unit.sold_out.of_day(DAY)) == []
            assert list(unit.sold_out.of_day("2026-11-21")) == [today]

    @pytest.mark.parametrize("until", [None, at(30)])
    def test_every_field_of_a_pause_comes_back(
        self, store: StorePort, until: datetime | None
    ) -> None:
        pause = replace(A_PAUSE, until=until, reason=PauseReason.OTHER, text="Öven broken")
        with store.begin() as unit:
            unit.pauses.put(pause)
            unit.commit()
        with store.begin() as unit:
            assert unit.pauses.all() == [pause]
            assert unit.pauses.of("cheers") == pause
            assert unit.pauses.of("loke") is None

    def test_a_vendor_has_one_pause_until_it_is_removed(self, store: StorePort) -> None:
        longer = replace(A_PAUSE, until=at(60), rejects=False)
        other = replace(A_PAUSE, vendor="loke")
        with store.begin() as unit:
            for pause in (other, A_PAUSE, longer):
                unit.pauses.put(pause)
            assert unit.pauses.all() == [longer, other]
            unit.pauses.remove("cheers")
            unit.pauses.remove("nobody")
            assert unit.pauses.all() == [other]

    def test_without_commit_nothing_of_it_is_kept(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.pauses.put(A_PAUSE)
            unit.sold_out.put(AN_ITEM)
        with store.begin() as unit:
            assert unit.pauses.all() == []
            assert list(unit.sold_out.of_day(DAY)) == []

    def test_a_time_without_zone_is_refused(self, store: StorePort) -> None:
        with store.begin() as unit, pytest.raises(ValueError, match="zone"):
            unit.pauses.put(replace(A_PAUSE, until=datetime(2026, 11, 20, 12)))
