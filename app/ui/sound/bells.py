"""All that can be heard: the alarm and the tone of each scan, and what stands in for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.hours import within_hours
from app.domain.news import OrdersChanged
from app.ui.screen_settings import AlarmView
from app.ui.sound.alarm import Alarm
from app.ui.sound.call_out import CallOut
from app.ui.sound.flash import Flash
from app.ui.sound.loudspeaker import Hearing
from app.ui.sound.player import SoundPlayer
from app.ui.sound.presence import Presence
from app.ui.sound.ringing import Sound
from app.ui.sound.takeover import Takeover
from app.ui.sound.voice import Voice
from app.ui.theme import Theme
from app.ui.widgets import BellLook
from app.usecases.desk import Shop

FIRST_LOOK_MS: Final = 4000  # once the till is open; the first orders come before it
LOOK_MS: Final = 30_000
BUZZ_SECONDS: Final = 15.0
HANDS_OFF_SECONDS: Final = 4.0  # so long after a press nothing is covered: another is on its way
PAUSE_MS: Final = 250
_NO_ALARM: Final = frozenset({Sound.SCAN_GOOD, Sound.SCAN_BAD, Sound.NUMBER_READY})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the alarm must know of the rest of the screen.

    `feet` is what the flash must not cover; `is_free` tells whether the whole window may be
    covered, which nobody wants while a dialog or an answer is open.
    """

    feet: Callable[[], QRegion]
    is_free: Callable[[], bool]


