"""Keying a walk-in order in: by keypad, keyboard, tiles and barcodes, in few presses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.catalogue.entries import entries_of
from app.domain.catalogue_news import CatalogueRead
from app.domain.news import CommandRefused
from app.domain.order import Order
from app.domain.product import Product
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState, PaymentState
from app.domain.walkin import WALKIN, WALKIN_CAPABILITIES, WalkinItem
from app.ui.walkin.dialog import WalkinDialog
from app.usecases.place_walkin import PlaceWalkin
from tests.builders import a_basket, a_customer, a_line, an_order, huf
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, products, the_day
from tests.ui.main.test_layouts import small
from tests.ui.reading import buttons, clipped, read_name, texts
from tests.ui.snapshots import a_snapshot


def opened(shown: Shown) -> WalkinDialog:
    """Open the dialog from the top bar; gives it with the bar's products on its tiles."""
    shown.press("Walk-in order", shown.work.stage.top)
    dialog = shown.work.walkin.dialog
    assert dialog is not None
    shown.say(CatalogueRead(entries_of(products(), "en")))
    return dialog


def keyed(shown: Shown, dialog: WalkinDialog, *keys: str) -> None:
    for key in keys:
        shown.qtbot.mouseClick(dialog.keypad.key(key), Qt.MouseButton.LeftButton)


def tapped(shown: Shown, dialog: WalkinDialog, name: str) -> None:
    tile = next(tile for tile in dialog.items.tiles.tiles() if tile.text() == name)
    shown.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def placed(shown: Shown) -> PlaceWalkin:
    commands = shown.till.of(PlaceWalkin)
    assert len(commands) == 1
    return commands[0]


def stands(shown: Shown, command: PlaceWalkin) -> OrderSnapshot:
    """Let the order that was placed come to the board."""
    order: Order = an_order(
        "order-7",
        vendor=WALKIN,
        vendor_order_id=command.key,
        number="7",
        state=OrderState.PREPARING,
        payment=PaymentState.DUE,
        due=huf(1590),
        basket=a_basket(a_line("Amount", 1590, collect=huf(1590))),
        customer=a_customer(name=command.name, phone=""),
        opened=True,
    )
    snapshot = a_snapshot(
        order, capabilities=WALKIN_CAPABILITIES, vendor_title="Walk-in", now=NOW, ring_up=True
    )
    shown.orders(snapshot)
    return snapshot


def scanned(shown: Shown, product: Product | None, verdict: ScanVerdict) -> None:
    text = product.barcode if product else "96385074"
    shown.say(ScanAnswered(verdict, Intent.PRODUCT, text, product=product))


# --- an amount ------------------------------------------------------------------------------------


def test_an_amount_on_the_keypad_is_placed_with_one_press_and_its_order_opened(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    assert shown.title() == "Walk-in order"
    assert dialog.place.is_locked()
    keyed(shown, dialog, "1", "5", "9", "0")
    assert dialog.total.text() == "1,590 Ft"
    shown.press_dialog("Place order")
    command = placed(shown)
    assert (command.amount, command.items) == (huf(1590), ())
    assert dialog.place.text() == "Placing…"
    assert not dialog.pay.isEnabled()
    stands(shown, command)
    assert shown.title() == ""
    assert shown.has_group("Order 7")
    assert "Take payment" in " ".join(buttons(shown.group("Order 7")))


def test_place_and_pay_leads_to_the_payment_which_reminds_of_the_register(show: Show) -> None:
    shown = show()
    keyed(shown, opened(shown), "1", "5", "9", "0")
    shown.press_dialog("Place and pay")
    stands(shown, placed(shown))
    assert shown.title() == "Payment for 7"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    told = "Ring it up on the register too. “Payment received” cannot be undone."
    assert told in texts(dialog)
    shown.work.ways.on_escape()
    opened(shown)  # the next one begins with nothing
    assert shown.work.walkin.dialog is not None
    assert shown.work.walkin.dialog.draft.is_empty


def test_figures_typed_on_a_keyboard_work_at_once(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    shown.window.activateWindow()
    shown.qtbot.keyClicks(dialog.first_focus(), "2400")
    shown.qtbot.keyClick(dialog.first_focus(), Qt.Key.Key_Backspace)
    assert dialog.draft.total == huf(240)
    shown.qtbot.keyClick(dialog.first_focus(), Qt.Key.Key_Return)  # a stray Enter places nothing
    assert shown.till.of(PlaceWalkin) == []


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080), (800, 1280)])
def test_every_key_is_large_and_in_sight(show: Show, size: tuple[int, int]) -> None:
    shown = show(size=size)
    dialog = opened(shown)
    QApplication.processEvents()
    foot = dialog.place.mapTo(dialog, dialog.place.rect().topLeft()).y()
    for key in ("7", "0", "00", "back"):
        button = dialog.keypad.key(key)
        assert min(button.width(), button.height()) >= 80
        assert button.mapTo(dialog, button.rect().bottomRight()).y() < foot


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080), (800, 1280)])
def test_nothing_is_cut_and_every_target_is_large(show: Show, size: tuple[int, int]) -> None:
    shown = show(size=size)
    dialog = opened(shown)
    keyed(shown, dialog, "1", "2", "3", "4", "5", "00")
    dialog.add(products()[3])
    for way in ("Amount", "Items"):
        shown.press_dialog_choice(way)
        QApplication.processEvents()
        tiles = {tile.text() for tile in dialog.items.tiles.tiles()}  # on two rows
        assert [text for text in clipped(dialog) if text not in tiles] == []
        assert small(dialog) == []


