"""The banners: one for each lasting cause, each with a button that leads to what helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.status.problems_dialog import ProblemsDialog
from app.ui.theme import Shape, Theme
from app.ui.widgets import BannerStack, BannerText, DialogLayer
from app.ui.widgets.banner import MOST_BANNERS


class BannerDesk(QObject):
    """Keeps the lasting causes by key, and shows them.

    Thread: gui. Signals: `acted(key)` when the button of a banner was pressed; `changed` when the
    stack takes more or less room.
    """

    acted = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme, stack: BannerStack, layer: DialogLayer) -> None:
        """Show banners in `stack`, which begins empty."""
        super().__init__(stack)
        self._theme = theme
        self._stack = stack
        self._layer = layer
        self._texts: dict[str, BannerText] = {}
        self._most = MOST_BANNERS
        stack.acted.connect(self.on_acted)

    @property
    def texts(self) -> Mapping[str, BannerText]:
        """Return what is shown, by key."""
        return self._texts

    def show(self, key: str, text: BannerText | None) -> None:
        """Show the banner of one cause, or take it away with None."""
        if self._texts.get(key) == text:
            return
        if text is None:
            del self._texts[key]
        else:
            self._texts[key] = text
        self._show()

    def show_all(self, prefix: str, texts: Mapping[str, BannerText]) -> None:
        """Show exactly these among the causes whose keys begin with `prefix`."""
        others = {key: text for key, text in self._texts.items() if not key.startswith(prefix)}
        wanted = others | dict(texts)
        if wanted != self._texts:
            self._texts = wanted
            self._show()

    def _folded(self, texts: Sequence[BannerText]) -> BannerText:
        worst = min(texts, key=lambda text: text.shape is not Shape.BAD)
        head = self.tr("%n problems", n=len(texts))
        line = " · ".join(text.head for text in texts)
        return BannerText("", worst.shape, head, line, self.tr("Show all"))

    @Slot(str)
    def on_acted(self, key: str) -> None:
        """Lead on, or list all problems where the stack has folded them."""
        if key:
            self.acted.emit(key)
            return
        dialog = ProblemsDialog(self._theme, tuple(self._texts.values()))
        dialog.chosen.connect(self.acted)
        self._layer.open(dialog)

    def set_most(self, most: int) -> None:
        """Show at most so many banners, one where the window is low, before they are folded."""
        if most != self._most:
            self._most = most
            self._show()

    def _show(self) -> None:
        texts = tuple(self._texts.values())
        if self._most < len(texts) <= MOST_BANNERS:
            texts = (self._folded(texts),)
        self._stack.show_banners(texts)
        dialog = self._layer.dialog
        if isinstance(dialog, ProblemsDialog):
            dialog.show_banners(tuple(self._texts.values()))
        self.changed.emit()
