"""Slips for tests: what a till prints, in each language, and the awkward ones."""

from __future__ import annotations

from dataclasses import replace

from app.domain.slip import LineKind, Slip, SlipLine

CODE = "PULT-7Q4K-20A6"
_FOOTERS = {
    "en": "Not a receipt",
    "hu": "Nem adóügyi bizonylat",
    "es": "No es un recibo",
    "de": "Kein Kassenbeleg",
}
_TO_PAY = {"en": "TO PAY", "hu": "FIZETENDŐ", "es": "A PAGAR", "de": "ZU ZAHLEN"}
_TOTAL = {"en": "Total", "hu": "Összesen", "es": "Total", "de": "Summe"}
_COMMENTS = {
    "en": "Please without foam, thank you! Pack the lángos separately.",
    "hu": "Kérem hab nélkül, köszönöm! A lángost külön csomagolják. Őrült jó tűzdelt sült.",
    "es": "Sin espuma, ¡gracias! El niño quiere piña.",
    "de": "Bitte ohne Schaum, danke! Süßkartoffeln extra groß.",
}


def sample_slip(language: str = "en") -> Slip:
    """The slip of one everyday order that is to be paid here."""
    return Slip(
        number="A-42",
        shop="Front counter",
        headline="Counter 1",
        vendor="Cheers",
        moment="Fri 20 Nov 2026  18:24",
        lines=(
            SlipLine(LineKind.ITEM, "Draught lager 0.5 l", "2,380", quantity=2),
            SlipLine(LineKind.DETAIL, "+ extra lemon", "200"),
            SlipLine(LineKind.ITEM, "Wheat beer 0.3 l", "890", quantity=1, takeaway="TAKE-AWAY"),
            SlipLine(LineKind.DETAIL, "discount", "-200"),
            SlipLine(LineKind.ITEM, "Lángos, sour cream and cheese", "1,690", quantity=1),
            SlipLine(LineKind.EXTRA, "Tip", "200"),
            SlipLine(LineKind.TOTAL, _TOTAL[language], "5,160 Ft"),
        ),
        to_pay=(_TO_PAY[language], "5,160 Ft"),
        comment=_COMMENTS[language],
        code=CODE,
        code_text=CODE.removeprefix("PULT-"),
        footer=_FOOTERS[language],
        language=language,
    )


def reprint_slip() -> Slip:
    """A second copy of an order of a vendor without numbers of its own, paid before."""
    return Slip(
        number="L-17",
        shop="",
        bar="REPRINT: slip no. 2, first 18:19",
        headline="Pick-up 18:45",
        vendor="LOKE",
        moment="Fri 20 Nov  18:24",
        who="Szentgyörgyi-Horváth Bálint",
        lines=(
            SlipLine(LineKind.ITEM, "Burger", "A$29.00", quantity=2),
            SlipLine(LineKind.DETAIL, "medium, no onion"),
            SlipLine(LineKind.DETAIL, "+ 2x bacon", "A$3.00"),
            SlipLine(LineKind.ITEM, "Sweet potato fries", "A$6.50", quantity=1),
            SlipLine(LineKind.TOTAL, "Total, paid in the app", "A$38.50"),
        ),
        comment="Nut allergy! Please no sesame on the buns.",
        code="PULT-M2TD-20A6",
        code_text="M2TD-20A6",
        footer="Not a receipt",
    )


def long_slip(items: int = 40) -> Slip:
    """Many lines, long words, large amounts and every block there is."""
    lines: list[SlipLine] = []
    for place in range(items):
        name = (
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenhalter with everything on it"
            if place % 7 == 3
            else f"Slow roasted pork belly with crackling, apple and fennel salad no. {place + 1}"
            if place % 3 == 0
            else "Espresso"
        )
        mark = "TAKE-AWAY" if place % 5 == 1 else ""
        lines.append(SlipLine(LineKind.ITEM, name, "12,345,678 Ft", place % 12 + 1, mark))
        if place % 4 == 0:
            lines.append(SlipLine(LineKind.DETAIL, "+ oat milk instead of cow's milk", "150 Ft"))
    lines.append(SlipLine(LineKind.EXTRA, "Delivery fee", "990 Ft"))
    lines.append(SlipLine(LineKind.TOTAL, "Total", "123,456,789 Ft"))
    return replace(
        sample_slip("en"),
        number="ORD-2026-000017",
        bar="NOT CONFIRMED",
        vendor_number="202611201824000017",
        headline="Szentgyörgyi-Horváth Bálint Áron",
        who="Szentgyörgyi-Horváth Bálint Áron, +36 30 123 4567",
        lines=tuple(lines),
        facts=("Card, paid at the table", "Invoice to Example Ltd, 1052 Budapest, Váci utca 1"),
        to_pay=("TO PAY", "123,456,789 Ft"),
    )


def hostile_slip() -> Slip:
    """What a customer with bad intentions writes into every field there is."""
    evil = "<b>x</b>\x1b@\x1dV\x00\x10\x04\x01\x1b\x70\x00\u202eevil\u202c \U0001f37a\x7f\x9b"
    return Slip(
        number="A-42",
        shop=evil,
        headline=evil,
        vendor="Cheers",
        moment="18:24",
        vendor_number=evil,
        who=evil,
        bar=evil,
        lines=(
            SlipLine(LineKind.ITEM, evil, "1 Ft\x1dV\x01", quantity=1, takeaway=evil),
            SlipLine(LineKind.DETAIL, evil * 20, evil),
            SlipLine(LineKind.TOTAL, evil, evil),
        ),
        facts=(evil,),
        to_pay=(evil, evil),
        comment=(evil + "\n") * 60 + "ten thousand letters " * 500,
        code=CODE,
        code_text=evil,
        footer=evil,
    )
