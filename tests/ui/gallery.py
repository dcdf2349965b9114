"""Draws every widget in both themes into PNG files, to be looked at: a tool, not a test.

`python -m tests.ui.gallery OUT_DIR`
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Mode, Shape, Theme
from app.ui.widgets import (
    ActionButton,
    Age,
    AgeLabel,
    AmountField,
    Answer,
    AnswerButton,
    AnswerKind,
    BannerStack,
    BannerText,
    CheckTile,
    Chip,
    ChipKind,
    Dialog,
    DialogLayer,
    EmptyState,
    IconMark,
    Keypad,
    Kind,
    Label,
    LampBar,
    LampState,
    Message,
    MessageStrip,
    PageBar,
    RadioTile,
    ScanAnswer,
    Segment,
    Segments,
    ShapeMark,
    Sheet,
    Switch,
    TopBar,
)
from tests.ui.gallery_board import CardSheet, board

LAMPS = [
    LampState("cheers", "Cheers", "connected", Shape.OK, "4 s"),
    LampState("loke", "LOKE", "offline", Shape.BAD, "22 min"),
    LampState("oktopos", "OktoPOS", "connected", Shape.OK, "12 s"),
    LampState("akinon", "Akinon", "ready", Shape.READY),
    LampState("counter", "counter", "paper low", Shape.WARN),
    LampState("scanner", "till scanner", "ready", Shape.OK),
    LampState("camera", "camera", "switched off", Shape.PAUSED),
]
BANNERS = [
    BannerText(
        "printer",
        Shape.BAD,
        "counter: paper out",
        "2 slips wait, orders go on. Put in a new roll and close the cover.",
        "Other printer",
    ),
    BannerText("pause", Shape.WARN, "Cheers is paused", "New orders wait.", "Resume now"),
]
ANSWERS = [
    Answer(
        AnswerKind.HAND_OVER,
        "Hand over",
        "A-36",
        ("Draught lager 0.5 l · paid in the app", "Marked collected. Cheers is told in 3 s."),
        buttons=(AnswerButton("undo", "Undo", "undo", counts=True),),
    ),
    Answer(
        AnswerKind.PAYMENT_DUE,
        "Take 900 Ft first",
        "A-37",
        ("Ready, but not fully paid",),
        buttons=(AnswerButton("pay", "Take payment"),),
    ),
    Answer(AnswerKind.NOT_READY, "Still being prepared", "A-41", ("Waiting 3 min",)),
    Answer(AnswerKind.ALREADY_OUT, "Already handed over", "A-33", ("18:21, 3 min ago",)),
    Answer(AnswerKind.LOYALTY_CARD, "Card read: goes to W-108"),
    Answer(AnswerKind.PRE_ORDER, "816910908011148", "P-31", ("opens the payment",)),
    Answer(
        AnswerKind.UNKNOWN,
        "Pult does not know this code",
        lines=("It looks like a web link. Nothing was changed.",),
        hint="https://menu.example/…",
        buttons=(AnswerButton("number", "Try as order number"), AnswerButton("no", "Leave it")),
    ),
]


def basics(theme: Theme) -> QWidget:
    """Return every button kind, chips, ages, segments, icons and shapes."""
    sheet = Sheet(theme, "canvas")
    grid = QGridLayout(sheet)
    for place, kind in enumerate(Kind):
        button = ActionButton(theme, kind.value.replace("_", " "), kind, icon="banknote")
        grid.addWidget(button, place // 4, place % 4)
    locked = ActionButton(theme, "Collected", Kind.NEXT)
    locked.set_locked(True)
    flying = ActionButton(theme, "Accept", Kind.NEXT, icon="check")
    flying.start_flight("Accepting…")
    disabled = ActionButton(theme, "Reject", Kind.DANGER)
    disabled.setEnabled(False)
    chosen = ActionButton(theme, "10,000", Kind.QUIET, height=56)
    chosen.set_selected(True)
    for column, button in enumerate((locked, flying, disabled, chosen)):
        grid.addWidget(button, 3, column)
    choices = [
        Segment("a", "Cash", "banknote"),
        Segment("b", "Card", "card"),
        Segment("c", "Other"),
    ]
    grid.addWidget(Segments(theme, choices, name="Method", chosen="a"), 4, 0, 1, 2)
    grid.addWidget(RadioTile(theme, "Sold out"), 4, 2)
    ticked = CheckTile(theme, "Wheat beer")
    ticked.setChecked(True)
    grid.addWidget(ticked, 4, 3)
    switch = Switch(theme, "Prices", on="On the slip", off="Left out")
    switch.setChecked(True)
    grid.addWidget(switch, 5, 0)
    grid.addWidget(Switch(theme, "QR code", on="On the slip", off="Left out"), 5, 1)
    row = QHBoxLayout()
    for kind in ChipKind:
        icon = Shape.UNCONFIRMED if kind is ChipKind.DASHED else "banknote"
        row.addWidget(Chip(theme, kind.value, kind, icon))
    row.addWidget(Chip(theme, "New", ChipKind.ACCENT, Shape.NEW))
    row.addWidget(Chip(theme, "Refused by Cheers", ChipKind.BAD, Shape.BAD))
    grid.addLayout(row, 5, 0, 1, 4)
    row = QHBoxLayout()
    for age in (Age(0, 3), Age(2, 3), Age(11, 12), Age(26, 3), Age(9)):
        row.addWidget(AgeLabel(theme, age))
    for size in (14, 20, 32):
        for shape in Shape:
            row.addWidget(ShapeMark(theme, shape, size))
    grid.addLayout(row, 6, 0, 1, 4)
    icons = QGridLayout()
    folder = Path(__file__).resolve().parents[2] / "resources" / "icons"
    for place, path in enumerate(sorted(folder.glob("*.svg"))):
        icons.addWidget(IconMark(theme, path.stem, 28, "ink"), place // 22, place % 22)
    grid.addLayout(icons, 7, 0, 1, 4)
    grid.addWidget(EmptyState(theme, "bell", "No new orders", "Pult rings when one comes."), 8, 0)
    return sheet


def frame(theme: Theme) -> QWidget:
    """Return the bars around a board: top bar, banners, strip with Undo, lamps."""
    sheet = Sheet(theme, "canvas")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    top = TopBar(theme)
    top.show_till("Front counter", "Friday 20 November")
    top.show_time("18:24")
    page = PageBar(theme, "History")
    page.show_new_orders(3)
    page.show_time("18:24")
    banners = BannerStack(theme)
    banners.show_banners(BANNERS)
    many = BannerStack(theme)
    many.show_banners([*BANNERS, BannerText("x", Shape.BAD, "LOKE has not answered", "", None)])
    strip = MessageStrip(theme)
    told = "Cheers is told in {seconds} s."
    strip.say(Message(Shape.OK, "A-39 collected.", told, "18:24", "A-39", undo_seconds=5))
    strip.say(Message(Shape.OK, "A-40 ready."))
    other = MessageStrip(theme)
    doubt = "L-17: your Accept may not have reached LOKE."
    later = "Pult asks again as soon as LOKE answers."
    other.say(Message(Shape.WARN, doubt, later, "18:24", "L-17", "Show L-17"))
    lamps = LampBar(theme)
    lamps.show_lamps(LAMPS)
    folded = LampBar(theme)
    folded.set_folds(True)
    folded.show_lamps([state for state in LAMPS if state.is_well])
    partly = LampBar(theme)
    partly.set_folds(True)
    partly.show_lamps(LAMPS)
    for widget in (top, page, banners, many, strip, other, lamps, folded, partly):
        column.addWidget(widget)
    column.addStretch(1)
    return sheet


class Payment(Dialog):
    """A payment dialog as the picture has it, to try the parts together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Payment for A-42", width=848, height=640)
        row = QHBoxLayout()
        left = QVBoxLayout()
        left.addWidget(Label(theme, "To pay", "body", "ink2"))
        left.addWidget(Label(theme, "5,160 Ft", "due"))
        choices = [Segment("cash", "Cash", "banknote"), Segment("card", "Card", "card")]
        choices.append(Segment("other", "Other"))
        left.addWidget(Segments(theme, choices, name="Method", chosen="cash"))
        left.addWidget(Label(theme, "Cash given", "body", "ink2"))
        self.given = AmountField(theme, name="Cash given", unit="Ft", words=lambda m: f"{m:,}")
        self.given.set_minor(10000)
        left.addWidget(self.given)
        notes = QHBoxLayout()
        for text in ("Exact", "5,500", "6,000", "10,000"):
            note = ActionButton(theme, text, Kind.QUIET, height=56)
            note.set_selected(text == "10,000")
            notes.addWidget(note)
        left.addLayout(notes)
        change = Sheet(theme, "ok_pale", radius=10)
        line = QHBoxLayout(change)
        line.addWidget(Label(theme, "Give change", "body_strong", "ok_text"))
        line.addStretch(1)
        line.addWidget(Label(theme, "4,840 Ft", "change", "ok_text"))
        left.addWidget(change)
        row.addLayout(left, 1)
        row.addSpacing(16)
        row.addWidget(Keypad(theme))
        self.body.addLayout(row)
        self.set_foot(
            ActionButton(theme, "Payment failed", Kind.DANGER),
            ActionButton(theme, "Payment received", Kind.NEXT, icon="check"),
            note=Label(theme, "Cheers is told only when you press it.", ink="ink2", wrap=True),
        )

    def first_focus(self) -> QWidget:
        return self.given


