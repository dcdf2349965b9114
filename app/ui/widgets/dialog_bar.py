"""The row at the top of a dialog: its title, Close, and what must stay within reach meanwhile."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.bell_button import BellButton
from app.ui.widgets.label import Label
from app.ui.widgets.undo_button import UndoButton


class DialogBar(QHBoxLayout):
    """Title at the left; Undo and bell, while they are wanted, before Close. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Make the row with an empty title."""
        super().__init__()
        self.setSpacing(theme.px(8))
        self.title = Label(theme, style="title", elide=True)
        close = QCoreApplication.translate("Dialog", "Close")
        self.close_button = ActionButton(theme, "", Kind.GHOST, icon="close", name=close)
        self.bell = BellButton(theme)
        self.undo = UndoButton(theme)
        self.undo.hide()
        self._undoes = Label(theme, style="small", ink="ink2", align=Qt.AlignmentFlag.AlignRight)
        self._undoes.hide()
        self.addWidget(self.title, 1)
        self.addWidget(self._undoes)
        for button in (self.undo, self.bell, self.close_button):
            self.addWidget(button)

    def show_undo(self, what: str, shown: UndoButton) -> None:
        """Have Undo for what `shown` undoes; `what` says it, where the title leaves it room."""
        self._undoes.setText(what)
        self._undoes.show()
        self.undo.follow(shown)
        self.undo.show()
        self.invalidate()
        wanted = self.title.fontMetrics().horizontalAdvance(self.title.text())
        dialog = self.parentWidget()
        room = dialog.width() - self.minimumSize().width() if dialog is not None else 0
        self._undoes.setVisible(wanted <= room)

    def hide_undo(self) -> None:
        """Take it away again."""
        self.undo.stop()
        self.undo.hide()
        self._undoes.hide()
