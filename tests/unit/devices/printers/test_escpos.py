"""python-escpos is imported late and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.devices.printers._escpos import facts_of, known_profiles
from app.devices.printers._models import tells_process_id

ROOT = Path(__file__).parents[4]


def run(program: str, tmp_path: Path) -> str:
    environment = {"TMPDIR": str(tmp_path), "PATH": "", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_looking_at_the_kinds_imports_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys; from app.devices.printers import kinds; print(sorted(kinds()));"
        "print([name for name in ('escpos', 'PySide6', 'qrcode', 'PIL') if name in sys.modules])"
    )
    names, heavy = run(program, tmp_path).splitlines()
    assert "'network'" in names and "'virtual'" in names
    assert heavy == "[]"


def test_import_leaves_no_folder_and_no_log_handler(tmp_path: Path) -> None:
    program = (
        "import logging; from app.devices.printers._escpos import facts_of;"
        "print(facts_of('TM-T88V').cell, logging.root.handlers)"
    )
    assert run(program, tmp_path) == "12 []"
    assert list(tmp_path.iterdir()) == []


def test_slip_without_qt_marks_what_it_cannot_print_and_names_it(tmp_path: Path) -> None:
    program = (
        "from dataclasses import replace;"
        "from app.devices.printers._paper import Paper;"
        "from app.devices.printers._render import render;"
        "from tests.sample_slips import sample_slip;"
        "slip = replace(sample_slip(), who='Anna \\U0001f37a \\u6f22');"
        "print(render(slip, Paper('TM-T88V', 42)).data)"
    )
    printed = run(program, tmp_path)
    assert "Anna ? ?\\n" in printed
    assert "? = U+1F37A U+6F22\\n" in printed


def test_pictures_without_a_window_can_be_prepared(tmp_path: Path) -> None:
    program = (
        "from app.devices.printers._raster import prepare_pictures, row_bitmap;"
        "from app.devices.printers._layout import TextRow;"
        "prepare_pictures(); prepare_pictures();"
        "print(sum(row_bitmap(TextRow('Anna'), 42, 12).data) > 1000)"
    )
    assert run(program, tmp_path) == "True"


@pytest.mark.parametrize("profile", ["TM-T88V", "TM-T20II-42col", "TM-L90"])
def test_models_of_our_table_exist(profile: str) -> None:
    assert tells_process_id(profile)
    assert profile in known_profiles()


def test_unknown_profile_is_the_default_one() -> None:
    assert facts_of("No Such Printer").name == "default"


@pytest.mark.parametrize("profile", known_profiles())
def test_every_profile_has_usable_facts(profile: str) -> None:
    facts = facts_of(profile)
    assert 9 <= facts.cell <= 15
    assert facts.columns > 0
