"""The bell on every screen: stops what rings, and says why nothing can be heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QRegion

from app.ui.sound.bells import Surroundings
from app.ui.sound.loudspeaker import Hearing
from app.ui.sound.ringing import Sound
from app.ui.status.story_dialog import Story, StoryDialog
from app.ui.theme import Shape, Theme
from app.ui.widgets import STOPPABLE, ActionButton, BellLook, Kind, Message
from app.ui.wording.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.ui.workplace import Workplace

_WHY: Final[Mapping[Hearing, str]] = {
    Hearing.NO_SERVER: QT_TRANSLATE_NOOP("SoundDesk", "This computer's sound system does not run."),
    Hearing.SERVER_LOST: QT_TRANSLATE_NOOP(
        "SoundDesk", "This computer's sound system was started anew. Start Pult again to hear it."
    ),
    Hearing.NO_DEVICE: QT_TRANSLATE_NOOP("SoundDesk", "This computer has no loudspeaker."),
    Hearing.MUTED: QT_TRANSLATE_NOOP("SoundDesk", "This computer is muted."),
    Hearing.BROKEN: QT_TRANSLATE_NOOP("SoundDesk", "The loudspeaker takes no sound."),
}


def surroundings_of(place: Workplace) -> Surroundings:
    """Return what the alarm must know of a screen; its parts are looked up when they are needed."""

    def feet() -> QRegion:
        places = place.stage.places
        if place.pages.key or place.scans.is_shown() or places is None:
            return QRegion()
        return QRegion(places.strip) + QRegion(places.lamps)

    def is_free() -> bool:
        busy = place.layer.dialog is not None or place.keyboard.is_up or place.scans.is_shown()
        return not busy

    return Surroundings(feet, is_free)


class SoundDesk(QObject):
    """Shows how the alarm stands wherever staff are, and obeys the bell. Thread: gui."""

    def __init__(self, theme: Theme, place: Workplace, clock: Callable[[], str]) -> None:
        """Show the bells of `place` on its board and pages and in its dialogs; ring for its lamps.

        `clock` gives the time of a message.
        """
        super().__init__(place.bells)
        bells, layer, lamps = place.bells, place.layer, place.lamps
        self._theme = theme
        self._bells = bells
        self._top = place.stage.top
        self._pages = place.pages
        self._layer = layer
        self._lamps = lamps
        self._say = place.messages.say
        self._clock = clock
        bells.looked.connect(self.on_looked)
        bells.hearing_changed.connect(self.on_hearing)
        bells.call_out.speechless.connect(self.on_speechless)
        self._top.bell.acted.connect(self.on_bell)
        self._pages.bell_pressed.connect(self.on_bell)
        layer.opened.connect(self.on_dialog_opened)
        lamps.changed.connect(self.on_lamps_changed)
        lamps.looked_at.connect(bells.alarm.on_looked_at)

    @Slot()
    def on_lamps_changed(self) -> None:
        """Ring for what is in trouble, also for a vendor that has only fallen silent."""
        self._bells.alarm.lamps_changed(self._lamps.lamps())

    @Slot(object)
    def on_looked(self, look: BellLook) -> None:
        """Show how the alarm stands now."""
        self._top.show_bell(look)
        self._pages.show_bell(look)
        self._show_in_dialog(look)

    @Slot()
    def on_dialog_opened(self) -> None:
        """Let a dialog that covers the bell have one of its own."""
        dialog = self._layer.dialog
        if dialog is not None:
            dialog.bell.acted.connect(self.on_bell)
            self._show_in_dialog(self._bells.look)

    @Slot()
    def on_bell(self) -> None:
        """Stop what rings, or tell why nothing can be heard."""
        if self._bells.look in STOPPABLE:
            self._bells.on_stopped()
        elif self._bells.look is BellLook.SILENT:
            self._open_story()

    @Slot(object)
    def on_hearing(self, hearing: Hearing) -> None:
        """Say once that nothing can be heard, and when it can be again."""
        if hearing is Hearing.HEARD:
            head, rest = self.tr("Sound works again."), self.tr("Pult rings for new orders.")
            self._say(Message(Shape.OK, head, rest, self._clock()))
            return
        head = self.tr("No sound: Pult flashes instead.")
        self._say(Message(Shape.WARN, head, self._why(hearing), self._clock()))

    @Slot()
    def on_speechless(self) -> None:
        """Say once that orders cannot be called out; nothing else changes."""
        head = self.tr("Orders are not called out.")
        rest = self.tr("This computer has no voice for the till's language.")
        self._say(Message(Shape.WARN, head, rest, self._clock()))

    @Slot()
    def on_test(self) -> None:
        """Let the ring of a new order be heard, or find out that it cannot be."""
        self._bells.try_sound(Sound.NEW_ORDER)

    def _show_in_dialog(self, look: BellLook) -> None:
        dialog = self._layer.dialog
        if dialog is not None:
            dialog.bell.show_look(look if look in STOPPABLE else BellLook.CALM)

    def _open_story(self) -> None:
        head = self.tr("No sound: Pult flashes instead")
        story = Story(
            shape=Shape.WARN,
            head=self._why(self._bells.hearing),
            safe=self.tr("Orders are safe. The window flashes for each one that is new."),
            todo=self.tr("A loudspeaker that is plugged in later is used at once."),
            do=(
                self.tr("Look whether the loudspeaker is plugged in and switched on."),
                self.tr("Look whether the computer is muted."),
                self.tr("Press “Test the sound”."),
            ),
            dont=(self.tr("Do not leave the screen out of sight until Pult can be heard."),),
        )
        dialog = StoryDialog(self._theme, head, story)
        test = ActionButton(self._theme, self.tr("Test the sound"), Kind.PLAIN, height=72)
        test.acted.connect(self.on_test)
        dialog.set_foot(None, test)
        self._layer.open(dialog)

    def _why(self, hearing: Hearing) -> str:
        return self.tr(_WHY[hearing]) if hearing in _WHY else ""
