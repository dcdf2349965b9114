"""When the on-screen keyboard comes and goes, and that the field stays in sight."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputDevice, QIntValidator, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.ui.osk.field_button import Field, FieldButton
from app.ui.osk.finger_up import FingerUp
from app.ui.osk.keyboard import OnScreenKeyboard
from app.ui.osk.physical import PhysicalKeyboards
from app.ui.theme import Theme
from app.ui.widgets import AmountField, Dialog, Keypad

ALWAYS, NEVER = "always", "never"
_FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit)
_SEEN: Final = "seenByKeyboard"
_DIGITS: Final = Qt.InputMethodHint.ImhDigitsOnly
_FIGURES: Final = (
    Qt.InputMethodHint.ImhFormattedNumbersOnly
    | Qt.InputMethodHint.ImhPreferNumbers
    | Qt.InputMethodHint.ImhDialableCharactersOnly
)


class KeyboardDesk(QObject):
    """Puts a keyboard button into every field of a window, and the keyboard at its foot.

    It comes by that button, or when a field is tapped: by a finger, or in any way where no keyboard
    is plugged in (`auto`); at every tap (`always`); not at all (`never`). It goes with its own key,
    with the focus, and when a dialog opens. A field with a keypad of its own beside it needs none.

    Thread: gui. Signals: `changed` when it has come or gone.
    """

    changed = Signal()

    def __init__(self, theme: Theme, window: QWidget, language: str, mode: str) -> None:
        """Look after the fields of `window`; the keyboard is made when it is first wanted."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._language = language
        self._mode = mode
        self._keyboard: OnScreenKeyboard | None = None
        self._field: Field | None = None
        self._set_aside: list[Keypad] = []
        self._laid_out: list[QWidget] = []
        self._keyboards: PhysicalKeyboards | None = None
        self._left = FingerUp(self._on_left, self)
        if mode != NEVER:
            self._keyboards = PhysicalKeyboards(self)
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            application.focusChanged.connect(self.on_focus_changed)

    @property
    def is_up(self) -> bool:
        """Whether the keyboard is shown."""
        return self._keyboard is not None and not self._keyboard.isHidden()

    @property
    def keyboard(self) -> OnScreenKeyboard:
        """Return the keyboard, made now if it was not yet."""
        if self._keyboard is None:
            self._keyboard = OnScreenKeyboard(self._theme, self._language, self._window)
            self._keyboard.hide_wanted.connect(self.on_hide)
        return self._keyboard

    def equip(self, place: QWidget) -> None:
        """Put the button into every field of `place` that has none, and into those that come."""
        if self._mode == NEVER:
            return
        for kind in _FIELDS:
            for field in place.findChildren(kind):
                self._watch(cast(Field, field))
        scrolled = (area.widget() for area in place.findChildren(QScrollArea))
        for laid_out in filter(None, (place, *scrolled)):
            if laid_out.property(_SEEN) is None:
                laid_out.setProperty(_SEEN, True)
                laid_out.installEventFilter(self)

    @Slot()
    def on_laid_out(self) -> None:
        """Put the button into the fields that have come."""
        places, self._laid_out = self._laid_out, []
        for place in filter(isValid, places):
            self.equip(place)

    def room(self, rect: QRect) -> QRect:
        """Return the part of `rect`, in the window's coordinates, that the keyboard leaves free."""
        if not self.is_up:
            return rect
        left = QRect(rect)
        left.setBottom(min(rect.bottom(), self.keyboard.geometry().top() - 1))
        return left

    def fit(self) -> None:
        """Lie at the foot of the window, as wide as that is now."""
        if self.is_up:
            self._place()

    # --- coming and going -------------------------------------------------------------------------

    def show_for(self, field: Field) -> None:
        """Bring the keyboard for a field, which gets the focus."""
        if not field.hasFocus():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begin(field)
        self._place()
        self.keyboard.raise_()
        self.keyboard.show()
        self.changed.emit()
        self._set_keypads_aside(field)
        self._bring_into_sight()

    @Slot()
    def on_hide(self) -> None:
        """Take the keyboard away; the field keeps the focus."""
        if not self.is_up:
            return
        self.keyboard.hide()
        self._field = None
        aside, self._set_aside = self._set_aside, []
        for pad in filter(isValid, aside):
            pad.show()
        self.changed.emit()

    @Slot()
    def on_button(self) -> None:
        """Bring the keyboard for the field whose button was pressed, or take it away again."""
        button = self.sender()
        if not isinstance(button, FieldButton):
            return
        if self.is_up and button.field is self._field:
            self.on_hide()
        else:
            self.show_for(button.field)

    @Slot(QWidget, QWidget)
    def on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Look after the field that has the focus now; go where there is none."""
        if isinstance(now, _FIELDS) and self._window.isAncestorOf(now):
            self._watch(now)
            if self.is_up:
                self._follow(now)
        elif self.is_up:
            self.on_perhaps_left()

    @Slot()
    def on_perhaps_left(self) -> None:
        """Go if no field has the focus any more; it may be on its way from one to the next.

        Not while a button is pressed: a dialog sinks back then, and its button would slip away.
        """
        QTimer.singleShot(0, self._left, self._left.ask)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See taps into fields, once the finger is up, and that places are laid out anew, as they
        are when something came; never swallows anything."""
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            if not self._laid_out:
                QTimer.singleShot(0, self, self.on_laid_out)
            if watched not in self._laid_out:
                self._laid_out.append(watched)
        elif event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            field = watched.parent() if not isinstance(watched, _FIELDS) else watched
            if isinstance(field, _FIELDS) and self._is_called_for(field, event):
                self.show_for(field)
        return False

    def _watch(self, field: Field) -> None:
        """See the taps into a field from now on, and give it its button."""
        if field.property(_SEEN) is not None:
            return
        field.setProperty(_SEEN, True)
        # What several lines are written in is tapped itself.
        tapped = field if isinstance(field, QLineEdit) else field.viewport()
        tapped.installEventFilter(self)
        if not isinstance(field, AmountField) and not _has_own_keypad(field):
            FieldButton(self._theme, field).acted.connect(self.on_button)

    def _is_called_for(self, field: Field, event: QMouseEvent) -> bool:
        if self.is_up or not field.isEnabled() or field.isReadOnly():
            return False
        if _has_own_keypad(field):
            return False
        if self._keyboards is None:
            return False
        self._keyboards.look()
        by_finger = event.device().type() == QInputDevice.DeviceType.TouchScreen
        return self._mode == ALWAYS or by_finger or self._keyboards.are_there is False

    def _follow(self, field: Field) -> None:
        """Change to the page the next field wants."""
        if _has_own_keypad(field) or (isinstance(field, AmountField) and self._set_aside):
            self.on_hide()
        elif field is not self._field:
            self._begin(field)
            self._bring_into_sight()

    def _begin(self, field: Field) -> None:
        self._field = field
        signs = bool(field.inputMethodHints() & _FIGURES)
        self.keyboard.begin(digits=_takes_digits(field), signs=signs)

    def _set_keypads_aside(self, field: Field) -> None:
        """Hide a dialog's own keypad meanwhile: there is no room for both."""
        self._set_aside += [pad for pad in _keypads_beside(field) if pad not in self._set_aside]
        for pad in self._set_aside:
            pad.hide()

    def _on_left(self) -> None:
        # Asked of the window: another program may have the focus for a while.
        focus = self._window.focusWidget()
        if not isinstance(focus, _FIELDS) or not focus.isVisible():
            self.on_hide()

    # --- places -----------------------------------------------------------------------------------

    def _place(self) -> None:
        room = self._window.rect()
        high = self.keyboard.height_in(room.height())
        self.keyboard.setGeometry(0, room.height() - high, room.width(), high)

    def _bring_into_sight(self) -> None:
        """Scroll to the field, once everything has its place."""
        QTimer.singleShot(0, self, self._on_placed)

    @Slot()
    def _on_placed(self) -> None:
        # Where a keypad has gone everything moves once more.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        field = self._field
        place = field.parentWidget() if field is not None and isValid(field) else None
        while field is not None and place is not None:
            content = place.widget() if isinstance(place, QScrollArea) else None
            if isinstance(place, QScrollArea) and content is not None:
                # Not ensureWidgetVisible, which is content with the letter being written.
                middle = field.mapTo(content, field.rect().center())
                half = min(field.height(), place.viewport().height()) // 2
                place.ensureVisible(middle.x(), middle.y(), 0, half + self._theme.px(8))
            place = place.parentWidget()


def _takes_digits(field: Field) -> bool:
    """Whether nothing but digits can be typed."""
    if isinstance(field, AmountField) or field.inputMethodHints() & _DIGITS:
        return True
    return isinstance(field, QLineEdit) and isinstance(field.validator(), QIntValidator)


def _has_own_keypad(field: Field) -> bool:
    """Whether a keypad beside the field writes all that can be written there."""
    return _takes_digits(field) and bool(_keypads_beside(field))


def _keypads_beside(field: QWidget) -> list[Keypad]:
    """Return the keypads that the dialog of `field` shows."""
    place = field.parentWidget()
    while place is not None and not isinstance(place, Dialog):
        place = place.parentWidget()
    return [pad for pad in place.findChildren(Keypad) if pad.isVisible()] if place else []
