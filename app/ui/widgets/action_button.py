"""The one push button of the screen: its kinds, its double-press guard, its rest and flight."""

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.bounce import DOUBLE_PRESS_MS, LAST_LIFT
from app.ui.widgets.button_kinds import HEIGHTS, LOOKS, SMALL_TYPE, SOLID, ButtonLook, Kind
from app.ui.widgets.fitted_words import FittedWords, fit_words, least_width

__all__ = ["ActionButton", "Kind"]
REST_AFTER_MOVE_MS = 700
_SMALLEST = 14  # letters, in design px


class ActionButton(QPushButton):
    """A button that acts once per press, however wet the finger.

    Connect `acted`, never `clicked`: it comes on release inside, by mouse, touch,
    keyboard or assistive technology, at most once in 400 ms, and never while the
    button rests, is in flight or is locked. Its accessible name is its first text and stays
    so in flight.

    Thread: gui. Signals: `acted`.
    """

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        icon: str | None = None,
        height: int | None = None,
        name: str | None = None,
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; `height` in design px (least 48), `name` when the text says too little."""
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon_name = icon
        self._icon_after = icon_after
        self._height = max(48, height or HEIGHTS.get(kind, 56))
        self._words = text
        self._flight: str | None = None
        self._locked = False
        self._wanted = True
        self._repeats = False
        self._selected = False
        self._lent_focus_to: QWidget | None = self
        self._since_act = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._on_rested)
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def kind(self) -> Kind:
        """Return what pressing the button means."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Give the button another meaning; its height stays."""
        if kind is self._kind:
            return
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.updateGeometry()
        self.update()

    def set_words(self, text: str, *, name: str | None = None) -> None:
        """Change the text, and with it the accessible name."""
        self._words = text
        self._flight = None
        self.setText(text)
        self.setAccessibleName(name or text)
        self._show_enabled()
        self.updateGeometry()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon by name, or take it away."""
        if icon == self._icon_name:
            return
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Paint the button as the chosen one of several (pale, accent border)."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def is_selected(self) -> bool:
        """Tell whether the button is painted as the chosen one."""
        return self._selected

    def set_repeats(self, repeats: bool) -> None:
        """Take quick presses one after another; only for keys, where "55" is two presses."""
        self._repeats = repeats

    def set_locked(self, locked: bool) -> None:
        """Show a padlock and take no press; the sentence beside the button says why."""
        if locked == self._locked:
            return
        self._locked = locked
        self._show_enabled()
        self.updateGeometry()
        self.update()

    def is_locked(self) -> bool:
        """Tell whether the padlock is shown."""
        return self._locked

    def start_flight(self, text: str) -> None:
        """Show that the move is on its way ("Accepting…") and take no press until it landed."""
        self._flight = text
        self.setText(text)
        self.setAccessibleName(self.accessibleName() or self._words)
        self._show_enabled()

    def end_flight(self) -> None:
        """Show the usual text again and take presses."""
        self._flight = None
        self.setText(self._words)
        self._show_enabled()

    def in_flight(self) -> bool:
        """Tell whether a move is on its way."""
        return self._flight is not None

    def rest(self, milliseconds: int = REST_AFTER_MOVE_MS) -> None:
        """Take no press for a while, so that one tap cannot press what appears beneath it."""
        had_focus = self.hasFocus()
        self._rest.start(milliseconds)
        self._show_enabled()
        self._lent_focus_to = self.window().focusWidget() if had_focus else self

    def is_settled(self) -> bool:
        """Tell whether a press would be taken now as far as earlier presses go."""
        return self._is_settled() and not LAST_LIFT.covers(self)

    def _is_settled(self) -> bool:
        if self._rest.isActive():
            return False
        if self._repeats or not self._since_act.isValid():
            return True
        return self._since_act.elapsed() >= DOUBLE_PRESS_MS

    def setEnabled(self, enabled: bool) -> None:
        """Let the button be pressed, as far as rest, flight and lock allow."""
        self._wanted = enabled
        self._show_enabled()

    def sizeHint(self) -> QSize:
        """Return the size for the usual text: a button in flight does not change its size."""
        px = self._theme.px
        metrics = QFontMetricsF(self.font())
        wide = metrics.horizontalAdvance(self._words)
        icon = self._shown_icon()
        if icon is not None:
            wide += self._icon_size() + (px(self._gap()) if self._words else 0)
        return QSize(round(wide) + 2 * px(self._padding()), px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Return the least size, words on two lines, never under 48 design px either way."""
        px = self._theme.px
        usual = self.sizeHint().width()
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._words)
        spared = round(wide - least_width(self._words, self.font()))
        return QSize(max(px(48), usual - spared), px(self._height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow a press that comes too soon after the last act, here or on what lay here."""
        if not self._is_settled() or LAST_LIFT.bounced_onto(self, event, self._theme):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep a release from whatever holds the button, also when its press was swallowed."""
        LAST_LIFT.note(self, event)
        super().mouseReleaseEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter as on Space; held keys do not repeat."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, border, icon and text from the tokens."""
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        self._paint_words(painter, look.text)
        painter.end()

    def _look(self) -> ButtonLook:
        tokens = self._theme.tokens
        look = LOOKS[self._kind](tokens)
        if not self.isEnabled() and self._flight is None:
            ground = tokens.press if self._kind in SOLID else look.ground
            border = None if self._kind in SOLID or look.border is None else tokens.line
            return ButtonLook(ground, look.pressed, tokens.ink3, border, 1.5)
        if self._selected or self.isChecked():
            return ButtonLook(
                tokens.accent_pale, tokens.press, tokens.accent_text, tokens.accent, 2
            )
        return look

    def _paint_ground(self, painter: QPainter, look: ButtonLook) -> None:
        ground = look.pressed if self.isDown() else look.ground
        width = self._theme.real(look.width) if look.border is not None else 0.0
        inset = width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = self._theme.real(12 if self._height >= 72 else 10)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.border), width) if look.border else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        icon = self._shown_icon()
        size = self._icon_size() if icon else 0
        gap = self._theme.px(self._gap()) if icon and self.text() else 0
        words = self.fitted_words()
        left = (self.width() - words.wide - size - gap) / 2
        text_left, icon_left = left + size + gap, left
        if self._icon_after:
            text_left, icon_left = left, left + words.wide + gap
        if icon:
            where = QRectF(round(icon_left), round((self.height() - size) / 2), size, size)
            self._theme.paint_icon(painter, where, icon, colour)
        painter.setPen(QColor(colour))
        words.paint(painter, text_left, self.height())

    def fitted_words(self) -> FittedWords:
        """Return the text as it fits into the button now."""
        px = self._theme.px
        icon = self._icon_size() + (px(self._gap()) if self.text() else 0)
        room = self.width() - 2 * px(8) - (icon if self._shown_icon() else 0)
        return fit_words(self.text(), self.font(), room, self.height() - px(8), px(_SMALLEST))

    def _style(self) -> str:
        if self._kind in (Kind.NEXT, Kind.DANGER_SOLID):
            return "action"
        return "button_small" if self._kind in SMALL_TYPE else "button"

    def _shown_icon(self) -> str | None:
        return "padlock" if self._locked else self._icon_name

    def _icon_size(self) -> int:
        return self._theme.px(26 if self._kind in (Kind.NEXT, Kind.DANGER_SOLID) else 22)

    def _gap(self) -> int:
        return 14 if self._kind is Kind.NEXT else 10

    def _padding(self) -> int:
        return 12 if not self._words else 16 if self._height <= 48 else 20

    def _show_enabled(self) -> None:
        free = not self._locked and self._flight is None and not self._rest.isActive()
        super().setEnabled(self._wanted and free)
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        if not self._is_settled() or not self.isEnabled():
            return
        self._since_act.restart()
        self.acted.emit()

    @Slot()
    def _on_rested(self) -> None:
        self._show_enabled()
        # Not from a dialog that has opened meanwhile: its keys would press what lies beneath.
        if self.isEnabled() and self.window().focusWidget() is self._lent_focus_to:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lent_focus_to = self

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._style()))
        self.setMinimumSize(self.minimumSizeHint())
        self.updateGeometry()
        self.update()
