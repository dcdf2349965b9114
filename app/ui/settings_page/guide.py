"""The guide of the first start: the pages of Settings one after the other, each to be skipped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.settings_page.parts import Box, OfferRow, Section, side_of
from app.ui.settings_page.practice import PracticeRow
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Sheet
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

WELCOME: Final = "welcome"
DONE: Final = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the section it shows, what it asks, and what to do."""

    section: str
    head: str
    line: str


STEPS: Final = (
    Step(
        WELCOME,
        QT_TRANSLATE_NOOP("Guide", "Welcome to Pult"),
        QT_TRANSLATE_NOOP("Guide", "Five short steps. Each can be skipped and changed later."),
    ),
    Step(
        "look",
        QT_TRANSLATE_NOOP("Guide", "Which language?"),
        QT_TRANSLATE_NOOP("Guide", "Choose how Pult speaks and looks."),
    ),
    Step(
        "till",
        QT_TRANSLATE_NOOP("Guide", "What is this till called?"),
        QT_TRANSLATE_NOOP("Guide", "Its name, the shop's money and time. The rest can wait."),
    ),
    Step(
        "vendors",
        QT_TRANSLATE_NOOP("Guide", "Who sends you orders?"),
        QT_TRANSLATE_NOOP("Guide", "Choose one, switch it on, enter its key, test the connection."),
    ),
    Step(
        "printers",
        QT_TRANSLATE_NOOP("Guide", "Where do slips come out?"),
        QT_TRANSLATE_NOOP("Guide", "Switch the printer on and press Find printers."),
    ),
    Step(
        "scanners",
        QT_TRANSLATE_NOOP("Guide", "Do you scan?"),
        QT_TRANSLATE_NOOP("Guide", "Scan any code: Pult offers to set a keyboard scanner up."),
    ),
    Step(
        DONE,
        QT_TRANSLATE_NOOP("Guide", "Pult is ready"),
        QT_TRANSLATE_NOOP("Guide", "All of this is found again under Settings."),
    ),
)