class Bells(QObject):
    """Rings for what needs a person and answers scans; flashes where nothing is heard.

    Thread: gui. Signals: `looked(BellLook)` when the alarm stands differently; `order_wanted(id)`
    when the cover of new orders was tapped; `buzzer_wanted` when a printer's buzzer is to help;
    `hearing_changed(Hearing)` when it was found that sounds can or cannot be heard.
    """

    looked = Signal(object)
    order_wanted = Signal(str)
    buzzer_wanted = Signal()
    hearing_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        settings: AlarmView,
        around: Surroundings,
        now: Callable[[], datetime],
        shop: Shop,
        *,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """Ring for `window`; `now` is the time of day, `seconds` a clock that never goes back."""
        super().__init__(window)
        self._settings = settings
        self._around = around
        self._now = now
        self._timezone = shop.timezone
        self._seconds = seconds
        self._hearing = Hearing.HEARD
        self._look = BellLook.CALM
        self._buzzed = float("-inf")
        self._pressed = float("-inf")
        self._trying = False
        self._number_waits = False
        self._is_closed = False
        self._is_resting = False
        self.alarm = Alarm(settings.again_seconds, seconds=seconds, parent=self)
        self.player = SoundPlayer(self)
        self.flash = Flash(theme, window, around.feet)
        self.takeover = Takeover(theme, window)
        self.presence = Presence(window)
        self.call_out = CallOut(
            self.alarm,
            Voice(shop.language, self),
            volume=settings.volume / 100,
            undo_seconds=shop.undo_seconds,
            seconds=seconds,
            may_speak=self.may_speak,
        )
        self._ask = QTimer(self)
        self._ask.timeout.connect(self.on_ask)
        self.alarm.sounded.connect(self.on_sounded)
        self.alarm.changed.connect(self.on_alarm_changed)
        self.player.silent.connect(self.on_silent)
        self.player.hearing_found.connect(self.on_hearing)
        self.presence.pressed.connect(self.alarm.on_pressed)
        self.presence.pressed.connect(self.on_pressed)
        self.takeover.order_wanted.connect(self.order_wanted)

    @property
    def look(self) -> BellLook:
        """Return how the alarm stands, for the bell on the screen."""
        return self._look

    @property
    def hearing(self) -> Hearing:
        """Return what was last found to keep sounds from being heard."""
        return self._hearing

    def set_open(self) -> None:
        """Look now and then whether sounds can be heard: the till is open."""
        if self._settings.volume > 0:
            self._ask.start(FIRST_LOOK_MS)

    def rest(self) -> None:
        """Be neither heard nor seen until these take over from the bells that ring meanwhile."""
        self._is_resting = True
        self.alarm.rest()

    def take_over(self, other: Bells) -> None:
        """Go on where the bells of a screen that is made anew left off; those must have ended."""
        self._is_resting = False
        self.alarm.take_over(other.alarm)
        self._hearing = other.hearing
        self._buzzed = other._buzzed
        self._show_look()

    def fit(self) -> None:
        """Follow the window's size, and see its presses."""
        self.presence.look()
        self.takeover.fit()

    def stop(self) -> None:
        """End what plays, for good."""
        self._ask.stop()
        self.alarm.end()
        self.call_out.stop()
        self.flash.end()
        self.presence.close()
        self.player.stop()

    def may_speak(self) -> bool:
        """Whether customers may hear anything now."""
        return not (self._is_resting or self._is_mute)

    @property
    def _is_mute(self) -> bool:
        return self._is_closed or self.is_quiet() or self._settings.volume == 0

    def is_quiet(self) -> bool:
        """Whether these are quiet hours."""
        begin, end = self._settings.quiet_from, self._settings.quiet_until
        if not begin or not end:
            return False
        first, last = time.fromisoformat(begin), time.fromisoformat(end)
        now = self._now().astimezone(self._timezone).time()
        return first != last and within_hours(now, first, last)

    @Slot(object, bool)
    def on_sounded(self, sound: Sound, full: bool) -> None:
        """Let a sound of the alarm be heard, and what belongs to it be seen."""
        self._show_look()  # quiet hours begin and end meanwhile
        if self._is_mute:
            self.flash.flash()
        else:
            self._play(sound)
        if full and sound is Sound.NEW_ORDER and not self._is_closed:
            self._cover()

    def set_closed(self, *, closed: bool) -> None:
        """Only flash while the till is closed; what came meanwhile rings once it is open."""
        opens = self._is_closed and not closed
        self._is_closed = closed
        if opens:
            self.alarm.ring_for_all()
        self._show_look()

    @Slot(bool)
    def on_scan(self, good: bool) -> None:
        """Let a scan be heard, also in place of a ring: whoever scanned waits for it."""
        sound = Sound.SCAN_GOOD if good else Sound.SCAN_BAD
        self.alarm.occupy(sound.seconds)
        if self._settings.volume > 0:
            self._play(sound)

    @Slot()
    def on_number_ready(self) -> None:
        """Let customers hear that another number is ready, in the next pause of the alarm."""
        self._number_waits = True
        self.on_pause()

    @Slot()
    def on_pause(self) -> None:
        """Play what waited for the alarm, or wait on."""
        if not self._number_waits:
            return
        if self.alarm.is_busy:
            QTimer.singleShot(PAUSE_MS, self, self.on_pause)
            return
        self._number_waits = False
        if self.may_speak():
            self.alarm.occupy(Sound.NUMBER_READY.seconds)
            self._play(Sound.NUMBER_READY)

    @Slot(object)
    def on_silent(self, sound: Sound) -> None:
        """Flash where the alarm cannot be heard, and let a printer's buzzer help."""
        is_wanted = self.alarm.is_ringing or self._trying
        self._trying = False
        if sound in _NO_ALARM or not is_wanted:
            return  # it was answered meanwhile
        self.flash.flash()
        now = self._seconds()
        wanted = self._settings.buzzer and sound is not Sound.CHIME
        if wanted and now - self._buzzed >= BUZZ_SECONDS:
            self._buzzed = now
            self.buzzer_wanted.emit()

    @Slot()
    def on_pressed(self) -> None:
        """Note that somebody is at work at the screen."""
        self._pressed = self._seconds()

    @Slot()
    def on_alarm_changed(self) -> None:
        """End what is seen of an alarm that has ended."""
        if not self.alarm.is_ringing:
            self.flash.end()
        if not self.alarm.new_orders() or not self.alarm.is_ringing:
            self.takeover.end()
        self._show_look()

    def orders_changed(self, news: OrdersChanged) -> None:
        """Ring and call out as orders want it, and keep the cover true."""
        self.alarm.orders_changed(news)
        if self._settings.call_out:
            self.call_out.orders_changed(news.orders)
        if self.takeover.isVisible():
            self.takeover.show_orders(self.alarm.new_orders())

    @Slot(object)
    def on_hearing(self, hearing: Hearing) -> None:
        """Take in whether sounds can be heard."""
        if hearing is not self._hearing:
            self._hearing = hearing
            self.hearing_changed.emit(hearing)
            self._show_look()

    @Slot()
    def on_ask(self) -> None:
        """Look whether sounds can be heard."""
        self._ask.setInterval(LOOK_MS)
        self.player.ask()

    def try_sound(self, sound: Sound) -> None:
        """Let a sound be heard because a person wants to know whether it can be."""
        self.alarm.occupy(sound.seconds)
        self._trying = True
        self._play(sound)

    @Slot()
    def on_stopped(self) -> None:
        """Silence what rings now."""
        self.alarm.on_stopped()

    def _play(self, sound: Sound) -> None:
        self.player.play(sound, self._settings.volume / 100)

    def _cover(self) -> None:
        if self._settings.full_screen and self._is_free():
            self.takeover.show_orders(self.alarm.new_orders())

    def _is_free(self) -> bool:
        if self._seconds() - self._pressed < HANDS_OFF_SECONDS:
            return False
        return QApplication.activePopupWidget() is None and self._around.is_free()

    def _show_look(self) -> None:
        look = BellLook.CALM
        if self.alarm.is_ringing:
            look = BellLook.FLASHING if self._is_mute else BellLook.RINGING
        elif self._hearing is not Hearing.HEARD:
            look = BellLook.SILENT
        if look is not self._look:
            self._look = look
            self.looked.emit(look)
