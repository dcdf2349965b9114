"""A catalogue file is read whole, whatever a spreadsheet made of it, or every bad row is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.cells import COLUMNS, cells_of, read_cells
from app.domain.catalogue.decode import MOST_BYTES
from app.domain.catalogue.faults import BadRow, Fault
from app.domain.catalogue.read import MOST_PRODUCTS, CatalogueFile, read_catalogue
from app.domain.catalogue.write import write_catalogue
from app.domain.money import Money
from app.domain.product import Product
from app.domain.text import plain
from app.settings.resources import resource_path
from tests.builders import huf

FULL = Product(
    product_id="beer",
    names={"en": "Lager 0.5 l", "hu": "Világos sör 0,5 l"},
    barcode="5998123456789"[:12] + "5",
    price=huf(1190),
    station="Bar",
    vat=Decimal("27"),
    article="1001",
)


def read(text: str, encoding: str = "utf-8", currency: str = "HUF") -> CatalogueFile:
    return read_catalogue(text.encode(encoding), currency)


def one(header: str, *cells: str) -> Product:
    """The one product of a file with semicolons, so that numbers may hold commas."""
    file = read(f"product_id;name_en;{header}\nbeer;Lager;{';'.join(cells)}\n")
    assert file.bad == ()
    (product,) = file.products
    return product


def bad(text: str) -> list[BadRow]:
    file = read(text)
    assert file.products == ()
    return list(file.bad)


def fault(header: str, *cells: str) -> BadRow:
    (row,) = bad(f"product_id;name_en;{header}\nbeer;Lager;{';'.join(cells)}\n")
    return row


# --- what is read ---------------------------------------------------------------------------------


def test_an_id_and_one_name_are_enough() -> None:
    file = read("product_id,name_de\nbeer,Bier\n")
    assert file.products == (Product(product_id="beer", names={"de": "Bier"}),)
    assert file.columns == {"product_id", "name_de"}


def test_every_column_is_read_in_any_order() -> None:
    text = (
        "article;vat;station;currency;price;barcode;name_es;name_hu;product_id;name_en;name_de\n"
        "1001;5,5 %;Kitchen;eur;4,50;96385074;Caña;Sör;beer;Beer;Bier\n"
    )
    assert read(text).products == (
        Product(
            product_id="beer",
            names={"en": "Beer", "hu": "Sör", "de": "Bier", "es": "Caña"},
            barcode="96385074",
            price=Money(450, "EUR"),
            station="Kitchen",
            vat=Decimal("5.5"),
            article="1001",
        ),
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_separator_and_line_ends_are_found_out(separator: str, ends: str) -> None:
    rows = [("product_id", "name_en", "price"), ("beer", '"Lager, 0.5; l"', "1190")]
    file = read(ends.join(separator.join(row) for row in rows) + ends)
    assert (file.separator, file.bad) == (separator, ())
    assert file.products[0].names == {"en": "Lager, 0.5; l"}
    assert file.products[0].price == huf(1190)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1250", "Windows-1250"),
        ("utf-16", "UTF-16"),
    ],
)
def test_hungarian_names_are_read_in_every_encoding_and_it_is_said(
    encoding: str, told: str
) -> None:
    file = read(
        "product_id,name_hu\nsor,Rántott sajt, hűs őszibarackkal\n".replace(", h", " h"), encoding
    )
    assert file.encoding == told
    assert file.products[0].names == {"hu": "Rántott sajt hűs őszibarackkal"}


@pytest.mark.parametrize("name", ["Piña colada", "¿Más café?", "Crème", "Jalapeño à la crème"])
def test_western_letters_are_told_from_hungarian_ones(name: str) -> None:
    file = read(f"product_id,name_es\nx,{name}\n", "cp1252")
    assert (file.encoding, file.products[0].names) == ("Windows-1252", {"es": name})


def test_letters_both_pages_share_are_read_by_either() -> None:
    for header in ("name_hu", "name_de"):
        file = read(f"product_id,{header}\nx,Gemüsesuppe és más\n", "cp1252")
        assert list(file.products[0].names.values()) == ["Gemüsesuppe és más"]


def test_line_breaks_in_quotes_become_spaces_and_later_lines_still_count_right() -> None:
    file = read('product_id,name_en\nbeer,"Lager\n0.5 l"\nsoda,\n')
    assert file.bad == (BadRow(4, Fault.NO_NAME),)
    assert (
        read('product_id,name_en\nbeer,"Lager\n0.5 l"\n').products[0].names["en"] == "Lager 0.5 l"
    )


def test_spaces_blank_lines_and_capitals_in_the_header_do_no_harm() -> None:
    text = "Product_ID , NAME_EN,,\r\n\r\n beer , Lager ,,\r\n,,,\r\n"
    assert read(text).products == (Product(product_id="beer", names={"en": "Lager"}),)


def test_cells_that_a_spreadsheet_left_away_at_the_end_are_empty() -> None:
    file = read("product_id,name_en,station,article\nbeer,Lager\nsoda,Soda,Bar,7\n")
    assert [product.station for product in file.products] == ["", "Bar"]


def test_unknown_columns_are_said_and_not_fatal() -> None:
    file = read("product_id,name_en,colour,Shelf\nbeer,Lager,yellow,3\n")
    assert (file.unknown, len(file.products)) == (("colour", "shelf"), 1)


def test_hostile_names_are_made_plain() -> None:
    file = read("product_id,name_en\nbeer,La\u202eger\u200b <b>\n")
    assert file.products[0].names == {"en": "Lager <b>"}


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("1190", 119000),
        ("1 190,00", 119000),
        ("1\u00a0190,50", 119050),
        ("1\u202f190", 119000),
        ("1.190,00", 119000),
        ("1,190.00", 119000),
        ("1.234.567", 123456700),
        ("4.5", 450),
        ("0", 0),
        ("0,00", 0),
        ("007", 700),
    ],
)
def test_prices_are_read_as_people_write_them(written: str, minor: int) -> None:
    assert one("price", written).price == Money(minor, "HUF")


def test_a_price_is_in_its_own_currency_else_in_the_shops() -> None:
    header = "product_id;name_en;price;currency\n"
    file = read(header + "a;A;4,50;EUR\nb;B;4,50;\nc;C;;EUR\n", currency="CHF")
    assert [product.price for product in file.products] == [
        Money(450, "EUR"),
        Money(450, "CHF"),
        None,
    ]


def test_three_decimals_are_no_riddle_where_money_has_three() -> None:
    file = read("product_id;name_en;price\nx;X;1,190\n", currency="KWD")
    assert file.products[0].price == Money(1190, "KWD")


@pytest.mark.parametrize(("written", "rate"), [("27", "27"), ("5,5", "5.5"), ("5.00%", "5")])
def test_rates_are_in_percent(written: str, rate: str) -> None:
    assert str(one("vat", written).vat) == rate


@pytest.mark.parametrize(
    "written", ["4006381333931", "96385074", "036000291452", "4 006381 333931"]
)
def test_barcodes_with_a_right_check_digit_are_taken(written: str) -> None:
    assert one("barcode", written).barcode == written.replace(" ", "")


# --- what is not ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Fault.EMPTY_FILE),
        (b" \r\n\n", Fault.EMPTY_FILE),
        (b"\xef\xbb\xbf\n", Fault.EMPTY_FILE),
        (b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml", Fault.WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Fault.WORKBOOK),
        (b"%PDF-1.4\x00\x01\x02", Fault.NOT_TEXT),
        (b"\xff\xfe\x00", Fault.NOT_TEXT),
        (b"product_id,name_en\nbe\x1ber,Lager\n", Fault.NOT_TEXT),
        (b"product_id,name_en\nx," + b"a" * MOST_BYTES, Fault.TOO_LARGE),
    ],
    ids=lambda value: value.value if isinstance(value, Fault) else "",
)
def test_what_is_no_csv_is_said_of_the_whole_file(raw: bytes, reason: Fault) -> None:
    file = read_catalogue(raw, "HUF")
    assert [(row.line, row.fault) for row in file.bad] == [(0, reason)]
    assert file.products == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("id,name_en\nbeer,Lager\n", [BadRow(1, Fault.NO_ID_COLUMN)]),
        ("Dear Sir or Madam\n", [BadRow(1, Fault.NO_ID_COLUMN)]),
        ("product_id,price\nbeer,1\n", [BadRow(1, Fault.NO_NAME_COLUMN)]),
        ("product_id,name_fr\nx,y\n", [BadRow(1, Fault.STRANGE_NAME_COLUMN, "name_fr")]),
        ("product_id,name_en,names\nx,y,z\n", [BadRow(1, Fault.STRANGE_NAME_COLUMN, "names")]),
        ("product_id,name_en,name_en\nx,y,z\n", [BadRow(1, Fault.COLUMN_TWICE, "name_en")]),
        ("product_id,name_en\n", [BadRow(0, Fault.NO_ROWS)]),
        ("product_id,name_en\n,\n", [BadRow(0, Fault.NO_ROWS)]),
        ("product_id,name_en\nx,y,z\n", [BadRow(2, Fault.TOO_MANY_CELLS, "3", "2")]),
        ("product_id,name_en\n,Lager\n", [BadRow(2, Fault.NO_ID)]),
        ("product_id,name_en\nbe\u202eer,Lager\n", [BadRow(2, Fault.UNFIT_ID, "beer")]),
        ("product_id,name_en\nbeer, \u200b \n", [BadRow(2, Fault.NO_NAME)]),
        ("product_id,name_en,price\nbeer,Lager,1\nsoda,So", [BadRow(3, Fault.CUT_OFF)]),
        ('product_id,name_en\na,A\nbeer,"Lager\nsoda,Soda\n', [BadRow(3, Fault.BROKEN_QUOTES)]),
        ('product_id,name_en\nbeer,"La"ger\n', [BadRow(2, Fault.BROKEN_QUOTES)]),
        (
            f"product_id,name_en\nbeer,{'x' * 201}\n",
            [BadRow(2, Fault.TOO_LONG, "name_en", "200")],
        ),
        (f"product_id,name_en\n{'x' * 201},L\n", [BadRow(2, Fault.TOO_LONG, "product_id", "200")]),
    ],
)
def test_a_file_that_is_not_right_says_where(text: str, rows: list[BadRow]) -> None:
    assert bad(text) == rows


@pytest.mark.parametrize("mangled", ["5,9E+12", "5.9E+12", "5.99812E+12", "5E+12", "5,9e+12"])
def test_what_a_spreadsheet_made_of_a_long_number_is_a_bad_row(mangled: str) -> None:
    (row,) = bad(f"product_id;name_en\n{mangled};Lager\n")
    assert row == BadRow(2, Fault.MANGLED_ID, mangled)
    assert fault("barcode", mangled) == BadRow(2, Fault.MANGLED_BARCODE, mangled)
    assert fault("article", mangled) == BadRow(2, Fault.MANGLED_ID, mangled)


@pytest.mark.parametrize("harmless", ["5E12", "beer-5E+12", "1e", "E+12", "3E-05"])
def test_ids_that_only_look_a_little_like_it_are_taken(harmless: str) -> None:
    assert read(f"product_id;name_en\n{harmless};Lager\n").products[0].product_id == harmless


@pytest.mark.parametrize(
    ("written", "row"),
    [
        ("free", BadRow(2, Fault.PRICE_NOT_A_NUMBER, "free")),
        ("1190 Ft", BadRow(2, Fault.PRICE_NOT_A_NUMBER, "1190 Ft")),
        ("1,2,3", BadRow(2, Fault.PRICE_NOT_A_NUMBER, "1,2,3")),
        ("1,19.00", BadRow(2, Fault.PRICE_NOT_A_NUMBER, "1,19.00")),
        ("١٢", BadRow(2, Fault.PRICE_NOT_A_NUMBER, "١٢")),
        ("NaN", BadRow(2, Fault.PRICE_NOT_A_NUMBER, "NaN")),
        ("1e3", BadRow(2, Fault.PRICE_NOT_A_NUMBER, "1e3")),
        ("1.190", BadRow(2, Fault.PRICE_IN_TWO_WAYS, "1.190")),
        ("1,190", BadRow(2, Fault.PRICE_IN_TWO_WAYS, "1,190")),
        ("-5", BadRow(2, Fault.PRICE_NEGATIVE, "-5")),
        ("\u22125,50", BadRow(2, Fault.PRICE_NEGATIVE, "\u22125,50")),
        ("0.125", BadRow(2, Fault.PRICE_TOO_FINE, "0.125", "HUF")),
        ("9" * 15, BadRow(2, Fault.PRICE_TOO_HIGH, "9" * 15)),
        ("9" * 30, BadRow(2, Fault.PRICE_TOO_HIGH, "9" * 30)),
    ],
)
def test_a_price_that_is_none_is_a_bad_row(written: str, row: BadRow) -> None:
    assert fault("price", written) == row


def test_a_currency_nobody_pays_with_is_a_bad_row() -> None:
    assert fault("price;currency", "5", "Ft") == BadRow(2, Fault.STRANGE_CURRENCY, "Ft")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("lots", Fault.VAT_NOT_A_NUMBER),
        ("-5", Fault.VAT_OUT_OF_RANGE),
        ("101", Fault.VAT_OUT_OF_RANGE),
        ("0.27", Fault.VAT_A_FRACTION),
        ("9" * 30, Fault.VAT_NOT_A_NUMBER),
    ],
)
def test_a_rate_that_is_none_is_a_bad_row(written: str, reason: Fault) -> None:
    assert fault("vat", written).fault is reason


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("4006381333932", Fault.BARCODE_DIGIT),
        ("36000291452", Fault.BARCODE_LENGTH),  # a leading zero has gone
        ("ABC", Fault.BARCODE_LENGTH),
    ],
)
def test_a_barcode_no_scanner_could_have_read_is_a_bad_row(written: str, reason: Fault) -> None:
    assert fault("barcode", written) == BadRow(2, reason, written)


def test_every_bad_row_is_told_with_everything_that_is_wrong_and_nothing_is_taken() -> None:
    text = (
        "product_id;name_en;price;vat\n"
        "beer;Lager;1190;27\n"
        "soda;;-1;200\n"
        "beer;Beer;1;5\n"
        ";Water;1;5\n"
    )
    assert bad(text) == [
        BadRow(3, Fault.NO_NAME),
        BadRow(3, Fault.PRICE_NEGATIVE, "-1"),
        BadRow(3, Fault.VAT_OUT_OF_RANGE, "200"),
        BadRow(4, Fault.ID_TWICE, "beer", "2"),
        BadRow(5, Fault.NO_ID),
    ]


def test_there_is_an_end_to_how_many_products_there_may_be() -> None:
    rows = "".join(f"p{number},P\n" for number in range(MOST_PRODUCTS + 5))
    assert bad("product_id,name_en\n" + rows) == [
        BadRow(MOST_PRODUCTS + 2, Fault.TOO_MANY, str(MOST_PRODUCTS))
    ]


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_it_fall_over(raw: bytes) -> None:
    for start in (b"", b"product_id;name_en;price;vat;barcode\n"):
        file = read_catalogue(start + raw, "HUF")
        assert bool(file.bad) != bool(file.products)


# --- and back -------------------------------------------------------------------------------------

TEXTS = st.text(max_size=60).map(plain)
IDS = TEXTS.filter(bool)
PRICES = st.none() | st.builds(
    Money, st.integers(0, 10**9), st.sampled_from(["HUF", "EUR", "JPY", "KWD"])
)
PRODUCTS = st.builds(
    Product,
    product_id=IDS,
    names=st.dictionaries(st.sampled_from(["en", "hu", "de", "es"]), IDS, min_size=1),
    barcode=st.sampled_from(["", "4006381333931", "96385074"]),
    price=PRICES,
    station=TEXTS,
    vat=st.none() | st.sampled_from([Decimal("0"), Decimal("27"), Decimal("5.5")]),
    article=TEXTS,
)


@given(st.lists(PRODUCTS, min_size=1, max_size=5, unique_by=lambda product: product.product_id))
def test_what_is_written_is_read_back_the_same(products: list[Product]) -> None:
    file = read_catalogue(write_catalogue(products), "CHF")
    assert file.bad == ()
    assert list(file.products) == products
    assert file.columns == frozenset(COLUMNS)


@given(PRODUCTS)
def test_the_fields_of_a_product_make_it_anew(product: Product) -> None:
    assert read_cells(cells_of(product), "CHF").product == product


def test_a_spreadsheet_is_kept_from_taking_a_cell_for_a_formula() -> None:
    text = write_catalogue([Product(product_id="=1+1", names={"en": "'=x"})]).decode("utf-8-sig")
    assert text.splitlines()[1].startswith("'=1+1,''=x")


def test_the_demos_catalogue_has_everything() -> None:
    file = read_catalogue(resource_path("demo/catalogue.csv").read_bytes(), "HUF")
    assert file.bad == ()
    lager = next(one for one in file.products if one.product_id == "beer-500ml")
    assert lager.names == {
        "en": "Lager 0.5 l",
        "hu": "Világos sör 0,5 l",
        "de": "Helles 0,5 l",
        "es": "Cerveza rubia 0,5 l",
    }
    assert (lager.price, lager.vat, lager.station) == (huf(1190), Decimal(27), "Bar")
