"""``pult catalogue``: what it says and what it does with the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.instance import InstanceLock
from app.domain.money import Money
from app.domain.product import Product
from app.store.sqlite import SqliteStore
from tests.unit.commandline.conftest import Run, Write

MENU = "product_id;name_en;price\nbeer;Lager;1 190,00\nsoda;Soda;490\n"


@pytest.fixture
def menu(write: Write, tmp_path: Path) -> Path:
    write()
    file = tmp_path / "menu.csv"
    file.write_text(MENU, "utf-8")
    return file


def kept(tmp_path: Path) -> dict[str, Product]:
    store = SqliteStore(tmp_path / "data" / "pult.sqlite3", create=False)
    with store.begin() as work:
        products = {product.product_id: product for product in work.catalogue.all()}
    store.close()
    return products


def test_a_file_is_taken_in_before_pult_has_ever_run(menu: Path, run: Run, tmp_path: Path) -> None:
    ended = run("catalogue", "import", menu)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        f"{menu}: 2 products (UTF-8, semicolons)",
        "added: 2",
        "  beer (Lager)",
        "  soda (Soda)",
        "changed: 0",
        "missing: 0",
        "unchanged: 0",
        "imported",
    ]
    assert kept(tmp_path)["beer"].price == Money(119000, "HUF")


def test_what_changes_is_said_and_what_is_missing_stays(
    menu: Path, run: Run, tmp_path: Path
) -> None:
    run("catalogue", "import", menu)
    menu.write_text("product_id,name_en,price,colour\nbeer,Lager,1290,yellow\n", "utf-8")
    told = [
        "Columns Pult does not know were left out: colour",
        "added: 0",
        "changed: 1",
        "  beer (Lager): Price 1,190 Ft → 1,290 Ft",
        "missing: 1 (stay; --remove-missing removes them)",
        "  soda (Soda)",
        "unchanged: 0",
    ]
    dry = run("catalogue", "import", menu, "--dry-run")
    assert dry.out.splitlines()[1:] == [*told, "nothing was changed"]
    assert kept(tmp_path)["beer"].price == Money(119000, "HUF")
    assert run("catalogue", "import", menu).out.splitlines()[1:] == [*told, "imported"]
    assert set(kept(tmp_path)) == {"beer", "soda"}
    gone = run("catalogue", "import", menu, "--remove-missing")
    assert "missing: 1 (removed)" in gone.out
    assert set(kept(tmp_path)) == {"beer"}


def test_every_bad_row_is_a_line_and_nothing_is_taken(menu: Path, run: Run, tmp_path: Path) -> None:
    run("catalogue", "import", menu)
    menu.write_text("product_id;name_en;price\n5,9E+12;Lager;1\nsoda;;x\npie;Pie;1\n", "utf-8")
    ended = run("catalogue", "import", menu)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines() == [
        f"{menu}: Line 2: a spreadsheet made 5,9E+12 of a long number: format the column as text",
        f"{menu}: Line 3: no name",
        f"{menu}: Line 3: the price “x” is not a number",
    ]
    assert set(kept(tmp_path)) == {"beer", "soda"}


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_a_file_that_cannot_be_read_is_one_line(
    menu: Path, run: Run, tmp_path: Path, name: str
) -> None:
    ended = run("catalogue", "import", tmp_path / name)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert "The file cannot be read: " in ended.err


def test_while_pult_runs_a_file_can_be_tried_but_not_taken_in(
    menu: Path, run: Run, tmp_path: Path
) -> None:
    run("catalogue", "import", menu)
    lock = InstanceLock(tmp_path / "data")
    refused = run("catalogue", "import", menu)
    tried = run("catalogue", "import", menu, "--dry-run")
    written = run("catalogue", "export", tmp_path / "out.csv")
    lock.release()
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"pult: Pult already runs with the data folder {tmp_path / 'data'}\n"
    assert (tried.code, written.code) == (0, 0)


def test_a_dry_run_makes_no_store(menu: Path, run: Run, tmp_path: Path) -> None:
    assert run("catalogue", "import", menu, "--dry-run").code == 0
    assert not (tmp_path / "data" / "pult.sqlite3").exists()


def test_what_was_written_out_is_taken_in_unchanged(menu: Path, run: Run, tmp_path: Path) -> None:
    run("catalogue", "import", menu)
    out = tmp_path / "out.csv"
    assert run("catalogue", "export", out).out == f"2 products written to {out}\n"
    again = run("catalogue", "import", out, "--remove-missing")
    assert again.out.splitlines()[1:] == [
        "added: 0",
        "changed: 0",
        "missing: 0",
        "unchanged: 2",
        "imported",
    ]


def test_writing_out_says_in_one_line_what_is_wrong(menu: Path, run: Run, tmp_path: Path) -> None:
    early = run("catalogue", "export", tmp_path / "out.csv")
    assert (early.code, len(early.err.splitlines())) == (3, 1)
    run("catalogue", "import", menu)
    nowhere = run("catalogue", "export", menu / "out.csv")
    assert (nowhere.code, len(nowhere.err.splitlines())) == (2, 1)


def test_a_damaged_store_is_one_line_and_exit_code_3(menu: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pult.sqlite3").write_bytes(b"this is a shopping list" * 500)
    for arguments in (("import", menu), ("import", menu, "--dry-run"), ("export", "out.csv")):
        ended = run("catalogue", *arguments)
        assert (ended.code, len(ended.err.splitlines())) == (3, 1), arguments
