"""Where everything lies in the window at each effective size; pure reckoning, no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QRegion

BAR = 64
STRIP = 56
LAMPS = 56
_SHORT = 640
"""Below this height a panel that fills the page covers strip and lamps too."""
_LOW = 540
"""Below this height dialogs do so too: their keys would else have to be scrolled to."""

Pixels = Callable[[float], int]


class Layout(Enum):
    """The five ways in which the window is divided."""

    WIDE = "wide"
    MIDDLE = "middle"
    SMALL = "small"  # the panel lies over the board
    PORTRAIT = "portrait"
    TABS = "tabs"  # one column at a time, the panel is a page

    @property
    def shows_items(self) -> bool:
        """Whether cards have the row of items."""
        return self in (Layout.WIDE, Layout.PORTRAIT)

    @property
    def panel_is_docked(self) -> bool:
        """Whether the panel keeps its place while no order is open."""
        return self in (Layout.WIDE, Layout.MIDDLE, Layout.PORTRAIT)


_PANEL_WIDTH = {Layout.WIDE: 480, Layout.MIDDLE: 392, Layout.SMALL: 384}
_PANEL_HEIGHT = 600


def layout_for(size: QSize, factor: float) -> Layout:
    """Return the layout for a window of `size` screen px at `factor` screen px a design px."""
    wide, high = size.width() / factor, size.height() / factor
    if wide < 900:
        return Layout.TABS
    if high > wide:
        return Layout.PORTRAIT
    if wide >= 1600:
        return Layout.WIDE
    return Layout.MIDDLE if wide >= 1180 else Layout.SMALL


@dataclass(frozen=True, slots=True)
class Places:
    """The rectangle of each part in the window's coordinates.

    `feet` holds from top to bottom what grows up from the bottom: banners, kept scans, strip and
    lamps; `veiled` is what a dialog darkens, `dialogs` where it lies.
    """

    top: QRect
    board: QRect
    banners: QRect
    kept: QRect
    strip: QRect
    lamps: QRect
    panel: QRect
    dialogs: QRect
    veiled: QRegion


def arrange(
    layout: Layout, size: QSize, px: Pixels, *, panel_open: bool, banners: int, kept: int
) -> Places:
    """Return the places; `banners` and `kept` are the heights that these want, in screen px."""
    top = QRect(0, 0, size.width(), px(BAR))
    panel = _panel(layout, size, px)
    shown = panel_open or layout.panel_is_docked
    beside = layout in _PANEL_WIDTH and shown
    width = panel.left() if beside else size.width()
    floor = panel.top() if layout is Layout.PORTRAIT else size.height()
    lamps = QRect(0, floor - px(LAMPS), width, px(LAMPS))
    strip = QRect(0, lamps.top() - px(STRIP), width, px(STRIP))
    kept_row = QRect(0, strip.top() - kept, width, kept)
    stack = QRect(0, kept_row.top() - banners, width, banners)
    board_width = size.width() if layout is Layout.SMALL else width
    board = QRect(0, top.height(), board_width, max(0, stack.top() - top.height()))
    dialogs = QRect(0, top.height(), width, strip.top() - top.height())
    if layout in (Layout.SMALL, Layout.TABS):
        # Short of room: the dialog may cover the top bar.
        dialogs.setTop(0)
    veiled = QRegion(0, 0, size.width(), size.height())
    if size.height() < px(_LOW):
        dialogs.setBottom(size.height() - 1)
    else:
        veiled -= QRegion(strip) + QRegion(lamps)
    if beside or (layout is Layout.PORTRAIT and shown):
        veiled -= QRegion(panel)
    return Places(top, board, stack, kept_row, strip, lamps, panel, dialogs, veiled)


def _panel(layout: Layout, size: QSize, px: Pixels) -> QRect:
    if layout is Layout.TABS:
        whole = QRect(0, px(BAR), size.width(), size.height() - px(BAR))
        if size.height() >= px(_SHORT):
            whole.setBottom(size.height() - px(STRIP) - px(LAMPS) - 1)
        else:
            whole.setTop(0)
        return whole
    if layout is Layout.PORTRAIT:
        high = min(px(_PANEL_HEIGHT), size.height() // 2)
        return QRect(0, size.height() - high, size.width(), high)
    width = px(_PANEL_WIDTH[layout])
    return QRect(size.width() - width, px(BAR), width, size.height() - px(BAR))
