"""House rules no tool knows. Each rule lists its offences below a root, so it can be tried out."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TOP_LEVEL = {
    "pyproject.toml",
    "README.md",
    "app",
    "resources",
    "tests",
    "packaging",
    "installer.iss",
    "LICENSE",
}
# What builds leave behind and .gitignore keeps out.
LEFT_BEHIND = re.compile(r"\..*|build|dist|__pycache__|.*\.egg-info")
MOST_LINES = 500
NAMES_THAT_SAY_NOTHING = re.compile(r"_*(utils?|commons?|helpers?|misc|managers?)")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b|^#[0-9a-fA-F]{3}$")
WAITS = {"qtbot.wait", "qWait", "qSleep", "time.sleep"}
WAITS_OF_A_WITH = {"waitActive", "waitExposed", "waitSignal", "waitSignals"}
GUI_WAITS = {"time.sleep", "msleep", "usleep", "QThread.sleep"}

Rule = Callable[[Path], list[str]]


def _python_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if "_artifacts" not in path.parts)


def _calls(path: Path) -> Iterator[tuple[int, str]]:
    """Every call of a file: its line, and what is called as `owner.name` and as `name`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = ast.unparse(node.func).split(".")
            yield node.lineno, ".".join(called[-2:])
            yield node.lineno, called[-1]


def _forbidden_calls(root: Path, folder: str, names: set[str]) -> list[str]:
    return [
        f"{path.relative_to(root)}:{line} {name}"
        for path in _python_files(root / folder)
        for line, name in _calls(path)
        if name in names
    ]


def strange_top_level_names(root: Path) -> list[str]:
    names = {path.name for path in root.iterdir() if not LEFT_BEHIND.fullmatch(path.name)}
    return sorted(names - TOP_LEVEL)


def too_long_files(root: Path) -> list[str]:
    sizes = {path: path.read_bytes().count(b"\n") for path in _python_files(root / "app")}
    return [f"{path.relative_to(root)} {n}" for path, n in sizes.items() if n > MOST_LINES]


def names_that_say_nothing(root: Path) -> list[str]:
    return [
        str(path.relative_to(root))
        for folder in ("app", "tests")
        for path in _python_files(root / folder)
        if any(
            NAMES_THAT_SAY_NOTHING.fullmatch(part)
            for part in path.relative_to(root).with_suffix("").parts
        )
    ]


def packages_in_packaging(root: Path) -> list[str]:
    """An __init__.py there would hide the library called packaging."""
    return [str(path.relative_to(root)) for path in (root / "packaging").rglob("__init__.py")]


