"""Product names from a file onto the board, and clear words about a file that is not right."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import StoreUnavailable
from app.settings.resources import resource_path
from app.usecases.keep_catalogue import KeepCatalogue, keep_catalogue, read_catalogue_names
from tests.builders import a_basket, a_line
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

NAMES = {"beer": {"en": "Lager 0.5 l", "hu": "Világos sör 0,5 l"}, "soda": {"hu": "Szóda"}}


def read(tmp_path: Path, text: str | bytes) -> dict[str, dict[str, str]]:
    file = tmp_path / "menu.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_catalogue_names(file)


def nameless(product_id: str) -> dict[str, object]:
    line = a_line("", product_id=product_id)
    return {"basket": a_basket(line)}


def test_names_come_onto_the_board_and_the_slip(counter: Counter) -> None:
    counter.at_work(**nameless("beer"))
    assert counter.snapshot().name_of("beer") == "beer"
    counter.hear(keep_catalogue(KeepCatalogue(NAMES), counter.desk))
    assert [one.order.id for one in counter.last_orders().orders] == ["id-1"]
    assert counter.snapshot().name_of("beer") == "Lager 0.5 l"
    errand = counter.print_next()
    assert errand is not None
    assert errand.slip.lines[0].text == "Lager 0.5 l"


def test_a_name_in_another_language_is_better_than_an_id(counter: Counter) -> None:
    counter.place(**nameless("soda"))
    counter.hear(keep_catalogue(KeepCatalogue(NAMES), counter.desk))
    assert counter.snapshot().name_of("soda") == "Szóda"


def test_nothing_on_the_board_is_nothing_to_show(quick: Counter) -> None:
    assert keep_catalogue(KeepCatalogue(NAMES), quick.desk) == []


def test_what_cannot_be_saved_is_not_kept_in_part() -> None:
    store = FakeStore()
    store.break_down(StoreUnavailable("disk full"))
    with pytest.raises(StoreUnavailable):
        keep_catalogue(KeepCatalogue(NAMES), Counter(store).desk)
    assert store.kept.products == {}


def test_the_demos_catalogue_is_read() -> None:
    names = read_catalogue_names(resource_path("demo/catalogue.csv"))
    assert names["beer-500ml"] == {"en": "Lager 0.5 l", "hu": "Világos sör 0,5 l"}
    assert len(names) > 30


def test_spaces_quotes_byte_order_mark_and_blank_lines_do_no_harm(tmp_path: Path) -> None:
    text = '\ufeff product_id ,name_hu,name_de,price\r\n\r\n beer , "Sör, 0,5 l",Bier,1\r\n,,,\r\n'
    assert read(tmp_path, text.replace(' "', '"')) == {"beer": {"hu": "Sör, 0,5 l", "de": "Bier"}}


def test_hostile_names_are_made_plain(tmp_path: Path) -> None:
    assert read(tmp_path, "product_id,name_en\nbeer,La\x1bger\u202e <b>\n") == {
        "beer": {"en": "Lager <b>"}
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "menu.csv, line 1: no column product_id"),
        ("id,name_en\n", "line 1: no column product_id"),
        ("product_id,price\n", "line 1: none of the columns name_en"),
        ("product_id,name_fr\n", "line 1: name_fr is none of name_en"),
        ("product_id,name_en,name_en\n", "line 1: the column name_en is there twice"),
        ("product_id,name_en\nbeer,Lager\nbeer,Beer\n", "line 3: beer stands in line 2"),
        ("product_id,name_en\nbeer,Lager,1\n", "line 2: 3 cells, the header has 2"),
        ("product_id,name_en\nbeer\n", "line 2: 1 cells"),
        ("product_id,name_en\n,Lager\n", "line 2: no product_id"),
        ("product_id,name_en\nbe\x1ber,Lager\n", "line 2: no product_id"),
        ("product_id,name_en\nbeer, \u200b \n", "line 2: beer has no name"),
        ('product_id,name_en\nbeer,"Lager\n', "line 2: unexpected end of data"),
        (b"product_id,name_en\nbeer,S\xf6r\n", "line 2: not UTF-8 text"),
    ],
)
def test_a_file_that_is_not_right_says_where(
    tmp_path: Path, text: str | bytes, problem: str
) -> None:
    with pytest.raises(ValueError) as caught:
        read(tmp_path, text)
    assert problem in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        read_catalogue_names(tmp_path / "none.csv")
