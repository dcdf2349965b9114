"""Bring resources/translations up to the texts of the source:  python packaging/translate.py

Every text the source marks for Qt Linguist goes into `pult_LANGUAGE.ts`; what is translated there
already stays; what the source does not say any more, or not yet, stays too, marked as vanished, and
is used when it is said again (`--drop` takes it out). Then each `.ts` is made into the `.qm` that
the program loads. `pult_en.ts` holds the plural forms alone, since English is the source.

Our own reader of the source instead of pyside6-lupdate: that one passes over a count given by name
(`translate("Board", "%n orders", n=count)`), and so takes the text for one without plurals.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

HOUSE = Path(__file__).resolve().parents[1]
FOLDER = HOUSE / "resources" / "translations"
# How many plural forms each language has in Qt, the singular first.
PLURALS = {"en": 2, "hu": 1, "es": 2, "de": 2}
_MARKS = ("translate", "QT_TRANSLATE_NOOP")

Key = tuple[str, str]  # context, English text
Texts = Mapping[Key, tuple[str, ...]]  # its translation; several are the plural forms


@dataclass
class Found:
    """The texts of the source, and the calls nobody can read a text from."""

    texts: set[Key] = field(default_factory=set)
    unreadable: list[str] = field(default_factory=list)


def is_counted(text: str) -> bool:
    """Tell whether a text has plural forms."""
    return "%n" in text


def texts_of_source(folder: Path = HOUSE / "app") -> Found:
    """Read every text marked for translation."""
    found = Found()
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call, owner in _calls(tree, ""):
            if not _take(call, owner, found.texts):
                found.unreadable.append(f"{path.relative_to(folder.parent)}:{call.lineno}")
    return found


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[ast.Call, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, owner
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _take(call: ast.Call, owner: str, texts: set[Key]) -> bool:
    """Add the text of a call; False: it is put together there, so that nobody can translate it."""
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    is_method = isinstance(called, ast.Attribute) and name == "tr"
    if is_method and len(call.args) == 1:
        said = _literal(call, 0)
        if said:
            texts.add((owner, said))
        return bool(owner) and _is_whole(call.args[0])
    if (name in _MARKS or name == "tr") and len(call.args) >= 2:
        context, said = _literal(call, 0), _literal(call, 1)
        if context and said:
            texts.add((context, said))
        return not context or _is_whole(call.args[1])
    return True


def _is_whole(given: ast.expr) -> bool:
    """Tell whether a text is written out, or marked somewhere else and only named here."""
    if isinstance(given, (ast.IfExp, ast.BoolOp)):
        parts = [given.body, given.orelse] if isinstance(given, ast.IfExp) else given.values
        return not any(isinstance(part, ast.Constant) for part in parts)
    is_put_together = any(isinstance(each, (ast.JoinedStr, ast.BinOp)) for each in ast.walk(given))
    return not is_put_together


def _literal(call: ast.Call, place: int) -> str:
    given = call.args[place] if len(call.args) > place else None
    said = given.value if isinstance(given, ast.Constant) else None
    return said if isinstance(said, str) else ""


def read(path: Path) -> dict[Key, tuple[str, ...]]:
    """Read a `.ts`; a text not translated yet has empty forms."""
    texts: dict[Key, tuple[str, ...]] = {}
    if not path.exists():
        return texts
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else translation.findall("numerusform")
            said = tuple(form.text or "" for form in forms)
            if not forms:
                said = ((translation.text if translation is not None else "") or "",)
            texts[context.findtext("name", ""), message.findtext("source", "")] = said
    return texts


def vanished(path: Path) -> set[Key]:
    """Return which texts of a `.ts` the source did not say when it was written."""
    gone: set[Key] = set()
    for context in ET.parse(path).getroot().iter("context") if path.exists() else ():
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "vanished":
                gone.add((context.findtext("name", ""), message.findtext("source", "")))
    return gone


def write(path: Path, language: str, texts: Texts, kept: Texts | None = None) -> None:
    """Write a `.ts` as Qt Linguist does, sorted, without the places in the source.

    `kept` are translations of what the source does not say.
    """
    gone = {key: forms for key, forms in (kept or {}).items() if key not in texts and all(forms)}
    texts = {**gone, **texts}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted({key[0] for key in texts}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for key in sorted(key for key in texts if key[0] == context):
            lines += _message(key[1], texts[key], key in gone)
        lines.append("</context>")
    lines += ["</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _message(text: str, forms: tuple[str, ...], is_gone: bool) -> Iterator[str]:
    counted = is_counted(text)
    mark = ' type="vanished"' if is_gone else "" if all(forms) else ' type="unfinished"'
    yield '    <message numerus="yes">' if counted else "    <message>"
    yield f"        <source>{escape(text)}</source>"
    if counted:
        yield f"        <translation{mark}>"
        yield from (f"            <numerusform>{escape(form)}</numerusform>" for form in forms)
        yield "        </translation>"
    else:
        yield f"        <translation{mark}>{escape(forms[0])}</translation>"
    yield "    </message>"


def brought_up(language: str, known: Texts, wanted: set[Key]) -> dict[Key, tuple[str, ...]]:
    """Return what a `.ts` has to hold: the texts wanted, translated where they are known."""
    kept: dict[Key, tuple[str, ...]] = {}
    for key in wanted:
        count = PLURALS[language] if is_counted(key[1]) else 1
        forms = known.get(key, ())
        kept[key] = forms if len(forms) == count else ("",) * count
    return kept


def wanted_in(language: str, texts: set[Key]) -> set[Key]:
    """Return which texts a language needs words for."""
    return {key for key in texts if language != "en" or is_counted(key[1])}


def release(source: Path, target: Path) -> None:
    """Make the `.qm` the program loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    told = [str(tool), "-silent", str(source), "-qm", str(target)]
    subprocess.run(told, check=True, cwd=HOUSE)


def main(arguments: list[str]) -> int:
    """Do it; 1 when a text cannot be read or is not translated yet, which is named."""
    found = texts_of_source()
    for place in found.unreadable:
        print(f"{place}: the text is not written out in the call", file=sys.stderr)
    missing = 0
    for language in PLURALS:
        path = FOLDER / f"pult_{language}.ts"
        known = read(path)
        texts = brought_up(language, known, wanted_in(language, found.texts))
        write(path, language, texts, None if "--drop" in arguments else known)
        release(path, path.with_suffix(".qm"))
        for (context, text), forms in sorted(texts.items()):
            if not all(forms):
                missing += 1
                print(f"{language}: {context}: {text}", file=sys.stderr)
    print(f"{len(found.texts)} texts, {missing} translations missing")
    return 1 if found.unreadable or missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
