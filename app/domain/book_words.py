"""The fixed words of a printed sheet of figures, per language of the till."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class BookWords:
    """Every fixed text of the sheet; texts in braces are filled in."""

    day: str
    shift: str
    open_shift: str
    at: str  # when it was printed
    orders: str
    outcomes: Mapping[str, str]  # by state of the order; "" is not ended yet
    money: str
    methods: Mapping[str, str]
    returned: str  # a way of paying, given back
    cash: str
    float_: str
    taken: str
    given_back: str
    paid_in: str
    paid_out: str
    expected: str
    counted: str
    over: str
    short: str
    even: str
    note: str
    opened_by: str
    closed_by: str
    no_sale: str  # the drawer opened without a sale
    unpaid: str
    unconfirmed: str
    outages: str
    minutes: str
    nothing: str


BOOK_WORDS: Final[Mapping[str, BookWords]] = {
    "en": BookWords(
        day="Day sheet {day}",
        shift="Shift {since} \u2013 {until}",
        open_shift="Shift since {since}, still open",
        at="Printed {at}",
        orders="Orders",
        outcomes={
            "COLLECTED": "collected",
            "REJECTED": "rejected",
            "LEFT": "left",
            "CANCELLED": "cancelled",
            "": "still open",
        },
        money="Money taken here",
        methods={"cash": "Cash", "card": "Card", "other": "Other"},
        returned="{method}, given back",
        cash="Cash in the drawer",
        float_="Float",
        taken="Cash taken",
        given_back="Cash given back",
        paid_in="Paid in",
        paid_out="Paid out",
        expected="Expected",
        counted="Counted",
        over="Too much",
        short="Missing",
        even="No difference",
        note="Note: {note}",
        opened_by="Opened by {name}",
        closed_by="Closed by {name}",
        no_sale="Drawer opened, no sale",
        unpaid="Handed over unpaid",
        unconfirmed="Not confirmed",
        outages="Out of order",
        minutes="{count} min",
        nothing="nothing",
    ),
    "hu": BookWords(
        day="Napi összesítő {day}",
        shift="Műszak {since} \u2013 {until}",
        open_shift="Műszak {since} óta, még nyitva",
        at="Nyomtatva: {at}",
        orders="Rendelések",
        outcomes={
            "COLLECTED": "átvéve",
            "REJECTED": "elutasítva",
            "LEFT": "nem vette át",
            "CANCELLED": "törölve",
            "": "még nyitva",
        },
        money="Itt átvett pénz",
        methods={"cash": "Készpénz", "card": "Kártya", "other": "Egyéb"},
        returned="{method}, visszaadva",
        cash="Készpénz a kasszában",
        float_="Váltópénz",
        taken="Átvett készpénz",
        given_back="Visszaadott készpénz",
        paid_in="Befizetés",
        paid_out="Kifizetés",
        expected="Várt összeg",
        counted="Megszámolva",
        over="Többlet",
        short="Hiány",
        even="Nincs eltérés",
        note="Megjegyzés: {note}",
        opened_by="Nyitotta: {name}",
        closed_by="Zárta: {name}",
        no_sale="Fióknyitás eladás nélkül",
        unpaid="Fizetés nélkül átadva",
        unconfirmed="Nincs megerősítve",
        outages="Nem működött",
        minutes="{count} perc",
        nothing="semmi",
    ),
    "de": BookWords(
        day="Tagesbericht {day}",
        shift="Schicht {since} \u2013 {until}",
        open_shift="Schicht seit {since}, noch offen",
        at="Gedruckt {at}",
        orders="Bestellungen",
        outcomes={
            "COLLECTED": "abgeholt",
            "REJECTED": "abgelehnt",
            "LEFT": "nicht abgeholt",
            "CANCELLED": "storniert",
            "": "noch offen",
        },
        money="Hier eingenommen",
        methods={"cash": "Bar", "card": "Karte", "other": "Sonstiges"},
        returned="{method}, zurückgegeben",
        cash="Bargeld in der Kasse",
        float_="Wechselgeld",
        taken="Bar eingenommen",
        given_back="Bar zurückgegeben",
        paid_in="Einlage",
        paid_out="Entnahme",
        expected="Soll",
        counted="Gezählt",
        over="Zu viel",
        short="Fehlbetrag",
        even="Keine Differenz",
        note="Notiz: {note}",
        opened_by="Geöffnet von {name}",
        closed_by="Geschlossen von {name}",
        no_sale="Kassenlade ohne Verkauf auf",
        unpaid="Unbezahlt übergeben",
        unconfirmed="Nicht bestätigt",
        outages="Ausfälle",
        minutes="{count} min",
        nothing="nichts",
    ),
    "es": BookWords(
        day="Resumen del día {day}",
        shift="Turno {since} \u2013 {until}",
        open_shift="Turno desde {since}, aún abierto",
        at="Impreso {at}",
        orders="Pedidos",
        outcomes={
            "COLLECTED": "entregados",
            "REJECTED": "rechazados",
            "LEFT": "no recogidos",
            "CANCELLED": "cancelados",
            "": "aún abiertos",
        },
        money="Cobrado aquí",
        methods={"cash": "Efectivo", "card": "Tarjeta", "other": "Otro"},
        returned="{method}, devuelto",
        cash="Efectivo en el cajón",
        float_="Fondo de caja",
        taken="Efectivo cobrado",
        given_back="Efectivo devuelto",
        paid_in="Ingresos",
        paid_out="Retiradas",
        expected="Esperado",
        counted="Contado",
        over="Sobra",
        short="Falta",
        even="Sin diferencia",
        note="Nota: {note}",
        opened_by="Abierto por {name}",
        closed_by="Cerrado por {name}",
        no_sale="Cajón abierto sin venta",
        unpaid="Entregado sin pagar",
        unconfirmed="Sin confirmar",
        outages="Fuera de servicio",
        minutes="{count} min",
        nothing="nada",
    ),
}
