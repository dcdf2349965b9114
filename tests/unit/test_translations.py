"""Every text of the screen is translated, and what the program loads is what the `.ts` say."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

HOUSE = Path(__file__).parents[2]
FOLDER = HOUSE / "resources" / "translations"
LANGUAGES = ("en", "hu", "es", "de")
TRANSLATED = LANGUAGES[1:]


def _translate_tool() -> ModuleType:
    spec = spec_from_file_location("translate_tool", HOUSE / "packaging" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    sys.modules[spec.name] = tool  # dataclasses look their module up
    spec.loader.exec_module(tool)
    return tool


TOOL = _translate_tool()
FOUND = TOOL.texts_of_source()


def _texts(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    return TOOL.read(FOLDER / f"pult_{language}.ts")  # type: ignore[no-any-return]


def _forms(language: str) -> Iterator[tuple[str, str, str]]:
    for (context, text), forms in _texts(language).items():
        yield from ((context, text, form) for form in forms if form)


def _marks(text: str) -> tuple[set[str], int]:
    return set(re.findall(r"\{\w*\}", text)), text.count("*")


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_every_marked_text_is_written_out_where_it_is_marked() -> None:
    assert FOUND.unreadable == []
    assert len(FOUND.texts) > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    """`python packaging/translate.py` brings the new texts into the `.ts`; then translate them."""
    known = _texts(language)
    wanted = TOOL.wanted_in(language, FOUND.texts)
    missing = sorted(key for key in wanted if not all(known.get(key, ("",))))
    assert missing == []
    gone = TOOL.vanished(FOLDER / f"pult_{language}.ts")
    assert sorted((known.keys() - wanted) - gone) == [], "run python packaging/translate.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_what_is_filled_in_and_what_is_bold(language: str) -> None:
    wrong = [
        (context, text, said)
        for context, text, said in _forms(language)
        if _marks(text) != _marks(said) or _ends(text) != _ends(said)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_plural_form_names_the_number(language: str) -> None:
    wrong = [
        key
        for key, forms in _texts(language).items()
        if TOOL.is_counted(key[1])
        and ("%n" not in forms[-1] or len(forms) != TOOL.PLURALS[language])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_english_text_stands_where_a_translation_should(language: str) -> None:
    alike = set((HOUSE / "tests" / "unit" / "texts_alike.txt").read_text("utf-8").splitlines())
    same = {f"{language}: {text}" for _, text, said in _forms(language) if said == text}
    assert sorted(same - alike) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_loads_what_the_file_of_qt_linguist_says(language: str) -> None:
    """`python packaging/translate.py` makes the `.qm` anew."""
    loaded = QTranslator()
    assert loaded.load(str(FOLDER / f"pult_{language}.qm"))
    wrong = []
    said = _texts(language)
    for key in TOOL.vanished(FOLDER / f"pult_{language}.ts"):
        del said[key]
    for (context, text), forms in said.items():
        for form, count in zip(forms, (1, 2) if TOOL.is_counted(text) else (-1,), strict=False):
            if loaded.translate(context, text, None, count) != form:
                wrong.append((context, text))
    assert wrong == []


def test_a_text_is_found_wherever_it_is_marked(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        'TITLE = QT_TRANSLATE_NOOP("Page", "Orders")\n'
        "class Page:\n"
        "    def show(self, count):\n"
        '        self.tr("One"\n             " line")\n'
        '        self.tr("%n slips", n=count)\n'
        '        translate("Page", TITLE)\n'
        '        translate("Page", "%n orders", n=count)\n'
        "        painter.translate(1, 2)\n"
        "        self.tr(TITLE)\n"
        '        self.tr(f"{count} slips")\n'
        '        self.tr("Slip" if count == 1 else "Slips")\n',
        encoding="utf-8",
    )
    found = TOOL.texts_of_source(tmp_path)
    assert found.texts == {
        ("Page", "Orders"),
        ("Page", "One line"),
        ("Page", "%n slips"),
        ("Page", "%n orders"),
    }
    assert [place.rsplit(":", 1)[1] for place in found.unreadable] == ["11", "12"]


def test_what_is_translated_stays_also_when_nobody_says_it_any_more(tmp_path: Path) -> None:
    path = tmp_path / "pult_hu.ts"
    orders, old, new = ("Page", "Orders"), ("Page", "Old"), ("Page", "<%n> orders")
    TOOL.write(path, "hu", {orders: ("Rendelések",), old: ("Régi",)})
    known = TOOL.read(path)
    TOOL.write(path, "hu", TOOL.brought_up("hu", known, {orders, new}), known)
    assert TOOL.read(path) == {orders: ("Rendelések",), new: ("",), old: ("Régi",)}
    assert TOOL.vanished(path) == {old}
    TOOL.write(path, "hu", TOOL.brought_up("hu", TOOL.read(path), {orders, old}), known)
    assert TOOL.vanished(path) == set()