def incomplete_vendors(root: Path) -> list[str]:
    """A vendor is a file, a simulator, a contract test and an entry point; none without another."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    entries = project.get("entry-points", {}).get("pult.vendors", {})
    vendors = {
        path.stem
        for path in (root / "app" / "vendors").glob("[!_]*")
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    offences = [f"{name}: entry point without file" for name in entries.keys() - vendors]
    for name in sorted(vendors):
        simulator = root / "app" / "simulators" / name
        if not ((simulator / "__init__.py").is_file() or simulator.with_suffix(".py").is_file()):
            offences.append(f"{name}: no simulator")
        if not any((root / "tests" / "contract" / "vendors").glob(f"test_{name}*.py")):
            offences.append(f"{name}: no contract test")
        if entries.get(name) != f"app.vendors.{name}:VENDOR":
            offences.append(f"{name}: no entry point")
    return offences


def colours_outside_the_theme(root: Path) -> list[str]:
    theme = root / "app" / "ui" / "theme"
    return [
        f"{path.relative_to(root)}:{node.lineno} {node.value!r}"
        for path in _python_files(root / "app")
        if not path.is_relative_to(theme)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and COLOUR.search(node.value)
    ]


def waits_for_a_time(root: Path) -> list[str]:
    """A test waits for a signal or a condition, never for a time to pass."""
    return _forbidden_calls(root, "tests", WAITS)


def waits_that_wait_for_nothing(root: Path) -> list[str]:
    """What qtbot gives for a `with` waits at its end; a call alone does not wait at all."""
    return [
        f"{path.relative_to(root)}:{node.lineno} {node.value.func.attr}"
        for path in _python_files(root / "tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and node.value.func.attr in WAITS_OF_A_WITH
    ]


def waits_of_its_own(root: Path) -> list[str]:
    """All tests of windows wait alike: a limit of its own is soon too short on a slow machine."""
    return [
        f"{path.relative_to(root)}:{node.lineno} {node.func.attr}"
        for path in _python_files(root / "tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"waitUntil", *WAITS_OF_A_WITH}
        and any(keyword.arg == "timeout" for keyword in node.keywords)
    ]


def sleeps_on_the_gui_thread(root: Path) -> list[str]:
    return _forbidden_calls(root, "app/ui", GUI_WAITS)


def pictures_nobody_sees(root: Path) -> list[str]:
    """Every picture the README names is there and told in words, and no other one is kept."""
    text = (root / "README.md").read_text("utf-8")
    named = re.findall(r"!\[([^\]]*)\]\((resources/screenshots/[^)]+)\)", text)
    files = {file for _, file in named}
    kept = {path.relative_to(root).as_posix() for path in root.glob("resources/screenshots/*")}
    return [
        *(f"{file}: not there" for file in sorted(files - kept)),
        *(f"{file}: no words" for words, file in named if not words.strip()),
        *(f"{file}: not in the README" for file in sorted(kept - files)),
    ]


RULES: list[Rule] = [
    strange_top_level_names,
    too_long_files,
    names_that_say_nothing,
    packages_in_packaging,
    incomplete_vendors,
    colours_outside_the_theme,
    waits_for_a_time,
    waits_that_wait_for_nothing,
    waits_of_its_own,
    sleeps_on_the_gui_thread,
    pictures_nobody_sees,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_house_rule_is_kept(rule: Rule) -> None:
    assert rule(ROOT) == []


FAULTS = {
    "notes.txt": "",
    "README.md": "![](resources/screenshots/a.png) ![Board](resources/screenshots/gone.png)",
    "resources/screenshots/a.png": "",
    "resources/screenshots/old.png": "",
    ".gitignore": "",
    "pyproject.toml": '[project.entry-points."pult.vendors"]\ngone = "app.vendors.gone:VENDOR"\n',
    "packaging/__init__.py": "",
    "app/long.py": "pass\n" * 501,
    "app/ui/order_utils.py": "",
    "app/ui/utils/colour.py": "RED = 'color: #c01c28;'\nNUMBER = 'order #12'\n",
    "app/ui/theme/tokens.py": "RED = '#c01c28'\n",
    "app/ui/slow.py": "import time\ntime.sleep(1)\nself.thread.msleep(5)\n",
    "app/vendors/_http.py": "",
    "app/vendors/bravo.py": "",
    "app/vendors/alfa/__init__.py": "",
    "app/vendors/left_over/__pycache__/none.pyc": "",
    "tests/ui/test_slow.py": "self.qtbot.wait(50)\nQTest.qWait(1)\nqtbot.waitUntil(done)\n"
    "qtbot.waitExposed(window)\nwith qtbot.waitSignal(done):\n    pass\n"
    "qtbot.waitUntil(done, timeout=9)\n",
}
FOUND: dict[Rule, list[str]] = {
    strange_top_level_names: ["notes.txt"],
    too_long_files: ["app/long.py 501"],
    names_that_say_nothing: ["app/ui/utils/colour.py"],
    packages_in_packaging: ["packaging/__init__.py"],
    incomplete_vendors: [
        "gone: entry point without file",
        "alfa: no simulator",
        "alfa: no contract test",
        "alfa: no entry point",
        "bravo: no simulator",
        "bravo: no contract test",
        "bravo: no entry point",
    ],
    colours_outside_the_theme: ["app/ui/utils/colour.py:1 'color: #c01c28;'"],
    waits_for_a_time: ["tests/ui/test_slow.py:1 qtbot.wait", "tests/ui/test_slow.py:2 qWait"],
    waits_that_wait_for_nothing: ["tests/ui/test_slow.py:4 waitExposed"],
    waits_of_its_own: ["tests/ui/test_slow.py:7 waitUntil"],
    sleeps_on_the_gui_thread: ["app/ui/slow.py:2 time.sleep", "app/ui/slow.py:3 msleep"],
    pictures_nobody_sees: [
        "resources/screenshots/gone.png: not there",
        "resources/screenshots/a.png: no words",
        "resources/screenshots/old.png: not in the README",
    ],
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_house_rule_sees_an_offence(rule: Rule, tmp_path: Path) -> None:
    for name, text in FAULTS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert rule(tmp_path) == FOUND[rule]
