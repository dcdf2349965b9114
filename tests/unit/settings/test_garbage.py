"""Whatever stands in the file or the environment: settings, or problems of one line each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import tomlkit
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.settings.environment import variable_of
from app.settings.errors import SettingsError
from app.settings.files import parse_toml
from app.settings.known import LISTS
from app.settings.load import settings_of
from tests.unit.settings.sample import KNOWN, NOWHERE, load, read

garbage = settings(
    deadline=None,
    max_examples=75,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SECRET = "sk-Zq81x7"

words = st.sampled_from(
    ["", "en", "auto", "/a", "https://x.example", "slip", "a\nb", "\x1b[2J", "p"]
)
texts = st.one_of(words, st.text(max_size=20), st.just("x" * 2000))
scalars = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=6,
)
keys = sorted({key for model in KNOWN.tables().values() for key in model.model_fields})
device_keys = sorted({key for model in LISTS.values() for key in model.model_fields})
tables = st.dictionaries(st.one_of(st.sampled_from(keys), texts), values, max_size=8)
devices = st.dictionaries(st.one_of(st.sampled_from(device_keys), texts), values, max_size=8)
documents = st.fixed_dictionaries(
    {},
    optional={
        "till": st.one_of(tables, values),
        "store": st.one_of(tables, values),
        "callbacks": st.one_of(tables, values),
        "vendors": st.one_of(
            st.dictionaries(st.one_of(st.just("cheers"), texts), tables, max_size=3), values
        ),
        "printers": st.one_of(st.lists(devices, max_size=3), values),
        "scanners": st.one_of(st.lists(devices, max_size=3), values),
        "zzz": values,
    },
)


def check(problems: SettingsError) -> None:
    assert problems.problems
    for problem in problems.problems:
        line = str(problem)
        assert line.isprintable()
        assert problem.allowed and problem.remedy
        assert len(line) < 1500


@garbage
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"[till]\nname = 'a\x7f'")
def test_any_bytes_give_settings_or_problems(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "pult.toml"
    file.write_bytes(content)
    try:
        load(file)
    except SettingsError as error:
        check(error)


@garbage
@given(st.text(alphabet=st.sampled_from("[]{}=\"'\\.,#\n\r\t abtill1_-:+eT\x00é"), max_size=80))
def test_anything_like_toml_gives_settings_or_problems(text: str) -> None:
    try:
        read(text)
    except SettingsError as error:
        check(error)


@garbage
@given(documents)
def test_any_values_give_settings_or_problems(document: dict[str, object]) -> None:
    text = tomlkit.dumps(document)
    try:
        parse_toml(text, NOWHERE)
    except SettingsError:
        return  # not every text is one the library can write
    try:
        read(text)
    except SettingsError as error:
        check(error)


variables = [
    variable_of(table, key) for table, model in KNOWN.tables().items() for key in model.model_fields
]
names = st.one_of(
    st.sampled_from(variables),
    st.text(max_size=20).map(lambda end: f"PULT_{end}__"),
    st.text(max_size=20),
)
anything = st.text(st.characters(exclude_categories=[]), max_size=30)


@garbage
@given(
    st.dictionaries(names, st.one_of(anything, st.sampled_from(["1", "true", "[]"])), max_size=5)
)
def test_any_environment_gives_settings_or_problems(environ: Mapping[str, str]) -> None:
    try:
        settings_of("", NOWHERE, known=KNOWN, environ=environ)
    except SettingsError as error:
        check(error)


@garbage
@given(documents, st.sampled_from(["api_key", "webhook_secret", "apikey", "password"]))
def test_no_problem_shows_a_secret(document: dict[str, object], key: str) -> None:
    told = dict(document)
    cheers = {"enabled": True, key: SECRET + " ", "refresh_seconds": 0}
    told["vendors"] = {"cheers": cheers, "other": SECRET}
    told["callbacks"] = {"token": SECRET + "/", "public_url": "http://x/" + SECRET}
    try:
        read(tomlkit.dumps(told))
    except SettingsError as error:
        check(error)
        assert SECRET not in str(error)
        assert SECRET not in repr(error.problems)
