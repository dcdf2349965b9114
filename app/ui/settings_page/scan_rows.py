"""The last scan of one scanner, as it arrived, and what it was taken for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.device_news import ScanSeen, ScanUnderstood
from app.ui.settings_page.parts import Box, FactRow, Row
from app.ui.theme import Shape, Theme
from app.ui.widgets import Label, ShapeMark
from app.ui.wording.figures import clock
from app.ui.wording.scan_doctor import (
    NOTHING,
    dropped_words,
    ended_words,
    hex_text,
    kind_words,
    meaning_words,
    others_words,
    readable_text,
    time_words,
)
from app.usecases.desk import Shop


class VerdictRow(Row):
    """What a scan was taken for: shape, words, and why. Thread: gui."""

    def __init__(self, theme: Theme, label: str, head: str, line: str) -> None:
        """Make the row."""
        self._mark = ShapeMark(theme, Shape.READY, 28)
        self.head = Label(theme, head, "body_strong", wrap=True)
        self.line = Label(theme, line, "small", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.head)
        words.addWidget(self.line)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        super().__init__(theme, label, whole)

    def say(self, shape: Shape, head: str, line: str) -> None:
        """Show another verdict."""
        self._mark.set_shape(shape)
        self.head.setText(head)
        self.line.setText(line)
        self.line.setVisible(bool(line))


class BytesRow(Row):
    """What was received, as hexadecimal figures and as letters. Thread: gui."""

    def __init__(self, theme: Theme, label: str) -> None:
        """Make an empty row."""
        self.figures = Label(theme, NOTHING, "fixed", wrap=True)
        self.letters = Label(theme, "", "fixed", "ink2", wrap=True)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.figures)
        column.addWidget(self.letters)
        super().__init__(theme, label, words)

    def show_bytes(self, raw: bytes) -> None:
        """Show other bytes; a camera and a simulated scanner have none."""
        self.figures.setText(hex_text(raw) or NOTHING)
        self.letters.setText(readable_text(raw))
        self.letters.setVisible(bool(raw))


class ScanBox(Box):
    """Everything that is known of the last scan. Thread: gui."""

    def __init__(
        self, theme: Theme, shop: Shop, now: Callable[[], datetime], *, typed: bool = False
    ) -> None:
        """Make it; `typed` adds the keyboard layout a scan was healed from."""
        super().__init__(theme)
        self._shop = shop
        self._now = now
        self._seen: ScanSeen | None = None
        self._repeats = 0
        nothing = self.tr("Nothing yet")
        todo = self.tr("Scan any code: here it is seen as it arrives. A real one acts as always.")
        self.verdict = VerdictRow(theme, self.tr("Taken for"), nothing, todo)
        self.raw = BytesRow(theme, self.tr("Bytes"))
        self.end = FactRow(theme, self.tr("Ended by"), NOTHING)
        self.time = FactRow(theme, self.tr("Time"), NOTHING)
        self.kind = FactRow(theme, self.tr("Kind of code"), NOTHING)
        self.layout_row = FactRow(theme, self.tr("Keyboard layout"), NOTHING)
        for row in (self.verdict, self.raw, self.end, self.time, self.kind, self.layout_row):
            self.add(row)
        self.layout_row.setVisible(typed)

    def scan_seen(self, news: ScanSeen) -> None:
        """Show how a scan arrived."""
        if self._seen is None or news.text != self._seen.text:
            self._repeats = 0
        self._seen = news
        trace = news.trace
        self.raw.show_bytes(trace.raw or news.text.encode())
        self.end.show_value(ended_words(trace))
        at = self.tr("at {time}").format(time=clock(self._now(), self._shop))
        self.time.show_value(time_words(trace), at)
        self.kind.show_value(kind_words(trace))
        self.layout_row.show_value(trace.layout or self.tr("As it was typed"))
        if news.dropped:
            todo = self.tr("Nothing was changed. Scan again; on a serial line try its speed.")
            self.verdict.say(Shape.BAD, dropped_words(news.dropped), todo)

    def scan_understood(self, news: ScanUnderstood) -> None:
        """Show what it was taken for."""
        head, why = meaning_words(news.intent)
        if news.repeat:
            self._repeats += 1
            again = self.tr(
                "The same code again, %n times by now. It acted once alone.", n=self._repeats
            )
            self.verdict.say(Shape.PAUSED, head, again)
            return
        self._repeats = 0
        line = " ".join(filter(None, (why, others_words(news.others))))
        self.verdict.say(Shape.OK, head, line)

    @property
    def text(self) -> str:
        """What was read last."""
        return self._seen.text if self._seen is not None else ""
