"""Where the demo's window is seen: beside the till, or over the board while nothing else is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.ui.demo.slips_window import DemoWindow
from app.ui.pages import Pages
from app.ui.scan.scan_desk import ScanDesk
from app.ui.stage import Stage
from app.ui.widgets import DialogLayer


class DemoDesk(QObject):
    """Shows the demo's window, and takes it out of the way of scan answers, dialogs and pages.

    Thread: gui.
    """

    def __init__(
        self,
        demo: DemoWindow,
        window: QWidget,
        panel: QWidget,
        stage: Stage,
        layer: DialogLayer,
        pages: Pages,
        scans: ScanDesk,
        *,
        is_wanted: bool,
    ) -> None:
        """Show it, where it `is_wanted`, as soon as the till's own window is laid out."""
        super().__init__(stage)
        self._demo = demo
        self._window = window
        self._panel = panel
        self._layer = layer
        self._pages = pages
        self._scans = scans
        self._in_the_way = False
        stage.demo.acted.connect(self.on_pressed)
        for changed in (
            layer.opened,
            layer.closed,
            pages.turned,
            scans.shown,
            scans.whole.ended,
        ):
            changed.connect(self.on_changed)
        if is_wanted:
            QTimer.singleShot(0, self, self.on_wanted)

    @Slot()
    def on_wanted(self) -> None:
        """Show it where it is out of the way."""
        self._in_the_way = False
        self.fit()
        self._demo.show()
        self._demo.raise_()

    @Slot()
    def on_pressed(self) -> None:
        """Show it, or hide it again: the button Demo was pressed."""
        if self._demo.isVisible():
            self._demo.close()
        else:
            self.on_wanted()

    def fit(self) -> None:
        """Lie beside the till's window, or over it, as large as that is now."""
        self._demo.place_beside(self._window, self._panel.geometry())

    @Slot()
    def on_changed(self) -> None:
        """Make way for what covers the board, and come back after it, unless closed by hand."""
        is_answered = not self._scans.whole.isHidden()
        board_is_free = self._layer.dialog is None and not self._pages.key and not is_answered
        covers = self._demo.geometry().intersects(self._window.geometry())
        if not board_is_free and covers and self._demo.isVisible():
            self._in_the_way = True
            self._demo.hide()
        elif board_is_free and self._in_the_way:
            self._in_the_way = False
            self._demo.show()
            self._demo.raise_()

    def close(self) -> None:
        """Close it with the till's own window."""
        self._demo.close()
