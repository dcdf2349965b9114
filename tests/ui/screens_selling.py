"""Scenes of walk-in orders and of the catalogue they are keyed in from."""

from __future__ import annotations

from typing import Final

from app.domain.catalogue.entries import entries_of
from app.domain.catalogue.nameless import nameless_on
from app.domain.catalogue_news import CatalogueRead, FolderRead
from app.domain.news import OrdersChanged
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.settings_page.page import SettingsPage
from tests.ui.main.day import products, the_day
from tests.ui.main.menu import a_file_read, the_catalogue, without_names
from tests.ui.scene import Scene


def walkin(window: MainWindow, relay: Relay) -> None:
    window.work.walkin.on_wanted()
    dialog = window.work.walkin.dialog
    assert dialog is not None
    for key in "1590":
        dialog.keypad.key(key).click()
    dialog.name.setText("Anna, blue jacket")


def walkin_items(window: MainWindow, relay: Relay) -> None:
    window.work.walkin.on_wanted()
    relay.publish(CatalogueRead(entries_of(products(), "en")))
    dialog = window.work.walkin.dialog
    assert dialog is not None
    for place in (1, 4, 4, 7):
        dialog.add(products()[place])


def product_scanned(window: MainWindow, relay: Relay) -> None:
    product = products()[4]
    relay.publish(
        ScanAnswered(ScanVerdict.PRODUCT, Intent.PRODUCT, product.barcode, product=product)
    )


def catalogue(part: str) -> Scene:
    """Give a scene with the catalogue: its list, a product, a file to be taken in or a bad one."""

    def play(window: MainWindow, relay: Relay) -> None:
        window.work.away.on_settings()
        page = window.work.pages.page("settings")
        assert isinstance(page, SettingsPage)
        page.show_section("catalogue")
        relay.publish(the_catalogue())
        desk = window.work.catalogue
        if part in ("", "nameless"):
            relay.publish(OrdersChanged(tuple(map(without_names, the_day()[:4]))))
        if part == "product":
            desk.on_product_wanted("langos-cheese")
        elif part == "nameless":
            nameless = nameless_on(window.work.board.orders())
            desk.on_product_wanted(nameless[0].product_id)
        elif part == "file":
            desk.on_import_wanted()
            relay.publish(FolderRead("/home/pult/Downloads", ("menus",), ("menu.csv", "old.csv")))
        elif part:
            relay.publish(a_file_read(bad=part == "bad"))

    return play


SCENES: Final[dict[str, Scene]] = {
    "walkin-amount": walkin,
    "walkin-items": walkin_items,
    "scan-product": product_scanned,
    "catalogue-list": catalogue(""),
    "catalogue-product": catalogue("product"),
    "catalogue-nameless": catalogue("nameless"),
    "catalogue-file": catalogue("file"),
    "catalogue-preview": catalogue("preview"),
    "catalogue-bad": catalogue("bad"),
}