# --- items ----------------------------------------------------------------------------------------


def test_items_are_tapped_changed_and_taken_out_again(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    assert len(shown.till.of("read_catalogue")) == 1
    shown.press_dialog_choice("Items")
    for _ in range(3):
        tapped(shown, dialog, "Pretzel")
    tapped(shown, dialog, "Espresso")
    assert dialog.total.text() == "1,900 Ft"
    row = dialog.basket.rows()[0]
    shown.qtbot.mouseClick(row.less, Qt.MouseButton.LeftButton)
    assert dialog.draft.quantity_of("product-7") == 2
    assert dialog.basket.rows()[0] is row  # nothing moved under the finger
    shown.qtbot.mouseClick(dialog.basket.rows()[1].remove, Qt.MouseButton.LeftButton)
    assert [each.key for each in dialog.basket.rows()] == ["product-7"]
    assert not row.remove.isEnabled()  # what has moved under the finger rests
    shown.press_dialog("Place order")
    assert placed(shown).items == (WalkinItem("product-7", 2, huf(450)),)


def test_an_amount_and_items_are_one_order_and_nothing_is_hidden(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    keyed(shown, dialog, "5", "00")
    shown.press_dialog_choice("Items")
    tapped(shown, dialog, "Tea")
    assert dialog.total.text() == "1,020 Ft"
    assert [row.name.text() for row in dialog.basket.rows()] == ["Tea", "Amount"]
    shown.press_dialog_choice("Amount")
    assert any("With 1 item from the catalogue" in text for text in texts(dialog))
    shown.press_dialog("Place order")
    assert placed(shown).amount == huf(500)
    assert len(placed(shown).items) == 1


def test_products_are_found_by_parts_of_their_names_and_by_barcode(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    shown.press_dialog_choice("Items")
    search = dialog.items.search
    shown.qtbot.keyClicks(search, "langos sour")
    assert [tile.text() for tile in dialog.items.tiles.tiles()] == ["Lángos, sour cream and cheese"]
    shown.qtbot.keyClick(search, Qt.Key.Key_Return)
    assert dialog.draft.quantity_of("product-5") == 1
    shown.qtbot.keyClicks(search, products()[4].barcode)  # what is selected is replaced
    shown.qtbot.keyClick(search, Qt.Key.Key_Return)
    assert dialog.draft.quantity_of("product-4") == 1
    shown.qtbot.keyClicks(search, "gulyas")
    assert "No product found" in texts(dialog)


def test_many_products_are_shown_in_part_and_the_rest_is_counted(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    many = [replace(products()[0], product_id=f"p{n}", names={"en": f"P {n}"}) for n in range(500)]
    shown.say(CatalogueRead(entries_of(many, "en")))
    shown.press_dialog_choice("Items")
    assert len(dialog.items.tiles.tiles()) == 60
    assert dialog.items.tiles.more.text() == "440 more: search for them"


def test_without_a_catalogue_it_says_what_to_do(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    shown.say(CatalogueRead(()))
    shown.press_dialog_choice("Items")
    assert "No products with a price" in texts(dialog)


# --- scans ----------------------------------------------------------------------------------------


def test_a_barcode_adds_to_the_order_that_is_keyed_in(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    for _ in range(2):
        scanned(shown, products()[4], ScanVerdict.PRODUCT)
    assert dialog.draft.quantity_of("product-4") == 2
    assert not shown.work.scans.is_shown()  # the line in the dialog is the answer
    assert any("Ham sandwich" in text for text in texts(shown.group("Messages")))


def test_elsewhere_a_barcode_is_answered_with_name_price_and_a_way_on(show: Show) -> None:
    shown = show()
    scanned(shown, products()[4], ScanVerdict.PRODUCT)
    whole = shown.work.scans.whole
    assert read_name(whole) == "Ham sandwich, 1,890 Ft"
    shown.press("Walk-in order", whole)
    dialog = shown.work.walkin.dialog
    assert dialog is not None
    assert dialog.draft.quantity_of("product-4") == 1
    assert dialog.total.text() == "1,890 Ft"


def test_what_cannot_be_sold_or_is_not_known_is_said_and_adds_nothing(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    scanned(shown, replace(products()[4], price=None), ScanVerdict.PRODUCT)
    assert shown.work.scans.band is not None
    assert "names no price" in read_name(shown.work.scans.band)
    assert buttons(shown.work.scans.band) == {}
    scanned(shown, None, ScanVerdict.NO_SUCH_PRODUCT)
    assert read_name(shown.work.scans.band).startswith("No product has this barcode")
    assert dialog.draft.is_empty


# --- nothing is lost, nothing comes twice ---------------------------------------------------------


def test_escape_changes_nothing_and_what_was_keyed_in_is_there_again(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    keyed(shown, dialog, "7", "00")
    dialog.name.setText("Anna")
    key = dialog.draft.key
    shown.work.ways.on_escape()
    assert shown.till.of(PlaceWalkin) == []
    said = texts(shown.group("Messages"))
    assert any("Walk-in order kept, 700 Ft." in text for text in said)
    again = opened(shown)
    assert again is not dialog
    assert (again.total.text(), again.name.text(), again.draft.key) == ("700 Ft", "Anna", key)
    assert any(text.startswith("Kept since 12:24") for text in texts(again))
    shown.press_dialog("Start anew")
    assert again.draft.is_empty
    assert again.draft.key != key
    said_before = len(texts(shown.group("Messages")))
    shown.work.ways.on_escape()  # with nothing in it there is nothing to say
    assert len(texts(shown.group("Messages"))) == said_before


def test_a_refused_command_lets_staff_press_again_with_the_same_key(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    keyed(shown, dialog, "7", "00")
    shown.press_dialog("Place order")
    first = placed(shown)
    shown.say(CommandRefused("PlaceWalkin", ""))
    assert dialog.place.text() == "Place order"
    shown.press_dialog("Place order")
    assert [command.key for command in shown.till.of(PlaceWalkin)] == [first.key, first.key]


def test_an_order_on_its_way_is_waited_for_also_when_the_dialog_was_closed(show: Show) -> None:
    shown = show()
    keyed(shown, opened(shown), "7", "00")
    shown.press_dialog("Place order")
    command = placed(shown)
    shown.work.ways.on_escape()
    shown.press("Walk-in order", shown.work.stage.top)
    dialog = shown.work.walkin.dialog
    assert dialog is not None
    assert dialog.place.text() == "Placing…"
    scanned(shown, products()[4], ScanVerdict.PRODUCT)  # not into an order that is on its way
    assert dialog.draft.lines == ()
    stands(shown, command)
    assert shown.has_group("Order 7")
    assert shown.title() == ""


def test_switched_off_there_is_no_way_to_one(show: Show) -> None:
    shown = show(walkin=False)
    assert "Walk-in order" not in buttons(shown.work.stage.top)
    scanned(shown, products()[4], ScanVerdict.PRODUCT)
    assert buttons(shown.work.scans.whole) == {}
    shown.work.ways.on_walk_in()
    assert shown.work.walkin.dialog is None


def test_before_the_till_is_open_the_button_rests(show: Show) -> None:
    shown = show(connected=False)
    assert not buttons(shown.work.stage.top)["Walk-in order"].isEnabled()


def test_on_a_small_screen_the_panel_makes_room_and_comes_back(show: Show) -> None:
    shown = show(size=(1024, 600))
    shown.orders(*the_day())
    shown.work.opened.open("order-37")
    dialog = opened(shown)
    assert not shown.work.panel.isVisible()
    assert dialog.width() > 800
    shown.work.ways.on_escape()
    assert shown.has_group("Order A-37")
