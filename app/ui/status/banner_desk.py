"""The banners: one for each lasting cause, each with a button that leads to what helps."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.status.problems_dialog import ProblemsDialog
from app.ui.theme import Theme
from app.ui.widgets import BannerStack, BannerText, DialogLayer


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

    @Slot(str)
    def on_acted(self, key: str) -> None:
        """Lead on, or list all problems where the stack has folded them."""
        if key:
            self.acted.emit(key)
            return
        dialog = ProblemsDialog(self._theme, tuple(self._texts.values()))
        dialog.chosen.connect(self.acted)
        self._layer.open(dialog)

    def _show(self) -> None:
        self._stack.show_banners(tuple(self._texts.values()))
        dialog = self._layer.dialog
        if isinstance(dialog, ProblemsDialog):
            dialog.show_banners(tuple(self._texts.values()))
        self.changed.emit()
