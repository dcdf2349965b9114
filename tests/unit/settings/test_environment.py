from __future__ import annotations

import pytest

from tests.unit.settings.sample import cheers_of, problems, read, revealed, the_line


def test_environment_goes_before_the_file() -> None:
    settings = read('[till]\nlanguage = "hu"\nname = "Bar"', PULT_TILL__LANGUAGE="es")
    assert (settings.till.language, settings.till.name) == ("es", "Bar")


def test_values_are_converted_to_the_type_of_their_key() -> None:
    settings = read(
        "",
        PULT_CALLBACKS__PORT="9001",
        PULT_TILL__UNDO_SECONDS="2.5",
        PULT_TILL__TEXT_SCALE="2",
        PULT_VENDORS__CHEERS__AUTO_ACCEPT="true",
        PULT_VENDORS__CHEERS__API_KEY="12345",
    )
    assert settings.callbacks.port == 9001
    assert settings.till.undo_seconds == 2.5
    assert settings.till.text_scale == 2.0
    assert cheers_of(settings).auto_accept is True
    assert revealed(cheers_of(settings).api_key) == "12345"


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", True), ("YES", True), ("on", True), (" true ", True), ("0", False), ("No", False)],
)
def test_words_for_yes_and_no(text: str, value: bool) -> None:
    settings = read("[vendors.cheers]\nauto_accept = true", PULT_VENDORS__CHEERS__AUTO_ACCEPT=text)
    assert cheers_of(settings).auto_accept is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a, b ,c", ("a", "b", "c")),
        ('["a", "b,c"]', ("a", "b,c")),
        ("[]", ()),
    ],
)
def test_lists_are_json_or_commas(text: str, value: tuple[str, ...]) -> None:
    assert cheers_of(read("", PULT_VENDORS__CHEERS__WORDS=text)).words == value


@pytest.mark.parametrize(
    ("variable", "text", "told"),
    [
        ("PULT_CALLBACKS__PORT", "http", "a whole number from 1 to 65535"),
        ("PULT_CALLBACKS__PORT", "", "a whole number from 1 to 65535"),
        ("PULT_CALLBACKS__PORT", "9" * 30, "a whole number from 1 to 65535"),
        ("PULT_CALLBACKS__PORT", "1_0", "a whole number from 1 to 65535"),
        ("PULT_TILL__UNDO_SECONDS", "soon", "a number from 0 to 60"),
        ("PULT_TILL__UNDO_SECONDS", "nan", "a number from 0 to 60"),
        ("PULT_VENDORS__CHEERS__AUTO_ACCEPT", "maybe", "true or false"),
        ("PULT_VENDORS__CHEERS__WORDS", "[1, 2]", "a list of texts"),
        ("PULT_VENDORS__CHEERS__WORDS", "[" * 100_000, "a list of texts"),
        ("PULT_TILL__LANGUAGE", "EN", 'one of "en"'),
        ("PULT_TILL__NAME", "a\udcff", "a name of"),
    ],
)
def test_bad_value_names_the_variable(variable: str, text: str, told: str) -> None:
    line = the_line("", **{variable: text})
    key = variable.removeprefix("PULT_").replace("__", ".").lower()
    assert line.startswith(f"environment {variable}: {key} = ")
    assert told in line
    assert "quotes" not in line
    assert line.isprintable()


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("PULT_TILL__LANGUGE", "Did you mean PULT_TILL__LANGUAGE?"),
        ("PULT_VENDORS__CHEERS__APIKEY", "Did you mean PULT_VENDORS__CHEERS__API_KEY?"),
        ("PULT_CHEERS__API_KEY", "Did you mean PULT_VENDORS__CHEERS__API_KEY?"),
        ("PULT_ZZ__QQQQQQQQQQQQQQQQQQ", "Unset it."),
        ("PULT_PRINTERS__0__HOST", "only the settings file can"),
        ("PULT_till__language", "Did you mean PULT_TILL__LANGUAGE?"),
    ],
)
def test_unknown_variable_names_the_nearest_and_hides_its_value(variable: str, told: str) -> None:
    line = the_line("", **{variable: "sk-12345"})
    assert line.startswith(f"environment: {variable} = (hidden) ")
    assert told in line


def test_other_names_are_nobodys_business() -> None:
    read("", PULT_HOME="/x", PATH="/bin", OTHER__THING="1", pult_till__language="hu")


def test_environment_does_not_hide_a_table_that_is_none() -> None:
    assert [p.key for p in problems("till = 5", PULT_TILL__LANGUAGE="hu")] == ["till"]


def test_environment_can_enable_a_vendor_the_file_does_not_name() -> None:
    settings = read("", PULT_VENDORS__CHEERS__ENABLED="1", PULT_VENDORS__CHEERS__API_KEY="k")
    assert settings.enabled_vendors == ("cheers",)


def test_empty_variable_of_a_secret_counts_as_not_given() -> None:
    text = '[vendors.cheers]\napi_key = "from-file"'
    settings = read(text, PULT_VENDORS__CHEERS__API_KEY="")
    assert revealed(cheers_of(settings).api_key) == "from-file"
