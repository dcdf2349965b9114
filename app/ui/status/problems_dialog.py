"""All lasting problems in one list, where more than two banners would have to be shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import Banner, BannerText, Dialog


class ProblemsDialog(Dialog):
    """The banners one below the other. Thread: gui. Signals: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, banners: Sequence[BannerText], parent: QWidget | None = None
    ) -> None:
        """Make the list."""
        super().__init__(theme, "", width=820, parent=parent)
        self.set_title(self.tr("Problems"))
        self._shown: list[Banner] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.closed.connect(self.deleteLater)
        self.show_banners(banners)

    def show_banners(self, banners: Sequence[BannerText]) -> None:
        """Show these; the list closes when there are none."""
        if not banners:
            self.done_with()
            return
        for banner, text in zip(self._shown, banners, strict=False):
            banner.show_text(text)
        for text in banners[len(self._shown) :]:
            banner = Banner(self.theme, text)
            banner.acted.connect(self.chosen)
            self._shown.append(banner)
            self._list.addWidget(banner)
            banner.show()
        while len(self._shown) > len(banners):
            gone = self._shown.pop()
            gone.hide()
            gone.deleteLater()
