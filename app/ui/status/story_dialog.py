"""A page about one cause: what is wrong, what is safe, what to do and what not to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Shape, Theme
from app.ui.widgets import Dialog, IconMark, Label, ShapeMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a page tells, in the order in which it is read; empty parts are left out."""

    shape: Shape
    head: str
    safe: str = ""
    todo: str = ""
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    details: str = ""


class StoryView(QWidget):
    """Shows a story; made anew when the story changes. Thread: gui."""

    def __init__(self, theme: Theme, story: Story) -> None:
        """Lay the story out."""
        super().__init__()
        self._theme = theme
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addLayout(self._top(story))
        if story.do or story.dont:
            lists = QHBoxLayout()
            lists.setSpacing(px(24))
            lists.addLayout(self._list(self.tr("Do"), "check", story.do), 1)
            if story.dont:
                lists.addLayout(self._list(self.tr("Don't"), "close", story.dont), 1)
            column.addLayout(lists)
        if story.facts:
            column.addLayout(self._facts(story.facts))
        if story.details:
            text = self.tr("Details: {text}").format(text=story.details)
            column.addWidget(Label(theme, text, "small", "ink3", wrap=True))

    def _top(self, story: Story) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(14))
        row.addWidget(ShapeMark(self._theme, story.shape, 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(self._theme.px(4))
        words.addWidget(Label(self._theme, story.head, "column", wrap=True))
        for text in (story.safe, story.todo):
            if text:
                words.addWidget(Label(self._theme, text, "body", "ink2", wrap=True))
        row.addLayout(words, 1)
        return row

    def _list(self, title: str, icon: str, lines: Sequence[str]) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        if lines:
            column.addWidget(Label(theme, title, "body_strong"))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(theme.px(10))
            ink = "ok_text" if icon == "check" else "bad_text"
            row.addWidget(IconMark(theme, icon, 20, ink), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(theme, line, wrap=True), 1)
            column.addLayout(row)
        column.addStretch(1)
        return column

    def _facts(self, facts: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(24))
        grid.setVerticalSpacing(self._theme.px(6))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(facts):
            grid.addWidget(Label(self._theme, label, "body", "ink3"), row, 0)
            grid.addWidget(Label(self._theme, value, "body_medium", wrap=True), row, 1)
        return grid


class StoryDialog(Dialog):
    """A dialog that tells a story and can be told another while it is open. Thread: gui."""

    def __init__(
        self, theme: Theme, title: str, story: Story, *, parent: QWidget | None = None
    ) -> None:
        """Make the dialog called `title`."""
        super().__init__(theme, title, width=760, parent=parent)
        self._story = story
        self._view = StoryView(theme, story)
        self.body.addWidget(self._view)
        self.body.addStretch(1)
        self.closed.connect(self.deleteLater)

    @property
    def story(self) -> Story:
        """Return what is told."""
        return self._story

    def tell(self, story: Story) -> None:
        """Tell another story in place of the one shown."""
        if story == self._story:
            return
        self._story = story
        view = StoryView(self.theme, story)
        self.body.replaceWidget(self._view, view)
        view.show()
        self._view.hide()
        self._view.deleteLater()
        self._view = view
