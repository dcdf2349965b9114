"""The row of one key: what it is called, what it does, its control, and the way back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.settings.view import KeyKind, SettingView
from app.ui.settings_kit.controls import control_for
from app.ui.settings_kit.kit import Kit
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.figures import NO_BREAK
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import setting_words, value_text

_BESIDE_FROM = 620
_WORDS_LEAST, _WORDS_MOST = 236, 420
_WORDS_PART = 0.36
_OWN = ("name", "id")
"""What every till and device has its own of: there is no use in the one that Pult comes with."""


class KeyRow(QWidget):
    """Edits one key of the settings file; what is entered goes into the draft.

    Thread: gui.
    """

    def __init__(self, kit: Kit, view: SettingView, *, technical: bool = False) -> None:
        """Show the value in the draft, else that in force; `technical` shows the key's own name."""
        super().__init__()
        self._kit = kit
        self._theme = theme = kit.theme
        self.view = view
        self.words = setting_words(view)
        if technical:  # among all keys many have the same label
            self.words = replace(self.words, name=f"{self.words.label}, {view.key}")
        self.setMinimumHeight(theme.px(72))
        self.label = Label(theme, self.words.label, "body_medium", wrap=True)
        self.help = Label(theme, self._help(technical), "small", "ink2", wrap=True)
        self.problem = Label(theme, "", "small", "bad_text", wrap=True)
        self.standing = Label(theme, "", "small", "ink2", wrap=True)
        self.control = control_for(kit, view, self.words)
        name = translate("SettingWords", "{label}: back to {value}").format(
            label=self.words.name, value=self._usual().replace(NO_BREAK, " ")
        )
        self.back = ActionButton(theme, "", Kind.LINK, icon="undo", height=56, name=name)
        keeps = self.back.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # nothing moves under a finger
        self.back.setSizePolicy(keeps)
        self._lay_out()
        self.control.edited.connect(self._on_edited)
        self.back.acted.connect(self._on_back)
        kit.draft.changed.connect(self.on_draft)
        self.on_draft()

    def value(self) -> object:
        """Return the value in the draft, or that in force."""
        draft = self._kit.draft
        return draft.value(self.view.key) if draft.has(self.view.key) else self.view.value

    def fits(self, searched: str) -> bool:
        """Whether the row is about what somebody searches for."""
        said = " ".join((self.view.key, self.words.label, self.help.text(), self.view.description))
        return all(part in said.casefold() for part in searched.casefold().split())

    @Slot()
    def on_draft(self) -> None:
        """Show what the draft has for this key."""
        value = self.value()
        if value is None:
            value = self.view.default
        self.control.show_value(value)
        problem = self._kit.draft.problem(self.view.key)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._show_back(value)
        self._show_standing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control below the words where there is no room beside them."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_BESIDE_FROM)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if wide else below)
        self._keep_words() if wide else self._free_words()

    def _keep_words(self) -> None:
        px = self._theme.px
        part = round(self.width() * _WORDS_PART)
        self._said.setFixedWidth(min(max(part, px(_WORDS_LEAST)), px(_WORDS_MOST)))

    def _free_words(self) -> None:
        self._said.setMinimumWidth(0)
        self._said.setMaximumWidth(16777215)

    def _help(self, technical: bool) -> str:
        parts = [self.words.help, self._usually()]
        if technical:
            parts = [self.view.key, self.words.help, self._usually()]
        return ("\n" if technical else " ").join(part for part in parts if part)

    def _usually(self) -> str:
        view = self.view
        nothing = view.default in (None, "", ()) or (view.needed and not view.default)
        if view.kind is KeyKind.HIDDEN or view.name in _OWN or nothing:
            return ""
        return translate("SettingWords", "Usually: {value}.").format(value=self._usual())

    def _usual(self) -> str:
        return value_text(self.view, self.view.default)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._said = QWidget()
        self._said.setFixedWidth(px(_WORDS_LEAST))
        words = QVBoxLayout(self._said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px(2))
        words.addWidget(self.label)
        words.addWidget(self.help)
        words.addStretch(1)
        self.help.setVisible(bool(self.help.text()))
        entered = QVBoxLayout()
        entered.setSpacing(px(4))
        edited = QHBoxLayout()
        edited.setSpacing(px(4))
        edited.addWidget(self.control, 1)
        edited.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        entered.addLayout(edited)
        entered.addWidget(self.problem)
        entered.addWidget(self.standing)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(px(18), px(8), px(12), px(8))
        self._halves.setSpacing(px(16))
        self._halves.addWidget(self._said)
        self._halves.addLayout(entered, 1)

    def _show_back(self, value: object) -> None:
        view = self.view
        offered = (
            view.kind not in (KeyKind.HIDDEN, KeyKind.SWITCH)
            and view.name not in _OWN
            and view.default is not None
            and not _same(value, view.default)
            and not view.locked_by
        )
        self.back.setVisible(offered)

    def _show_standing(self) -> None:
        view, draft = self.view, self._kit.draft
        said = ""
        if view.locked_by:
            said = translate("SettingWords", "Set by {variable} of the computer; change it there.")
            said = said.format(variable=view.locked_by)
        remark = "" if said else self._kit.remark(view, self.value())
        self.standing.set_ink("warn_text" if remark else "ink2")
        self.standing.setText(said or remark)
        self.standing.setVisible(bool(said or remark))
        self.control.setEnabled(not view.locked_by)
        label = self.words.label
        if draft.has(view.key):
            label = translate("SettingWords", "{label} · not saved").format(label=label)
        self.label.setText(label)
        self.label.set_ink("accent_text" if draft.has(view.key) else "ink")

    @Slot()
    def _on_edited(self) -> None:
        self._put(self.control.value(), self.control.problem())

    @Slot()
    def _on_back(self) -> None:
        self._put(self.view.default, "")

    def _put(self, value: object, problem: str) -> None:
        key = self.view.key
        if _same(value, self.view.value) and not problem:
            self._kit.draft.drop((key,))
        else:
            self._kit.draft.put(key, value, problem)


def _same(one: object, other: object) -> bool:
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return tuple(one) == tuple(other)
    return one == other
