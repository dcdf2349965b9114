"""A catalogue to look at, and files that change it or cannot be taken."""

from __future__ import annotations

from dataclasses import replace

from app.domain.catalogue.compare import compare
from app.domain.catalogue.entries import entries_of
from app.domain.catalogue.read import CatalogueFile, read_catalogue
from app.domain.catalogue.write import write_catalogue
from app.domain.catalogue_news import CatalogueFileRead, CatalogueRead
from app.domain.product import PreviousCatalogue, Product
from app.domain.snapshot import OrderSnapshot
from app.settings.resources import resource_path
from tests.builders import at, huf

BAD = (
    b"product_id;name_en;price;vat;barcode\n"
    b"beer-500ml;Lager;1190;27;4006381333932\n"
    b"5,9E+12;Cola;690;27;\n"
    b"langos;;1.290;0,05;\n"
    b"beer-500ml;Lager;-5;200;12345\n"
)


def the_menu() -> tuple[Product, ...]:
    file = read_catalogue(resource_path("demo/catalogue.csv").read_bytes(), "HUF")
    return file.products


def the_catalogue(*products: Product) -> CatalogueRead:
    return CatalogueRead(entries_of(products or the_menu(), "en"), PreviousCatalogue(at(3), 57))


def a_file() -> CatalogueFile:
    """The menu with three dearer and two new products, and two less."""
    menu = list(the_menu())[:-2]
    menu[0] = replace(menu[0], price=huf(1290))
    menu[1] = replace(menu[1], price=huf(890), names={**menu[1].names, "en": "Small lager"})
    menu[2] = replace(menu[2], station="")
    menu.append(Product(product_id="pie", names={"en": "Meat pie"}, price=huf(990)))
    menu.append(Product(product_id="strudel", names={"en": "Strudel"}, price=huf(1190)))
    raw = write_catalogue(menu).replace(b"product_id,", b"colour,product_id,", 1)
    header, rest = raw.split(b"\r\n", 1)
    rows = b"".join(b"," + row + b"\r\n" for row in rest.splitlines())
    return read_catalogue(header + b"\r\n" + rows, "HUF")


def a_file_read(*, bad: bool = False) -> CatalogueFileRead:
    file = read_catalogue(BAD, "HUF") if bad else a_file()
    return CatalogueFileRead("/home/pult/Downloads/menu.csv", file, compare(the_menu(), file))


def without_names(order: OrderSnapshot) -> OrderSnapshot:
    """An order as a vendor without names sends it, before anybody named its products."""
    basket = order.order.basket
    lines = tuple(replace(line, name="") for line in basket.lines)
    return replace(order, names={}, order=replace(order.order, basket=replace(basket, lines=lines)))
