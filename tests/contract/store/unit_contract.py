"""What every store does in one unit of work: keep it whole, or not at all."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.errors import StoreUnavailable
from app.domain.money import Money
from app.domain.product import Catalogue, PreviousCatalogue, Product
from app.domain.push import PushState
from app.domain.states import JobState, OrderState
from app.ports.store import StorePort
from tests.builders import a_basket, a_job, a_push, an_event, an_order, at
from tests.contract.store.samples import FULL_PRODUCT
from tests.patience import PATIENCE


class UnitContract:
    """Subclasses give `store`, empty."""

    @pytest.fixture
    def store(self) -> StorePort:
        raise NotImplementedError

    def test_what_is_committed_is_there_in_the_next_unit(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            unit.outbox.add(a_push())
            unit.jobs.add(a_job())
            unit.record([an_event()])
            unit.inbox.add("cheers", "c-9", at())
            unit.memory.put("printer counter answers", "yes")
            unit.catalogue.put(Product(product_id="lager", names={"en": "Lager"}))
            unit.next_number("2026-11-20", "walkin")
            unit.commit()
        with store.begin() as unit:
            assert unit.orders.get("order-1") == an_order()
            assert unit.outbox.of_order("order-1") == [a_push()]
            assert unit.jobs.of_order("order-1") == [a_job()]
            assert unit.inbox.count() == 1
            assert unit.memory.get("printer counter answers") == "yes"
            assert unit.catalogue.names(["lager"], "en") == {"lager": "Lager"}
            assert unit.next_number("2026-11-20", "walkin") == 2
        assert store.reader().events("order-1") == [an_event()]

    def test_what_was_read_before_is_read_as_it_was_written_since(self, store: StorePort) -> None:
        order, push, job = an_order(number="A-1"), a_push(), a_job()
        lager = Product(product_id="lager", names={"en": "Lager"})
        with store.begin() as unit:
            unit.orders.add(order, "{}")
            unit.outbox.add(push)
            unit.jobs.add(job)
            unit.catalogue.put(lager)
            assert unit.orders.on_board() == unit.orders.numbered("A-1") == [order]
            assert unit.outbox.of_order(order.id) == [push]
            assert unit.jobs.of_order(order.id) == unit.jobs.unsettled() == [job]
            assert unit.catalogue.products(["lager", "ale"]) == {"lager": lager}
            renumbered = replace(order, number="A-2")
            told = replace(push, state=PushState.DONE)
            printed = replace(job, state=JobState.PRINTED)
            ale = Product(product_id="ale", names={"en": "Ale"})
            unit.orders.save(renumbered)
            unit.outbox.save(told)
            unit.jobs.save(printed)
            unit.catalogue.put(ale)
            assert unit.orders.get(order.id) == renumbered
            assert unit.orders.on_board() == unit.orders.numbered("A-2") == [renumbered]
            assert unit.orders.numbered("A-1") == []
            assert unit.outbox.of_order(order.id) == [told]
            assert unit.jobs.of_order(order.id) == [printed]
            assert unit.jobs.unsettled() == []
            assert unit.catalogue.products(["lager", "ale"]) == {"ale": ale, "lager": lager}
            unit.catalogue.remove("lager")
            unit.orders.save(replace(renumbered, state=OrderState.COLLECTED))
            assert unit.catalogue.products(["lager", "ale"]) == {"ale": ale}
            assert unit.orders.on_board() == unit.orders.numbered("A-2") == []

    def test_leaving_without_commit_takes_everything_back(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            unit.memory.put("kept", "yes")
            unit.commit()
        with store.begin() as unit:
            unit.orders.save(an_order(state=OrderState.READY))
            unit.orders.add(an_order("order-2"), "{}")
            unit.outbox.add(a_push())
            unit.jobs.add(a_job())
            unit.record([an_event()])
            unit.inbox.add("cheers", "c-9", at())
            unit.memory.put("kept", "no")
            unit.catalogue.put(Product(product_id="lager", names={"en": "Lager"}))
            unit.next_number("2026-11-20", "walkin")
        with store.begin() as unit:
            assert unit.orders.on_board() == [an_order()]
            assert unit.orders.find("cheers", "cheers-order-2") is None
            assert unit.outbox.open() == []
            assert unit.jobs.unsettled() == []
            assert unit.inbox.count() == 0
            assert unit.memory.get("kept") == "yes"
            assert unit.catalogue.names(["lager"], "en") == {}
            assert unit.next_number("2026-11-20", "walkin") == 1
        assert store.reader().events("order-1") == []

    def test_an_error_in_the_block_takes_everything_back_and_passes(self, store: StorePort) -> None:
        with pytest.raises(ZeroDivisionError), store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            raise ZeroDivisionError
        with store.begin() as unit:
            assert unit.orders.on_board() == []

    def test_a_unit_sees_what_it_wrote(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            changed = an_order(state=OrderState.PREPARING)
            unit.orders.save(changed)
            unit.outbox.add(a_push())
            assert unit.orders.get("order-1") == changed
            assert unit.outbox.open() == [a_push()]

    def test_a_unit_ends_with_commit(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.memory.put("a", "1")
            unit.commit()
            with pytest.raises(RuntimeError):
                unit.memory.put("b", "2")
            with pytest.raises(RuntimeError):
                unit.commit()

    def test_a_unit_does_nothing_outside_its_block(self, store: StorePort) -> None:
        unit = store.begin()
        with pytest.raises(RuntimeError):
            unit.memory.put("a", "1")
        with unit:
            pass
        with pytest.raises(RuntimeError):
            unit.memory.put("a", "1")

    def test_touched_names_the_orders_whose_rows_pushes_or_jobs_were_written(
        self, store: StorePort
    ) -> None:
        with store.begin() as unit:
            for name in ("order-1", "order-2", "order-3", "order-4"):
                unit.orders.add(an_order(name), "{}")
            unit.outbox.add(a_push("order-2"))
            unit.jobs.add(a_job("order-3"))
            assert unit.touched == {"order-1", "order-2", "order-3", "order-4"}
            unit.commit()
            assert unit.touched == {"order-1", "order-2", "order-3", "order-4"}
        with store.begin() as unit:
            unit.orders.get("order-4")
            unit.record([an_event("order-4")])
            unit.inbox.add("cheers", "c-9", at())
            assert unit.touched == frozenset()
            unit.orders.save(an_order("order-1"))
            unit.outbox.save(replace(unit.outbox.get("push-order-2-1"), misses=1))
            unit.jobs.save(replace(unit.jobs.get("job-order-3-1"), attempts=1))
            assert unit.touched == {"order-1", "order-2", "order-3"}

    def test_units_come_one_after_the_other(self, store: StorePort) -> None:
        first_is_open, second_asks = threading.Event(), threading.Event()
        numbers: list[int] = []

        def second() -> None:
            first_is_open.wait(PATIENCE)
            unit = store.begin()
            second_asks.set()
            with unit:
                numbers.append(unit.next_number("2026-11-20", "walkin"))
                unit.commit()

        thread = threading.Thread(target=second)
        thread.start()
        with store.begin() as unit:
            first_is_open.set()
            assert second_asks.wait(PATIENCE)
            numbers.append(unit.next_number("2026-11-20", "walkin"))
            unit.commit()
        thread.join(PATIENCE)
        assert numbers == [1, 2]

    def test_a_unit_inside_a_unit_is_refused_instead_of_waiting_for_itself(
        self, store: StorePort
    ) -> None:
        with store.begin(), pytest.raises(RuntimeError), store.begin():
            pass
        with store.begin() as unit:
            assert unit.orders.on_board() == []

    def test_an_order_may_be_written_after_what_belongs_to_it(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.record([an_event()])
            unit.outbox.add(a_push())
            unit.jobs.add(a_job())
            unit.orders.add(an_order(), "{}")
            unit.commit()
        with store.begin() as unit:
            assert unit.orders.get("order-1") == an_order()

    @pytest.mark.parametrize("part", ["event", "push", "job"])
    def test_nothing_belongs_to_an_order_that_is_not_there(
        self, store: StorePort, part: str
    ) -> None:
        with store.begin() as unit:
            if part == "event":
                unit.record([an_event()])
            elif part == "push":
                unit.outbox.add(a_push())
            else:
                unit.jobs.add(a_job())
            unit.memory.put("a", "1")
            with pytest.raises(ValueError):
                unit.commit()
        with store.begin() as unit:
            assert unit.memory.get("a") is None

    def test_daily_numbers_count_by_day_and_kind(self, store: StorePort) -> None:
        with store.begin() as unit:
            drawn = [unit.next_number("2026-11-20", "walkin") for _ in range(3)]
            drawn.append(unit.next_number("2026-11-20", "akinon"))
            drawn.append(unit.next_number("2026-11-21", "walkin"))
            unit.commit()
        assert drawn == [1, 2, 3, 1, 1]

    def test_a_time_without_zone_is_refused(self, store: StorePort) -> None:
        naive = datetime(2026, 11, 20, 12)
        with store.begin() as unit, pytest.raises(ValueError):
            unit.orders.add(an_order(received_at=naive), "{}")
        with store.begin() as unit, pytest.raises(ValueError):
            unit.inbox.add("cheers", "c-9", naive)

    @pytest.mark.parametrize("field", ["due", "total"])
    def test_an_amount_beyond_all_sense_is_refused(self, store: StorePort, field: str) -> None:
        beyond = Money(2**63, "HUF")
        order = an_order(due=beyond) if field == "due" else an_order(basket=a_basket(total=beyond))
        with store.begin() as unit:
            with pytest.raises(ValueError):
                unit.orders.add(order, "{}")
            unit.orders.add(an_order(due=Money(2**63 - 1, "HUF")), "{}")

    def test_memory_keeps_the_newest_value(self, store: StorePort) -> None:
        with store.begin() as unit:
            assert unit.memory.get("a") is None
            unit.memory.put("a", "1")
            unit.memory.put("a", "2")
            assert unit.memory.get("a") == "2"

    def test_names_come_in_the_language_asked_for_else_in_any(self, store: StorePort) -> None:
        def keep(product_id: str, **names: str) -> None:
            unit.catalogue.put(Product(product_id=product_id, names=names))

        with store.begin() as unit:
            keep("lager", hu="Világos sör", en="Lager")
            keep("pie", hu="Pite")
            keep("gone")
            asked = ["lager", "pie", "gone", "never seen"]
            assert unit.catalogue.names(asked, "en") == {"lager": "Lager", "pie": "Pite"}
            assert unit.catalogue.names(asked, "hu") == {"lager": "Világos sör", "pie": "Pite"}
            keep("lager", de="Helles")
            assert unit.catalogue.names(["lager"], "en") == {"lager": "Helles"}

    def test_products_are_kept_whole_and_found_by_barcode(self, store: StorePort) -> None:
        bare = Product(product_id="bare")
        twin = replace(FULL_PRODUCT, product_id="twin")
        with store.begin() as unit:
            for product in (twin, FULL_PRODUCT, bare):
                unit.catalogue.put(product)
            unit.commit()
        with store.begin() as unit:
            assert unit.catalogue.all() == [bare, FULL_PRODUCT, twin]
            assert unit.catalogue.products(["lager", "nothing"]) == {"lager": FULL_PRODUCT}
            assert unit.catalogue.find_by_barcode(FULL_PRODUCT.barcode) == FULL_PRODUCT
            assert unit.catalogue.find_by_barcode("") is None
            unit.catalogue.remove("lager")
            unit.catalogue.remove("lager")
            assert unit.catalogue.find_by_barcode(FULL_PRODUCT.barcode) == twin

    def test_a_whole_catalogue_of_names_can_be_asked_for(self, store: StorePort) -> None:
        names = {f"product-{number:05}": f"Product {number}" for number in range(2_500)}
        with store.begin() as unit:
            for product_id, name in names.items():
                unit.catalogue.put(Product(product_id=product_id, names={"en": name}))
            assert unit.catalogue.names(names, "en") == names

    def test_many_products_are_kept_and_forgotten_at_once(self, store: StorePort) -> None:
        many = [Product(product_id=f"p{number:04}", names={"en": "P"}) for number in range(1_200)]
        with store.begin() as unit:
            unit.catalogue.put()
            unit.catalogue.put(*many)
            unit.catalogue.put(replace(many[0], station="Bar"), replace(many[0], station="Pub"))
            unit.catalogue.remove()
            unit.catalogue.remove(*(product.product_id for product in many[1:]), "nothing")
            assert unit.catalogue.all() == [replace(many[0], station="Pub")]

    def test_a_catalogue_that_was_set_aside_changes_places_with_the_present_one(
        self, store: StorePort
    ) -> None:
        pie = Product(product_id="pie", names={"hu": "Pite"})
        with store.begin() as unit:
            assert not unit.catalogue.bring_back(at(1))
            unit.catalogue.put(FULL_PRODUCT)
            unit.catalogue.set_aside(at(2))
            unit.catalogue.put(pie, replace(FULL_PRODUCT, price=None))
            unit.commit()
        reader = store.reader()
        assert reader.catalogue().previous == PreviousCatalogue(at(2), 1)
        for minute, shown in ((3, [FULL_PRODUCT]), (4, [replace(FULL_PRODUCT, price=None), pie])):
            with store.begin() as unit:
                assert unit.catalogue.bring_back(at(minute))
                assert unit.catalogue.all() == shown
                unit.commit()
            assert list(reader.catalogue().products) == shown
        assert reader.catalogue().previous == PreviousCatalogue(at(4), 1)
        reader.close()

    def test_setting_aside_again_forgets_the_one_before(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.catalogue.put(FULL_PRODUCT)
            unit.catalogue.set_aside(at(1))
            unit.catalogue.remove("lager")
            unit.catalogue.set_aside(at(2))
            assert unit.catalogue.bring_back(at(3))
            assert unit.catalogue.all() == []
            unit.commit()
        reader = store.reader()
        assert reader.catalogue() == Catalogue(previous=PreviousCatalogue(at(3), 0))
        reader.close()

    def test_what_is_not_committed_is_not_set_aside(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.catalogue.put(FULL_PRODUCT)
            unit.catalogue.set_aside(at(1))
        reader = store.reader()
        assert reader.catalogue() == Catalogue()
        reader.close()

    def test_other_systems_know_an_order_by_ids_of_their_own(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            assert unit.references.get("order-1", "oktopos") == ""
            unit.references.put("order-1", "oktopos", "12345")
            unit.references.put("order-1", "oktopos", "12346")
            unit.references.put("order-1", "cheerfy", "12345")
            unit.commit()
        with store.begin() as unit:
            assert unit.references.get("order-1", "oktopos") == "12346"
            assert unit.references.find("oktopos", "12346") == "order-1"
            assert unit.references.find("oktopos", "12345") is None
            assert unit.touched == frozenset()

    def test_an_id_at_a_system_is_that_of_the_order_it_was_last_given_for(
        self, store: StorePort
    ) -> None:
        """A register that was set up anew counts from the beginning."""
        with store.begin() as unit:
            for order in (an_order(), an_order("order-2")):
                unit.orders.add(order, "{}")
            unit.references.put("order-1", "oktopos", "12345")
            unit.references.put("order-1", "cheerfy", "12345")
            unit.references.put("order-2", "oktopos", "12345")
            unit.commit()
        with store.begin() as unit:
            assert unit.references.find("oktopos", "12345") == "order-2"
            assert unit.references.get("order-1", "oktopos") == ""
            assert unit.references.get("order-1", "cheerfy") == "12345"

    def test_an_order_has_one_card(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            unit.cards.tie("order-1", "7a49cvbg2740mnr3")
            unit.cards.tie("order-1", "another")
            unit.commit()
        with store.begin() as unit:
            assert unit.cards.get("order-1") == "another"
            unit.cards.untie("order-1")
            assert unit.touched == {"order-1"}
            unit.commit()
        with store.begin() as unit:
            assert unit.cards.get("order-1") == ""

    def test_nothing_is_kept_of_an_order_that_is_not_there(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.cards.tie("nobody", "7a49cvbg2740mnr3")
            with pytest.raises(ValueError):
                unit.commit()

    def test_a_closed_store_opens_no_unit_and_no_reader(self, store: StorePort) -> None:
        store.close()
        with pytest.raises(StoreUnavailable):
            store.begin()
        with pytest.raises(StoreUnavailable):
            store.reader()
