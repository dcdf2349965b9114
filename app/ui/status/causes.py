"""The lasting causes for trouble, each with its banner and the page behind the button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Slot

from app.domain.lamp import Lamp, LampKind
from app.domain.news import (
    ClockChanged,
    NotInRegisterChanged,
    QuarantineChanged,
    SlipQuestionsChanged,
    StoreFailed,
)
from app.ui.dialogs import QuarantineDialog, SlipQuestionsDialog
from app.ui.status.banner_desk import BannerDesk
from app.ui.status.lamp_desk import LampDesk
from app.ui.status.register_desk import RegisterDesk
from app.ui.status.slip_desk import SlipDesk
from app.ui.status.story_dialog import Story, StoryDialog
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, BannerText, DialogLayer, Kind
from app.ui.wording.lamps import lamp_banner, lamp_key
from app.ui.wording.till_clock import clock_head, clock_line
from app.usecases.desk import Shop

_LAMP: Final = "lamp "
_SLIPS: Final = "slips"
_QUARANTINE: Final = "quarantine"
_REGISTER: Final = "register"
_STORE: Final = "store"
_CALLBACKS: Final = "callbacks"
_CLOCK: Final = "clock"


class Causes(QObject):
    """Turns what lasts into banners, and their buttons into dialogs. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        banners: BannerDesk,
        lamps: LampDesk,
        slips: SlipDesk,
        layer: DialogLayer,
        shop: Shop,
        titles: Mapping[str, str],
        send: Callable[[object], None],
        guarded: Callable[[Callable[[], None]], None],
    ) -> None:
        """Show banners in `banners`; `titles` are vendors' titles by name.

        `guarded` does what belongs to Settings, after the PIN where Settings need one.
        """
        super().__init__(banners)
        self._theme = theme
        self._banners = banners
        self._lamps = lamps
        self._slips = slips
        self._layer = layer
        self._shop = shop
        self._titles = titles
        self._send = send
        self._questions = SlipQuestionsChanged(())
        self._quarantine = QuarantineChanged(())
        self._stories: dict[str, Story] = {}
        self._slips_dialog: SlipQuestionsDialog | None = None
        self._quarantine_dialog: QuarantineDialog | None = None
        self._register = RegisterDesk(theme, layer, titles, send, guarded)
        banners.acted.connect(self.on_acted)
        lamps.changed.connect(self.on_lamps_changed)

    def slip_questions(self, news: SlipQuestionsChanged) -> None:
        """Show how many slips staff are asked about."""
        self._questions = news
        self._banners.show(_SLIPS, self._slips_text(news))
        if self._slips_dialog is not None:
            self._slips_dialog.show_questions(news)

    def quarantine(self, news: QuarantineChanged) -> None:
        """Show the ids that a vendor sent and does not know."""
        self._quarantine = news
        self._banners.show(_QUARANTINE, self._quarantine_text(news))
        if self._quarantine_dialog is not None:
            self._quarantine_dialog.show_entries(news)

    def not_in_register(self, news: NotInRegisterChanged) -> None:
        """Show the orders a register does not have."""
        self._register.show(news)
        self._banners.show(_REGISTER, self._register.banner(_REGISTER))

    def store_failed(self, news: StoreFailed) -> None:
        """Say that nothing can be saved."""
        head = self.tr("Pult cannot save")
        safe = self.tr("Orders on the board are safe, new ones are turned away for now.")
        todo = self.tr("Free some space on the disk. Pult tries again by itself.")
        self._stories[_STORE] = Story(
            shape=Shape.BAD,
            head=head,
            safe=safe,
            todo=todo,
            do=(
                self.tr("Delete what is not needed, or empty the bin."),
                self.tr("Look whether the disk is still plugged in."),
                self.tr("Press the button again that did nothing."),
            ),
            dont=(
                self.tr("Do not switch the till off while orders are in work."),
                self.tr("Do not delete anything in Pult's own folder."),
            ),
            details=news.detail,
        )
        text = BannerText(_STORE, Shape.BAD, head, f"{safe} {todo}", self.tr("What to do"))
        self._banners.show(_STORE, text)

    def store_works(self) -> None:
        """Take that back."""
        self._banners.show(_STORE, None)

    def callbacks_fail(self, detail: str) -> None:
        """Say that vendors cannot call this till because it cannot listen."""
        head = self.tr("Pult cannot take calls from vendors")
        safe = self.tr("Orders on the board are safe; a vendor calls again for new ones.")
        todo = self.tr("Close the other program that uses the port. Pult tries again by itself.")
        self._stories[_CALLBACKS] = Story(
            shape=Shape.WARN,
            head=head,
            safe=safe,
            todo=todo,
            do=(
                self.tr("Look whether a second Pult runs on this computer."),
                self.tr("Else change the port in Settings, Advanced."),
            ),
            dont=(self.tr("Do not wait for new orders here: look on the vendor's own tablet."),),
            details=detail,
        )
        text = BannerText(_CALLBACKS, Shape.WARN, head, f"{safe} {todo}", self.tr("What to do"))
        self._banners.show(_CALLBACKS, text)

    def callbacks_come(self) -> None:
        """Take that back."""
        self._banners.show(_CALLBACKS, None)

    def clock_changed(self, news: ClockChanged) -> None:
        """Say that this computer's clock is wrong, as long as it is."""
        ahead, text = news.ahead, None
        if ahead is not None:
            text = BannerText(_CLOCK, Shape.WARN, clock_head(ahead), clock_line())
        self._banners.show(_CLOCK, text)

    def open_lists(self) -> tuple[tuple[str, str, int], ...]:
        """Return the lists in which something waits for a person: key for `on_acted`, words, and
        how many things."""
        found = (
            (_SLIPS, self.tr("Slips to ask about"), len(self._questions.questions)),
            (_REGISTER, self.tr("Not in register"), self._register.count),
            (_QUARANTINE, self.tr("Unknown to their vendor"), len(self._quarantine.entries)),
        )
        return tuple(entry for entry in found if entry[2])

    @Slot(str)
    def on_acted(self, key: str) -> None:
        """Open what helps with one cause."""
        if key.startswith(_LAMP):
            self._help_lamp(key.removeprefix(_LAMP))
        elif key == _SLIPS:
            self._open_slips()
        elif key == _QUARANTINE:
            self._open_quarantine()
        elif key == _REGISTER:
            self._register.open()
        elif key in self._stories:
            self._open_story(key)

    @Slot()
    def on_lamps_changed(self) -> None:
        """Show a banner for every lamp that has one."""
        texts: dict[str, BannerText] = {}
        for lamp in self._lamps.lamps():
            waiting, others = self._waiting_at(lamp)
            fallback = self._lamps.fallback_of(lamp)
            text = lamp_banner(lamp, self._shop, waiting, others=bool(others), fallback=fallback)
            if text is not None:
                key = _LAMP + text.key
                texts[key] = BannerText(key, text.shape, text.head, text.line, text.button)
        self._banners.show_all(_LAMP, texts)

    def _waiting_at(self, lamp: Lamp) -> tuple[int, tuple[str, ...]]:
        """Return how many slips wait for a printer, and who could print them now."""
        if lamp.kind is not LampKind.PRINTER:
            return 0, ()
        return len(self._slips.at(lamp.name)), self._slips.could_print(lamp.name)

    def _help_lamp(self, key: str) -> None:
        """Do what the banner's button says: other printers print, else it says what to do."""
        lamp = next((lamp for lamp in self._lamps.lamps() if lamp_key(lamp) == key), None)
        if lamp is not None and self._waiting_at(lamp)[1]:
            self._slips.on_all_wanted_elsewhere(lamp.name)
        else:
            self._lamps.open_lamp(key)

    def _slips_text(self, news: SlipQuestionsChanged) -> BannerText | None:
        questions = news.questions
        if not questions:
            return None
        unsure = [question for question in questions if question.is_unsure]
        if not unsure:
            head = self.tr("Old slips wait: print them?")
        elif len(questions) == 1:
            head = self.tr("Did slip {number} come out?").format(number=questions[0].number)
        else:
            head = self.tr("Did these slips come out?")
        numbers = ", ".join(question.number for question in questions[:6])
        more = len(questions) - 6
        if more > 0:
            numbers = self.tr("{numbers} and {count} more").format(numbers=numbers, count=more)
        line = self.tr("{numbers}. Orders go on. Look at the printer, then answer here.")
        button = self.tr("Look at slips")
        shape = Shape.UNCONFIRMED if unsure else Shape.WARN
        return BannerText(_SLIPS, shape, head, line.format(numbers=numbers), button)

    def _quarantine_text(self, news: QuarantineChanged) -> BannerText | None:
        count = len(news.entries)
        if not count:
            return None
        vendor = news.entries[0].vendor
        title = self._titles.get(vendor, vendor)
        head = self.tr("{vendor} sent %n orders it does not know itself", n=count)
        head = head.format(vendor=title)
        line = self.tr("Nothing is lost here. Ask {vendor} whether a customer waits for it.")
        button = self.tr("Show them")
        return BannerText(_QUARANTINE, Shape.WARN, head, line.format(vendor=title), button)

    def _open_slips(self) -> None:
        dialog = SlipQuestionsDialog(self._theme, self._shop, self._send, self._questions.questions)
        self._slips_dialog = dialog
        dialog.closed.connect(self.on_dialog_closed)
        self._layer.open(dialog)

    def _open_quarantine(self) -> None:
        dialog = QuarantineDialog(
            self._theme, self._shop, self._send, self._quarantine.entries, self._titles
        )
        self._quarantine_dialog = dialog
        dialog.closed.connect(self.on_dialog_closed)
        self._layer.open(dialog)

    def _open_story(self, key: str) -> None:
        story = self._stories[key]
        dialog = StoryDialog(self._theme, story.head, story)
        if key == _CALLBACKS:
            hide = ActionButton(self._theme, self.tr("Hide this message"), Kind.PLAIN, height=72)
            hide.acted.connect(self.on_callbacks_hidden)
            dialog.set_foot(hide)
        self._layer.open(dialog)

    @Slot()
    def on_dialog_closed(self) -> None:
        """Let go of a list that was closed."""
        for dialog in (self._slips_dialog, self._quarantine_dialog):
            if dialog is not None and dialog.isHidden():
                dialog.deleteLater()
        self._slips_dialog = self._quarantine_dialog = None

    @Slot()
    def on_callbacks_hidden(self) -> None:
        """Take the banner away until it is said again."""
        self._layer.close()
        self._banners.show(_CALLBACKS, None)
