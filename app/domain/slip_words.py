"""The words on the slip in the four languages of the till."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipWords:
    """Every fixed text of the slip; texts in braces are filled in."""

    reprint: str
    not_confirmed: str
    take_away: str
    home_delivery: str
    pick_up: str
    brought: str  # the time an order is brought, as `pick_up` is the one it is fetched
    discount: str
    tip: str
    delivery: str
    total: str
    total_paid_in_app: str
    to_pay: str
    paid_here: str
    not_paid: str
    ask_amount: str
    amount: str  # the name of a line of which nothing but the amount was keyed in
    not_a_receipt: str
    badge: str  # a slip that says who somebody is
    receipt: str
    invoice: str
    vendor_invoice: str
    weekdays: tuple[str, str, str, str, str, str, str]
    months: tuple[str, ...]
    date: str  # how weekday, day, month and year stand together


_MONTHS_EN: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_MONTHS_HU: Final = (
    "jan.",
    "febr.",
    "márc.",
    "ápr.",
    "máj.",
    "jún.",
    "júl.",
    "aug.",
    "szept.",
    "okt.",
    "nov.",
    "dec.",
)
_MONTHS_DE: Final = (
    "Jan.",
    "Feb.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez.",
)
_MONTHS_ES: Final = (
    "ene",
    "feb",
    "mar",
    "abr",
    "may",
    "jun",
    "jul",
    "ago",
    "sep",
    "oct",
    "nov",
    "dic",
)

SLIP_WORDS: Final[Mapping[str, SlipWords]] = {
    "en": SlipWords(
        reprint="REPRINT: slip no. {copy}, first {time}",
        not_confirmed="NOT CONFIRMED BY {vendor}",
        take_away="TAKE-AWAY",
        home_delivery="Home delivery",
        pick_up="Pick-up {time}",
        brought="Delivery {time}",
        discount="discount",
        tip="Tip",
        delivery="Delivery",
        total="Total",
        total_paid_in_app="Total, paid in the app",
        to_pay="TO PAY",
        paid_here="Paid here",
        not_paid="Handed over unpaid",
        ask_amount="Ask what is to be paid",
        amount="Amount",
        not_a_receipt="Not a receipt",
        badge="Staff badge",
        receipt="Give a receipt",
        invoice="Give an invoice",
        vendor_invoice="Invoice from {vendor}",
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=_MONTHS_EN,
        date="{weekday} {day} {month} {year}",
    ),
    "hu": SlipWords(
        reprint="{copy}. PÉLDÁNY, az első: {time}",
        not_confirmed="{vendor} NEM ERŐSÍTETTE MEG",
        take_away="ELVITELRE",
        home_delivery="Házhoz szállítás",
        pick_up="Átvétel {time}",
        brought="Szállítás {time}",
        discount="kedvezmény",
        tip="Borravaló",
        delivery="Szállítás",
        total="Összesen",
        total_paid_in_app="Összesen, appban fizetve",
        to_pay="FIZETENDŐ",
        paid_here="Itt fizetve",
        not_paid="Fizetés nélkül kiadva",
        ask_amount="Kérdezze meg a fizetendőt",
        amount="Összeg",
        not_a_receipt="Nem adóügyi bizonylat",
        badge="Kitűző",
        receipt="Nyugtát kér",
        invoice="Számlát kér",
        vendor_invoice="Számla: {vendor}",
        weekdays=("H", "K", "Sze", "Cs", "P", "Szo", "V"),
        months=_MONTHS_HU,
        date="{year}. {month} {day}., {weekday}",
    ),
    "de": SlipWords(
        reprint="KOPIE: {copy}. Bon, zuerst {time}",
        not_confirmed="VON {vendor} NICHT BESTÄTIGT",
        take_away="ZUM MITNEHMEN",
        home_delivery="Lieferung nach Hause",
        pick_up="Abholung {time}",
        brought="Lieferung {time}",
        discount="Rabatt",
        tip="Trinkgeld",
        delivery="Lieferung",
        total="Summe",
        total_paid_in_app="Summe, in der App bezahlt",
        to_pay="ZU ZAHLEN",
        paid_here="Hier bezahlt",
        not_paid="Unbezahlt übergeben",
        ask_amount="Betrag erfragen",
        amount="Betrag",
        not_a_receipt="Kein Kassenbeleg",
        badge="Ausweis",
        receipt="Beleg ausstellen",
        invoice="Rechnung ausstellen",
        vendor_invoice="Rechnung von {vendor}",
        weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        months=_MONTHS_DE,
        date="{weekday} {day}. {month} {year}",
    ),
    "es": SlipWords(
        reprint="COPIA: ticket n.º {copy}, antes {time}",
        not_confirmed="SIN CONFIRMAR POR {vendor}",
        take_away="PARA LLEVAR",
        home_delivery="Entrega a domicilio",
        pick_up="Recogida {time}",
        brought="Entrega {time}",
        discount="descuento",
        tip="Propina",
        delivery="Envío",
        total="Total",
        total_paid_in_app="Total, pagado en la app",
        to_pay="A PAGAR",
        paid_here="Pagado aquí",
        not_paid="Entregado sin pagar",
        ask_amount="Preguntar el importe",
        amount="Importe",
        not_a_receipt="No es un recibo",
        badge="Tarjeta de personal",
        receipt="Emitir recibo",
        invoice="Emitir factura",
        vendor_invoice="Factura de {vendor}",
        weekdays=("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
        months=_MONTHS_ES,
        date="{weekday} {day} {month} {year}",
    ),
}
