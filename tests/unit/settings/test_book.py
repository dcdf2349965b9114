"""What may be known of the settings outside their room."""

from __future__ import annotations

from app.settings.book import SettingsBook, book_of
from app.settings.view import KeyKind, SettingView
from tests.unit.settings.sample import MODELS, read

TEXT = """
[till]
name = "Bar"
[callbacks]
public_url = "https://shop.example/callbacks/cheers/secret-token"
[vendors.cheers]
api_key = "a-secret-key"
[[printers]]
name = "counter"
host = "192.0.2.1"
[[printers]]
name = "bar"
host = "192.0.2.2"
"""


def book(text: str = TEXT, **environ: str) -> SettingsBook:
    return book_of(read(text, **environ), MODELS)


def view(key: str, **environ: str) -> SettingView:
    found = book(**environ).view(key)
    assert found is not None
    return found


def test_a_key_of_the_file_says_value_default_and_source() -> None:
    name = view("till.name")
    assert (name.value, name.default, name.source) == ("Bar", "Front counter", "file")
    assert (name.kind, name.table, name.name) == (KeyKind.TEXT, "till", "name")
    undo = view("till.undo_seconds")
    assert (undo.value, undo.source, undo.least, undo.most) == (5.0, "", 0, 60)


def test_the_environment_locks_a_key() -> None:
    language = view("till.language", PULT_TILL__LANGUAGE="hu")
    assert (language.value, language.locked_by) == ("hu", "PULT_TILL__LANGUAGE")
    assert view("till.name").locked_by == ""


def test_kinds_follow_from_the_models() -> None:
    kinds = {
        "till.walkin": KeyKind.SWITCH,
        "till.theme": KeyKind.CHOICE,
        "till.hold_off_ms": KeyKind.WHOLE,
        "till.undo_seconds": KeyKind.NUMBER,
        "till.day_starts": KeyKind.CLOCK,
        "slip.top": KeyKind.TEXTS,
        "printers.0.prints": KeyKind.CHOICES,
        "vendors.cheers.api_key": KeyKind.HIDDEN,
        "callbacks.public_url": KeyKind.HIDDEN,
    }
    assert {key: view(key).kind for key in kinds} == kinds


def test_no_secret_leaves() -> None:
    told = repr([book().keys(table) for table in book().tables()]) + repr(book())
    assert "a-secret-key" not in told
    assert "secret-token" not in told
    assert view("vendors.cheers.api_key").value is True
    assert view("vendors.cheers.webhook_secret").value is False
    assert view("callbacks.public_url").value is True


def test_entries_of_lists_count_from_0_and_one_more_can_be_added() -> None:
    assert book().count("printers") == 2
    assert view("printers.1.host").value == "192.0.2.2"
    assert view("printers.1.host").pattern == "printers.host"
    assert (view("printers.1.port").value, view("printers.1.port").source) == (9100, "")
    new = view("printers.2.name")
    assert (new.value, new.default, new.needed) == (None, None, True)


def test_what_is_not_known_is_none() -> None:
    assert book().view("till.nam") is None
    assert book().view("alarms.volume") is None
    assert book().keys("vendors.nobody") == ()
    assert not book().has("vendors.nobody")


def test_what_holds_after_a_restart_is_said() -> None:
    assert view("vendors.cheers.enabled").at_start
    assert not view("till.name").at_start
