"""The rows of the page Help: one problem by its code, and one lamp."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.problem import Problem
from app.ui.settings_page.problem_codes import code_text
from app.ui.theme import Theme
from app.ui.widgets import Label, LampState, ShapeMark
from app.ui.wording.figures import TIMES, day_clock
from app.usecases.desk import Shop


class ProblemRow(QWidget):
    """One problem: its code large, when and about what, and what it means. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        problem: Problem,
        titles: Mapping[str, str],
        shop: Shop,
        now: datetime,
    ) -> None:
        """Show `problem`; `titles` are vendors' titles by name."""
        super().__init__()
        px = theme.px
        self.setMinimumHeight(px(64))
        code = Label(theme, problem.code.value, "title")
        code.setFixedWidth(px(96))
        about = titles.get(problem.about, problem.about)
        times = f"{problem.times}{TIMES}" if problem.times > 1 else ""
        when = day_clock(problem.at, shop, now)
        head = " · ".join(part for part in (when, about, times) if part)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(theme, head, "body_strong", wrap=True))
        words.addWidget(Label(theme, code_text(problem.code), "body", "ink2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class LampFact(QWidget):
    """One lamp in words: "Cheers: connected", and when it was last heard of. Thread: gui."""

    def __init__(self, theme: Theme, state: LampState) -> None:
        """Show a lamp in `state`."""
        super().__init__()
        px = theme.px
        self.setMinimumHeight(px(56))
        self._mark = ShapeMark(theme, state.shape, 24)
        self._words = Label(theme, "", "body_medium", wrap=True)
        self._age = Label(theme, "", "small_tabular", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(6), px(18), px(6))
        row.setSpacing(px(12))
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._age)
        self.show_state(state)

    def show_state(self, state: LampState) -> None:
        """Show another state."""
        self._mark.set_shape(state.shape)
        self._words.setText(f"{state.name}: {state.word}")
        self._age.setText(" · ".join(part for part in (state.age, state.note) if part))
