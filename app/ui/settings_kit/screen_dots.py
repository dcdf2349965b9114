"""The screen's dots per inch: typed, or measured with a bank card."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.settings.view import SettingView
from app.ui.settings_kit.measure_dialog import MeasureDialog
from app.ui.settings_kit.number_control import NumberControl
from app.ui.settings_kit.paired_control import PairedControl
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, DialogLayer
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import SettingWords


class ScreenDotsControl(PairedControl):
    """A number, and a key beside or below it that measures it in a dialog. Thread: gui."""

    def __init__(
        self, theme: Theme, view: SettingView, words: SettingWords, layer: DialogLayer
    ) -> None:
        """Make it empty; the dialog opens in `layer`."""
        super().__init__(theme, view, words)
        self._layer = layer
        self.number = NumberControl(theme, view, words)
        text = translate("SettingWords", "Measure with a bank card")
        self.measure = ActionButton(theme, text, icon="ruler", height=56)
        self.pair(self.number, self.measure)
        self.number.edited.connect(self.edited)
        self.measure.acted.connect(self._on_measure)

    def value(self) -> object:
        """Return the number, or what was typed in place of one."""
        return self.number.value()

    def problem(self) -> str:
        """Say what is wrong: no number, too small or too large."""
        return self.number.problem()

    def show_value(self, value: object) -> None:
        """Show a number."""
        self.number.show_value(value)

    @Slot()
    def _on_measure(self) -> None:
        typed = self.value()
        dpi = typed if isinstance(typed, int | float) and not self.problem() else 0
        most = self.view.most or self.theme.dpi
        dialog = MeasureDialog(self.theme, self.words.label, dpi or self.theme.dpi, most)
        dialog.measured.connect(self._on_measured)
        self._layer.open(dialog)

    @Slot(float)
    def _on_measured(self, dpi: float) -> None:
        self.show_value(dpi)
        self.edited.emit()
