"""The catalogue with the real program: a file from the screen, the names on board and slip."""

from __future__ import annotations

from pathlib import Path

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.sinks.printer_sink import PrinterSink

ITEM = {
    "productId": "mystery-1",
    "unitPrice": 990,
    "discount": 0,
    "externalPayment": 0,
    "vat": 27,
    "modifiers": [],
}
DIALOG = "Import a catalogue"


def test_what_a_vendor_sent_without_a_name_is_named_by_a_file(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, tmp_path: Path
) -> None:
    menu = tmp_path / "menu.csv"
    menu.write_bytes("product_id;name_en;price\nmystery-1;Hús pástétom;990,00\n".encode("cp1250"))
    till = counter.start()
    screen = till.screen
    cheers.place_order(orderNumber="A-61", items=[ITEM])
    screen.wait_for_card("A-61", "New")
    screen.press("Settings")
    screen.press("Catalogue")
    screen.wait_for_text("1 product without a name")

    screen.press("Import…")
    screen.wait_for_dialog(DIALOG)
    screen.reach(lambda: screen.has_focus("text", "Name of the file"))
    screen.type(str(menu))
    screen.press_in(DIALOG, "Read")
    screen.wait_for_text("1 product: 1 new")
    screen.wait_for_text("Windows-125")
    screen.press("Import")
    screen.wait_for_text("Imported: 1 new")
    screen.wait_for(lambda: screen.find("label", "1 product without a name") is None, "the name")

    screen.press("Board")
    order = screen.open_order("A-61", "New")
    assert any("Hús pástétom" in node.name for node in order.walk())
    screen.press_move("A-61", "Accept")
    printer.wait_for_slips(1)
    assert "Hús pástétom" in printer.text(0)
    till.end_well()

    assert counter.command("catalogue", "export", tmp_path / "out.csv").code == 0
    assert "Hús pástétom" in (tmp_path / "out.csv").read_text("utf-8-sig")
