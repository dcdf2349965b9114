"""Settings changed on the screen: in the file, and in force from the same moment."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from app.bootstrap.logfile import Log
from app.domain.catalogue.read import read_catalogue
from app.domain.scan_news import LookUpAnswered
from app.domain.settings_news import SettingsKept, SetupCopied
from app.domain.states import OrderState
from app.ui.services import SettingsServices
from app.usecases.import_catalogue import ImportCatalogue
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.contract.runtime.device_questions import device_questions


@contextmanager
def settings_of(counter: Counter) -> Iterator[SettingsServices]:
    devices, settings = device_questions(counter)
    try:
        yield settings.services()
    finally:
        assert devices.close()
        assert settings.close()


def answer(counter: Counter, asked: int) -> SettingsKept:
    def come() -> list[SettingsKept]:
        return [news for news in counter.screen.of(SettingsKept) if news.asked == asked]

    (news,) = counter.screen.wait(come, "the answer")
    return news


def test_a_kept_value_is_in_the_file_and_in_force(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.till is not None and counter.settings is not None
    with settings_of(counter) as settings:
        settings.keep(1, {"till.undo_seconds": 9.0, "till.name": "Back counter"})
        kept = answer(counter, 1)
    assert (kept.problem, kept.restart) == ("", False)
    written = tomllib.loads(counter.settings.path.read_text())["till"]
    assert (written["undo_seconds"], written["name"]) == (9.0, "Back counter")
    counter.till.core.drain(2000)
    shop = counter.till.core.desk.shop
    assert (shop.undo_seconds, shop.till_name) == (9.0, "Back counter")


def test_a_bad_value_is_refused_by_its_key_and_changes_nothing(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.till is not None and counter.settings is not None
    before = counter.settings.path.read_bytes()
    with settings_of(counter) as settings:
        settings.keep(7, {"till.undo_seconds": 61.0})
        kept = answer(counter, 7)
    assert kept.key == "till.undo_seconds"
    assert "61" in kept.problem
    assert counter.settings.path.read_bytes() == before
    assert counter.till.core.desk.shop.undo_seconds == 0


def test_what_is_accepted_by_itself_changes_at_once(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.till is not None
    with settings_of(counter) as settings:
        keys = {"vendors.cheers.auto_accept": True, "vendors.cheers.auto_accept_up_to": 1_000_000}
        settings.keep(1, keys)
        assert not answer(counter, 1).restart
        settings.keep(2, {"vendors.cheers.refresh_seconds": 9})
        assert answer(counter, 2).restart
    order_id = counter.cheers.place_order()
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)


def test_what_is_read_at_the_start_alone_is_said_so(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    with settings_of(counter) as settings:
        settings.keep(1, {"callbacks.max_waiting": 10})
        assert answer(counter, 1).restart


def test_a_secret_is_stored_apart_and_not_told_back(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.settings is not None
    path = counter.settings.path
    with settings_of(counter) as settings:
        settings.keep(1, {"callbacks.token": SecretStr("token-1234"), "till.name": "Bar"})
        kept = answer(counter, 1)
    assert kept.problem == ""
    assert kept.values == {"callbacks.token": True, "till.name": "Bar"}
    assert "token-1234" not in path.read_text()
    assert "token-1234" in (path.parent / "secrets.toml").read_text()


def test_with_a_bad_value_no_secret_is_stored(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.settings is not None
    before = counter.settings.path.read_bytes()
    with settings_of(counter) as settings:
        settings.keep(1, {"callbacks.token": SecretStr("token-1234"), "callbacks.port": 0})
        kept = answer(counter, 1)
    assert kept.key == "callbacks.port"
    assert "65535" in kept.why
    assert "token-1234" not in repr(kept)
    assert counter.settings.path.read_bytes() == before
    assert not (counter.settings.path.parent / "secrets.toml").exists()


def test_a_bad_secret_is_refused_by_its_key(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    with settings_of(counter) as settings:
        settings.keep(1, {"callbacks.token": SecretStr("no blanks, no commas")})
        kept = answer(counter, 1)
    assert kept.key == "callbacks.token"
    assert "no blanks" not in kept.problem


def test_printers_follow_what_is_kept(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.settings is not None
    count = len(counter.settings.printers)
    with settings_of(counter) as settings:
        added = {f"printers.{count}.name": "bar", f"printers.{count}.kind": "virtual"}
        settings.keep(1, added)
        assert answer(counter, 1).problem == ""
        counter.screen.wait(lambda: counter.screen.lamps.get("bar"), "the lamp of the printer")
        assert counter.till is not None
        assert "bar" in counter.till.devices._pumps
        settings.keep(2, {f"printers.{count}": None})
        kept = answer(counter, 2)
    assert (kept.problem, kept.restart) == ("", False)
    assert "bar" not in counter.till.devices._pumps
    written = tomllib.loads(counter.settings.path.read_text())
    assert len(written.get("printers", [])) == count


def test_an_entry_that_lacks_something_is_refused(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.settings is not None
    count = len(counter.settings.printers)
    with settings_of(counter) as settings:
        settings.keep(1, {f"printers.{count}.name": "bar"})
        kept = answer(counter, 1)
    assert (kept.key, kept.why) == ('printers["bar"].host', "is missing for kind network")


def test_a_vendor_is_asked_with_values_that_are_not_kept(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.settings is not None
    before = counter.settings.path.read_bytes()

    def answers() -> list[LookUpAnswered]:
        return [news for news in counter.screen.of(LookUpAnswered) if "word" in news.data]

    with settings_of(counter) as settings:
        settings.test_vendor(1, "cheers", {})
        assert counter.screen.wait(answers, "an answer")[-1].data["word"] == "connected"
        settings.test_vendor(2, "cheers", {"vendors.cheers.api_key": SecretStr("wrong-key")})
        second = counter.screen.wait(lambda: answers()[1:], "an answer to another key")
        assert second[-1].data["word"] == "shop not let in"
        settings.test_vendor(3, "cheers", {"vendors.cheers.refresh_seconds": -1.0})
        kept = answer(counter, 3)
        third = counter.screen.wait(lambda: answers()[2:], "an answer to a bad value")
    assert (kept.key, kept.tried) == ("vendors.cheers.refresh_seconds", True)
    assert third[-1].data["word"] == ""
    assert counter.settings.path.read_bytes() == before


def test_a_key_that_is_only_tried_stays_out_of_the_log(
    make_counter: MakeCounter, tmp_path: Path
) -> None:
    counter = make_counter()
    counter.open()
    log = Log(tmp_path / "logs", "till-1")
    try:
        with settings_of(counter) as settings:
            settings.test_vendor(1, "cheers", {"vendors.cheers.api_key": SecretStr("tried-key")})
            counter.screen.wait(lambda: counter.screen.of(LookUpAnswered), "the answer")
        logging.getLogger("app.test").info("tried with %s", "tried-key")
    finally:
        log.stop()
    text = (tmp_path / "logs" / "pult.jsonl").read_text("utf-8")
    assert "tried with (secret)" in text
    assert "tried-key" not in text


def test_a_set_up_is_copied_to_a_file_and_taken_over(
    make_counter: MakeCounter, tmp_path: Path
) -> None:
    counter = make_counter()
    counter.open()
    assert counter.settings is not None
    file = tmp_path / "stick" / "front"

    def copied(asked: int) -> SetupCopied:
        def come() -> list[SetupCopied]:
            return [news for news in counter.screen.of(SetupCopied) if news.asked == asked]

        (news,) = counter.screen.wait(come, "the copy")
        return news

    with settings_of(counter) as settings:
        settings.write_setup(1, str(file), "a passphrase")
        written = copied(1)
        assert (written.fault, written.path) == ("", f"{file}.pultsetup")
        settings.take_setup(2, written.path, "another passphrase")
        assert copied(2).fault == "wrong passphrase"
        settings.take_setup(3, str(tmp_path / "nothing"), "a passphrase")
        assert copied(3).fault == "file"
        settings.take_setup(4, written.path, "a passphrase")
        assert (copied(4).fault, copied(4).taken) == ("", True)


def test_what_is_on_the_board_is_named_in_the_new_language_at_once(
    make_counter: MakeCounter,
) -> None:
    counter = make_counter()
    counter.open()
    assert counter.till is not None
    order_id = counter.cheers.place_order()
    lines = counter.screen.order(order_id).order.basket.lines
    sold = lines[0].product_id
    rows = f"product_id,name_en,name_de\n{sold},Lager,Helles\n"
    counter.till.core.dispatch(ImportCatalogue(read_catalogue(rows.encode(), "HUF")))

    def is_called(name: str) -> bool:
        return counter.screen.orders[order_id].name_of(sold) == name

    counter.screen.wait(lambda: is_called("Lager"), "the name in English")
    with settings_of(counter) as settings:
        settings.keep(1, {"till.language": "de"})
        answer(counter, 1)
        counter.screen.wait(lambda: is_called("Helles"), "the name in German")
