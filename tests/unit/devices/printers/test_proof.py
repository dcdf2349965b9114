"""The proof sheet: which pages it tries, and that each line shows one page and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.devices.printers._codepages import page_at
from app.devices.printers._escpos import facts_of, known_profiles, numbers_of
from app.devices.printers._paper import Paper
from app.devices.printers._proof import MOST_LINES, SAMPLE, proof_lines
from app.devices.printers._render import render, render_sheet
from app.domain.sheet import PLAIN_LETTERS, ProvenPage, Sheet, SheetKind
from tests.sample_slips import sample_slip
from tests.sinks.escpos_reader import CODE_PAGES, Command, Letters, Picture, read_slip

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = Paper("TM-T88V", 42)


@pytest.mark.parametrize("profile", known_profiles())
def test_one_sheet_tries_what_the_profile_says_and_all_usual_numbers(profile: str) -> None:
    lines = proof_lines(Paper(profile, 32))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert len(lines) <= MOST_LINES
    pages = [line.page for line in lines]
    assert len(set(pages)) == len(pages)
    for page, number in (("CP852", 18), ("CP858", 19), ("CP1250", 72), ("CP1252", 16)):
        assert ProvenPage(page, number) in pages
    said = facts_of(profile).pages
    for page in ("CP852", "CP858", "CP1250", "CP1252"):
        assert page not in said or ProvenPage(page, said[page]) in pages[:8]


def test_every_number_any_known_model_has_is_tried() -> None:
    pages = [line.page for line in proof_lines(PAPER)]
    for page in ("CP852", "CP858", "CP1250", "CP1252", "ISO_8859-2", "ISO_8859-15"):
        assert {each.number for each in pages if each.page == page} == set(numbers_of(page))


def test_sample_has_only_letters_of_its_page() -> None:
    for line in proof_lines(PAPER):
        page = page_at(line.page.page, line.page.number)
        assert page is not None and page.encode(line.sample) is not None
    by_page = {line.page.page: line.sample for line in proof_lines(PAPER)}
    assert by_page["CP1250"] == SAMPLE.replace("ñ¿ ", "")
    assert by_page["CP858"] == "áéíóöúü Á ñ¿ äß €"


@pytest.mark.parametrize("width", [16, 32, 42, 96])
def test_each_line_is_printed_in_its_page_under_its_number_and_in_no_other(width: int) -> None:
    lines = proof_lines(PAPER)
    sheet = Sheet(kind=SheetKind.PROOF, head="counter", lines=lines)
    data = render_sheet(sheet, replace(PAPER, width=width)).data
    shown = b"\n".join(data.split(b"\n"))
    for line in lines:
        page = page_at(line.page.page, line.page.number)
        assert page is not None
        start = b"\x1bt\x00\x1bt" + bytes((line.page.number,)) + f"{line.number:>2}  ".encode()
        at = shown.index(start)
        row = shown[at + len(start) : shown.index(b"\n", at)]
        assert b"\x1b" not in row
        first = row.decode(_codec(line.page.page))
        assert line.sample.startswith(first.strip())


def test_line_of_a_number_the_printer_lacks_is_not_shown_as_the_line_above() -> None:
    """A reader that knows no such number stays on its first page, where the sample is wrong."""
    lines = tuple(line for line in proof_lines(PAPER) if line.page.number in (18, 54))
    data = render_sheet(Sheet(kind=SheetKind.PROOF, head="x", lines=lines), PAPER).data
    deaf = data.replace(b"\x1bt\x36", b"\x1bt\x00")
    texts = [part.text for part in read_slip(deaf) if isinstance(part, Letters)]
    right, wrong = (next(t for t in texts if t.startswith(f"{n.number:>2}  ")) for n in lines[:2])
    assert right.endswith(lines[0].sample)
    assert not wrong.endswith(lines[1].sample)


class TestProven:
    def test_proven_page_under_its_own_number_is_used(self) -> None:
        data = render(sample_slip("hu"), PAPER, (ProvenPage("CP852", 13),)).data
        assert b"\x1bt\x0d" in data
        assert "Őrült".encode("cp852") in data
        assert b"\x1bt\x12" not in data

    def test_what_only_other_pages_hold_becomes_a_picture(self) -> None:
        slip = replace(sample_slip(), who="Ñandú")
        parts = read_slip(render(slip, PAPER, (ProvenPage("CP852", 18),)).data)
        assert len([part for part in parts if isinstance(part, Picture)]) == 1
        assert pages_used(parts) == {18}

    def test_first_of_two_numbers_counts(self) -> None:
        pages = (ProvenPage("CP852", 18), ProvenPage("CP858", 19), ProvenPage("CP852", 5))
        parts = read_slip(render(sample_slip("hu"), PAPER, pages).data)
        assert pages_used(parts) == {18}

    def test_none_looked_right_leaves_plain_letters_and_pictures(self) -> None:
        parts = read_slip(render(sample_slip("hu"), PAPER, (PLAIN_LETTERS,)).data)
        texts = [part.text for part in parts if isinstance(part, Letters)]
        assert all(text.isascii() for text in texts)
        assert [part for part in parts if isinstance(part, Picture)]
        assert pages_used(parts) == {0}

    def test_page_the_shop_has_set_still_wins(self) -> None:
        paper = replace(PAPER, codepage="CP858")
        parts = read_slip(render(sample_slip("hu"), paper, (ProvenPage("CP852", 18),)).data)
        assert pages_used(parts) == {19}
        proven = (ProvenPage("CP858", 13),)
        assert b"\x1bt\x0d" in render(sample_slip("hu"), paper, proven).data


def pages_used(parts: list[object]) -> set[int]:
    return {
        part.value[2]
        for part in parts
        if isinstance(part, Command) and part.value.startswith(b"\x1bt")
    }


def _codec(page: str) -> str:
    codec = page.lower().replace("iso_", "iso").replace("cp", "cp")
    assert codec in CODE_PAGES.values()
    return codec
