"""A station that a printer waits for and no product is made at is found before the kitchen is."""

from __future__ import annotations

from app.commandline.finding import Light
from app.commandline.kept import idle_routes
from app.domain.product import Product
from app.settings.devices import PrinterSettings
from tests.unit.commandline.conftest import Run, Write

KITCHEN = PrinterSettings(
    name="kitchen", kind="virtual", prints=("station",), stations=("gril", "Fryer")
)
PRODUCTS = (Product(product_id="1", station="grill"), Product(product_id="2", station="fryer"))


def test_a_mistyped_station_is_told_with_the_one_that_was_meant() -> None:
    (found,) = idle_routes([KITCHEN], PRODUCTS)
    assert (found.light, found.name) == (Light.AMBER, "kitchen")
    assert "gril:" in found.detail and "Fryer" not in found.detail
    assert 'Did you mean "grill"?' in found.todo


def test_a_catalogue_without_any_station_is_told() -> None:
    (found,) = idle_routes([KITCHEN], [Product(product_id="1")])
    assert "the catalogue has none" in found.detail


def test_without_a_catalogue_nobody_knows() -> None:
    assert list(idle_routes([KITCHEN], ())) == []


def test_stations_and_vendors_of_a_printer_without_such_slips_are_told() -> None:
    plain = PrinterSettings(name="bar", kind="virtual", stations=("grill",))
    (found,) = idle_routes([plain], ())
    assert (found.light, found.word) == (Light.AMBER, "no use")
    assert '"station"' in found.todo
    grill = PrinterSettings(
        name="grill", kind="virtual", prints=("station",), stations=("grill",), vendors=("loke",)
    )
    (found,) = idle_routes([grill], PRODUCTS)
    assert found.what == "vendors" and '"slip"' in found.todo


def test_check_reads_the_catalogue(write: Write, run: Run) -> None:
    kitchen = '[[printers]]\nname = "kitchen"\nkind = "virtual"\nprints = ["station"]'
    file = write(f'{kitchen}\nstations = ["gril"]')
    products = file.with_name("products.csv")
    products.write_text("product_id,name_en,station\n1,Burger,grill\n", "utf-8")
    assert run("catalogue", "import", products).code == 0
    ended = run("check")
    assert "no product is made at gril" in ended.out
    assert ended.code == 0
