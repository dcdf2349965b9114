"""The look in force: tokens, scale and motion, with one signal when any of them changes."""

import sys
from enum import Enum

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPixmap, QScreen
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.ui.theme.fonts import load_fonts
from app.ui.theme.icons import icon_pixmap, paint_icon
from app.ui.theme.scale import Scale, physical_dpi
from app.ui.theme.shapes import Shape, paint_shape
from app.ui.theme.style import apply_style
from app.ui.theme.tokens import DARK, LIGHT, Tokens, with_accent
from app.ui.theme.type import styled_font


class Mode(Enum):
    """Where light or dark comes from."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Everything a widget needs to paint itself; handed to each widget's constructor.

    Thread: gui. Signals: `changed` after tokens, scale or motion changed; widgets
    connect their own restyling slot to it.
    """

    changed = Signal()

    def __init__(
        self,
        mode: Mode = Mode.SYSTEM,
        *,
        dpi: float | None = None,
        text_scale: float = 1.0,
        reduced_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Take the system's or the given mode; `dpi` over 0 overrides what the screen reports."""
        super().__init__(parent)
        self._mode = mode
        self._accent = ""
        self._dpi = dpi
        self._screen = QGuiApplication.primaryScreen()
        self._text_scale = text_scale
        self._reduced_motion = reduced_motion
        self._app: QApplication | None = None
        self._tokens = LIGHT
        self._scale = Scale()
        self._take()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    @property
    def tokens(self) -> Tokens:
        """Return the colours in force."""
        return self._tokens

    @property
    def scale(self) -> Scale:
        """Return screen pixels per design pixel."""
        return self._scale

    @property
    def dpi(self) -> float:
        """Return the dots per inch in force: as measured, else as the screen reports."""
        return self._dpi or _screen_dpi(self._screen)

    @property
    def mode(self) -> Mode:
        """Return where light or dark comes from."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Tell whether the dark theme is in force."""
        return self._tokens.is_dark

    @property
    def reduced_motion(self) -> bool:
        """Tell whether nothing may move by itself."""
        return self._reduced_motion

    def apply_to(self, app: QApplication) -> None:
        """Load the fonts and style `app`, now and after each change."""
        load_fonts()
        self._app = app
        apply_style(app, self._tokens, self._scale)

    def change(
        self,
        *,
        mode: Mode | None = None,
        accent: str | None = None,
        dpi: float | None = None,
        text_scale: float | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Change what is given, with one restyling; `dpi` as measured, 0: as the screen reports.

        `accent` is a shop's own, "" for ours. Raises ValueError for one that is no colour, and
        changes nothing then.
        """
        if accent:
            with_accent(self._tokens, accent)
        moves_otherwise = reduced_motion not in (None, self._reduced_motion)
        self._mode = mode or self._mode
        self._accent = self._accent if accent is None else accent
        self._dpi = self._dpi if dpi is None else dpi
        self._text_scale = text_scale or self._text_scale
        if reduced_motion is not None:
            self._reduced_motion = reduced_motion
        self._renew(moves_otherwise=moves_otherwise)

    def set_screen(self, screen: QScreen) -> None:
        """Take the size of what is shown from another screen."""
        self._screen = screen
        self._renew()

    def px(self, design: float) -> int:
        """Return whole screen pixels for `design` pixels."""
        return self._scale.px(design)

    def real(self, design: float) -> float:
        """Return unrounded screen pixels for `design` pixels."""
        return self._scale.real(design)

    def font(self, style: str, *, px: float | None = None) -> QFont:
        """Return the font of a type style; `px` (design) replaces the style's size."""
        return styled_font(style, self._scale.factor, px=px)

    def icon(self, name: str, colour: str, size: float, ratio: float = 1.0) -> QPixmap:
        """Return an icon of `size` design px."""
        return icon_pixmap(name, colour, self.px(size), ratio)

    def paint_icon(self, painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
        """Paint an icon into a square `rect` in screen px."""
        paint_icon(painter, rect, name, colour)

    def paint_shape(
        self,
        painter: QPainter,
        rect: QRectF,
        shape: Shape,
        *,
        fill: str | None = None,
        mark: str | None = None,
    ) -> None:
        """Paint a state shape into a square `rect` in screen px."""
        paint_shape(painter, rect, shape, self._tokens, fill=fill, mark=mark)

    @Slot()
    def _on_system_scheme(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._renew()

    def _renew(self, *, moves_otherwise: bool = False) -> None:
        before = (self._tokens, self._scale)
        self._take()
        looks_otherwise = before != (self._tokens, self._scale)
        if looks_otherwise and self._app is not None:
            apply_style(self._app, self._tokens, self._scale)
        if looks_otherwise or moves_otherwise:
            self.changed.emit()

    def _take(self) -> None:
        tokens = DARK if self._wants_dark() else LIGHT
        self._tokens = with_accent(tokens, self._accent) if self._accent else tokens
        self._scale = Scale.of(self.dpi, self._text_scale)

    def _wants_dark(self) -> bool:
        if self._mode is not Mode.SYSTEM:
            return self._mode is Mode.DARK
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_reduces_motion() -> bool:
    """Whether the system's user wants nothing to move; Linux desktops tell nobody in one way."""
    effects = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return sys.platform == "win32" and not effects


def _screen_dpi(screen: QScreen | None) -> float:
    if screen is not None and not isValid(screen):  # unplugged since
        screen = QGuiApplication.primaryScreen()
    if screen is None:
        return physical_dpi(0, 0)
    return physical_dpi(screen.size().width(), screen.physicalSize().width())