def payment(theme: Theme) -> QWidget:
    """Return the payment dialog over the bars, beside an empty panel."""
    window = frame(theme)
    layer = DialogLayer(theme, window)
    veiled = QRegion(0, 0, 1280, 64).united(QRegion(0, 64, 888, 624))
    layer.set_areas(veiled, QRect(0, 64, 888, 624))
    layer.open(Payment(theme))
    window.setProperty("layer", layer)
    return window


def answer(theme: Theme, shown: Answer, *, band: bool = False) -> QWidget:
    """Return one scan answer over a window."""
    window = Sheet(theme, "surface")
    window.resize(1280, 800)
    overlay = ScanAnswer(theme, window, band=band)
    overlay.show_answer(shown)
    return window


def save(app: QApplication, widget: QWidget, path: Path, size: tuple[int, int]) -> None:
    """Show `widget`, let it settle and write it to `path`."""
    widget.resize(*size)
    widget.show()
    for _ in range(3):
        app.processEvents()
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    widget.hide()
    widget.deleteLater()


def main(arguments: list[str]) -> int:
    """Write the whole gallery into the folder named by the only argument."""
    if len(arguments) != 1:
        print("usage: python -m tests.ui.gallery OUT_DIR", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for mode in (Mode.LIGHT, Mode.DARK):
        theme = Theme(mode)
        theme.apply_to(app)
        pages: dict[str, Callable[[Theme], QWidget]] = {
            "basics": basics,
            "frame": frame,
            "payment": payment,
            "board": board,
        }
        for name, make in pages.items():
            save(app, make(theme), folder / f"{name}-{mode.value}.png", (1280, 800))
        save(app, CardSheet(theme), folder / f"cards-{mode.value}.png", (1280, 960))
        for shown in ANSWERS:
            path = folder / f"answer-{shown.kind.value}-{mode.value}.png"
            save(app, answer(theme, shown), path, (1280, 800))
        save(
            app,
            answer(theme, ANSWERS[0], band=True),
            folder / f"band-{mode.value}.png",
            (1280, 200),
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