class GuideHead(Sheet):
    """What this step is about, above its page. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Make it empty."""
        super().__init__(theme, "surface", ("bottom",))
        px = theme.px
        self.head = Label(theme, "", "title", wrap=True)
        self.line = Label(theme, "", "body", "ink2", wrap=True)
        self.place = Label(theme, "", "small", "ink2")
        self._words = QVBoxLayout(self)
        self._words.setSpacing(px(2))
        for label in (self.place, self.head, self.line):
            self._words.addWidget(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand above what the step shows."""
        super().resizeEvent(event)
        side, high = side_of(self._theme, self.width()), self._theme.px(12)
        self._words.setContentsMargins(side, high, side, high)

    def show_step(self, number: int) -> None:
        """Show the step of this number."""
        step = STEPS[number]
        counted = translate("Guide", "Step {number} of {count}")
        inner = 0 < number < len(STEPS) - 1
        self.place.setText(counted.format(number=number, count=len(STEPS) - 2) if inner else "")
        self.place.setVisible(inner)
        self.head.setText(translate("Guide", step.head))
        self.line.setText(translate("Guide", step.line))


class GuideFoot(Sheet):
    """The ways on. Thread: gui. Signals: `later_pressed`, `back_pressed`, `next_pressed`."""

    later_pressed = Signal()
    back_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make it for the first step."""
        super().__init__(theme, "surface", ("top",))
        px = theme.px
        self.setMinimumHeight(px(104))
        self.later = ActionButton(theme, translate("Guide", "Set up later"), height=72)
        self.back = ActionButton(theme, translate("Guide", "Back"), height=72)
        self.next = ActionButton(theme, translate("Guide", "Next"), Kind.NEXT, height=72)
        self.next.setMinimumWidth(px(232))
        self.said = Label(theme, "", "body", "ink2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(16), px(24), px(16))
        row.setSpacing(px(12))
        row.addWidget(self.later)
        row.addWidget(self.said, 1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self.later.acted.connect(self.later_pressed)
        self.back.acted.connect(self.back_pressed)
        self.next.acted.connect(self.next_pressed)

    def show_step(self, number: int, *, changed: bool, restart: bool) -> None:
        """Say what the way on does: save first, go on as it is, or at the end start again."""
        last = number == len(STEPS) - 1
        words = translate("Guide", "Save and go on") if changed else translate("Guide", "Next")
        if number == 0:
            words = translate("Guide", "Begin")
        if last:
            words = translate("Guide", "To the board")
            if restart:
                words = translate("Guide", "Restart now")
        self.next.set_words(words)
        self.back.setVisible(number > 0)
        self.later.setVisible(not last)
        self.said.setText("")

    @Slot(str)
    def say(self, text: str) -> None:
        """Say what became of saving."""
        self.next.end_flight()
        self.said.setText(text)


class WelcomePage(Section):
    """The other ways to begin. Thread: gui. Signals: `copy_wanted`, `demo_wanted`."""

    copy_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make it."""
        super().__init__(theme)
        begin = translate(
            "Guide",
            "Have ready: the key of each vendor, and the printer switched on. Press Begin.",
        )
        copy = translate("Guide", "Is another till of the shop set up already?")
        demo = translate(
            "Guide", "Only looking? The demo plays a whole evening. Nothing is kept of it."
        )
        self.copy = ActionButton(
            theme, translate("Guide", "Take over its set-up"), icon="copy", height=72
        )
        self.demo = ActionButton(theme, translate("Guide", "Try the demo"), icon="eye", height=72)
        self.add(Label(theme, begin, "body_medium", wrap=True))
        box = Box(theme)
        for text, button in ((copy, self.copy), (demo, self.demo)):
            box.add(OfferRow(theme, text, button))
        self.add(box)
        self.copy.acted.connect(self.copy_wanted)
        self.demo.acted.connect(self.demo_wanted)


class DonePage(Section):
    """What is left to do, and what can be tried before the first order.

    Thread: gui. Signals: `demo_wanted`, `slip_wanted` for a test slip.
    """

    demo_wanted = Signal()
    slip_wanted = Signal()

    def __init__(self, theme: Theme, practice: PracticeRow, *, prints: bool, sells: bool) -> None:
        """Make it; `practice` offers a practice order, and a test slip is where something `prints`.

        `sells`: some vendor is switched on.
        """
        super().__init__(theme)
        said = translate(
            "Guide",
            "Vendors that were switched on take orders once Pult was started again. Then order"
            " something as a customer would, and see it come in.",
        )
        if not sells:
            said = translate(
                "Guide",
                "No vendor is switched on: there are walk-in orders alone. Press Back until step 3,"
                " or switch one on later under Settings, Vendors.",
            )
        slip = translate(
            "Guide",
            "Print a test slip, then scan its code: Pult says that it read it. It counts nowhere.",
        )
        demo = translate(
            "Guide",
            "Practise with whole orders in the demo: accept, prepare, take money. Nothing is kept.",
        )
        self.slip = ActionButton(theme, translate("Guide", "Test slip"), icon="slip", height=72)
        self.demo = ActionButton(theme, translate("Guide", "Try the demo"), icon="eye", height=72)
        self.add(Label(theme, translate("Guide", "Try it first"), "column"))
        box = Box(theme)
        box.add(practice)
        on_paper = OfferRow(theme, slip, self.slip)
        box.add(on_paper)
        on_paper.setVisible(prints)
        box.add(OfferRow(theme, demo, self.demo))
        self.add(box)
        self.add(Label(theme, translate("Guide", "Then the first order"), "column"))
        self.add(Label(theme, said, "body_medium", wrap=True))
        self.slip.acted.connect(self.slip_wanted)
        self.demo.acted.connect(self.demo_wanted)
