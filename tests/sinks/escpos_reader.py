"""Reads ESC/POS as a printer does and tells what would stand on the paper; knows no Pult code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

UNKNOWN_PAGE = "ascii"  # of a number this printer does not have
# ESC t on Epson's TM-T88V, from its command reference.
CODE_PAGES = {
    0: "cp437",
    2: "cp850",
    3: "cp860",
    4: "cp863",
    5: "cp865",
    13: "cp857",
    14: "cp737",
    15: "iso8859-7",
    16: "cp1252",
    17: "cp866",
    18: "cp852",
    19: "cp858",
    33: "cp775",
    34: "cp855",
    35: "cp861",
    38: "cp869",
    39: "iso8859-2",
    40: "iso8859-15",
    45: "cp1250",
    46: "cp1251",
    47: "cp1253",
    48: "cp1254",
    51: "cp1257",
}


class NotEscpos(AssertionError):
    """A byte that is neither a letter nor part of a command this reader knows."""


@dataclass(frozen=True)
class Style:
    page: int = 0
    wide: int = 1
    tall: int = 1
    bold: bool = False
    inverse: bool = False
    align: int = 0


@dataclass(frozen=True)
class Letters:
    """One run of text without a command inside; `ended` when a line feed follows."""

    text: str
    style: Style
    ended: bool


@dataclass(frozen=True)
class Qr:
    content: str
    module: int
    align: int


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    data: bytes

    @property
    def black(self) -> int:
        return sum(byte.bit_count() for byte in self.data)


@dataclass(frozen=True)
class Command:
    """Anything else: "init", "latin", "feed", "cut", "ask", "process id" …"""

    name: str
    value: bytes = b""


Part = Letters | Qr | Picture | Command
Step = tuple[Part | None, int]


class EscposReader:
    """Takes bytes as they come and gives back complete parts, each with its own bytes."""

    def __init__(self) -> None:
        self.style = Style()
        self.rest = b""
        self._module = 3
        self._qr = ""

    def feed(self, data: bytes) -> list[tuple[Part, bytes]]:
        self.rest += data
        parts: list[tuple[Part, bytes]] = []
        while self.rest:
            step = self._step()
            if step is None:
                break
            part, used = step
            taken, self.rest = self.rest[:used], self.rest[used:]
            parts.append((part if part is not None else Command("set", taken), taken))
        return parts

    def _step(self) -> Step | None:
        """The next part and its length; None when more bytes are needed."""
        data = self.rest
        if data[0] >= 0x20 and data[0] != 0x7F:
            return self._letters()
        if data[0] == 0x0A:
            return Letters("", self.style, ended=True), 1
        if len(data) < 2:
            return None
        reads = _COMMANDS.get(data[:2])
        if reads is None:
            raise NotEscpos(f"unknown command {data[:6].hex(' ')}")
        try:
            return reads(self)
        except IndexError:
            return None

    def _letters(self) -> Step | None:
        end = next((at for at, byte in enumerate(self.rest) if byte < 0x20 or byte == 0x7F), None)
        if end is None:
            return None
        text = self.rest[:end].decode(CODE_PAGES.get(self.style.page, UNKNOWN_PAGE), "replace")
        ended = self.rest[end] == 0x0A
        return Letters(text, self.style, ended), end + ended

    def _init(self) -> Step:
        self.style = Style()
        return Command("init"), 2

    def _latin(self) -> Step:
        return Command("latin"), 2

    def _country(self) -> Step:
        return Command("country", bytes((self.rest[2],))), 3

    def _page(self) -> Step:
        self.style = replace(self.style, page=self.rest[2])
        return None, 3

    def _bold(self) -> Step:
        self.style = replace(self.style, bold=bool(self.rest[2] & 1))
        return None, 3

    def _inverse(self) -> Step:
        self.style = replace(self.style, inverse=bool(self.rest[2] & 1))
        return None, 3

    def _align(self) -> Step:
        self.style = replace(self.style, align=self.rest[2] & 3)
        return None, 3

    def _size(self) -> Step:
        size = self.rest[2]
        self.style = replace(self.style, wide=(size >> 4) + 1, tall=(size & 7) + 1)
        return None, 3

    def _feed(self) -> Step:
        return Command("feed", bytes((self.rest[2],))), 3

    def _area(self) -> Step:
        return Command("area", bytes((self.rest[2], self.rest[3]))), 4

    def _drawer(self) -> Step:
        return Command("drawer", bytes((self.rest[2], self.rest[3], self.rest[4]))), 5

    def _buzzer(self) -> Step:
        return Command("buzzer", bytes((self.rest[2], self.rest[3]))), 4

    def _buzzer_of(self, length: int) -> Step:
        if self.rest[5] != 48 or length != 9:
            raise NotEscpos(f"unknown ESC ( A {self.rest[:length].hex(' ')}")
        return Command("buzzer", self.rest[6:length]), length

    def _escape_bracket(self) -> Step:
        if self.rest[2] != ord("A"):
            raise NotEscpos(f"unknown command {self.rest[:6].hex(' ')}")
        length = 5 + self.rest[3] + 256 * self.rest[4]
        if len(self.rest) < length:
            raise IndexError
        return self._buzzer_of(length)

    def _cut(self) -> Step:
        length = 4 if self.rest[2] in (65, 66, 97, 98, 103, 104) else 3
        return Command("cut", bytes((self.rest[length - 1],))), length

    def _ask(self) -> Step:
        if self.rest[2] not in (1, 2, 3, 4):
            raise NotEscpos(f"unknown question {self.rest[:3].hex(' ')}")
        return Command("ask", bytes((self.rest[2],))), 3

    def _paper_question(self) -> Step:
        if self.rest[2] != 1:
            raise NotEscpos(f"unknown question {self.rest[:3].hex(' ')}")
        return Command("paper", bytes((self.rest[2],))), 3

    def _process_id_of(self, length: int) -> Step:
        body = self.rest[5:length]
        if body[:2] != b"\x30\x30" or len(body) != 6:
            raise NotEscpos(f"unknown GS ( H {self.rest[:length].hex(' ')}")
        return Command("process id", body[2:]), length

    def _symbol(self) -> Step:
        length = 5 + self.rest[3] + 256 * self.rest[4]
        if len(self.rest) < length:
            raise IndexError
        kind, function, body = self.rest[5], self.rest[6], self.rest[7:length]
        if kind != 0x31:
            raise NotEscpos(f"not a QR code {self.rest[:length].hex(' ')}")
        if function == 67:
            self._module = body[0]
        if function == 80:
            self._qr = body[1:].decode("utf-8")
        if function == 81:
            return Qr(self._qr, self._module, self.style.align), length
        return None, length

    def _bracket(self) -> Step:
        which = self.rest[2]
        if which == ord("k"):
            return self._symbol()
        if which == ord("H"):
            length = 5 + self.rest[3] + 256 * self.rest[4]
            if len(self.rest) < length:
                raise IndexError
            return self._process_id_of(length)
        raise NotEscpos(f"unknown command {self.rest[:6].hex(' ')}")

    def _picture(self) -> Step:
        stride = self.rest[4] + 256 * self.rest[5]
        height = self.rest[6] + 256 * self.rest[7]
        length = 8 + stride * height
        if len(self.rest) < length:
            raise IndexError
        return Picture(stride * 8, height, self.rest[8:length]), length


_COMMANDS: dict[bytes, Callable[[EscposReader], Step]] = {
    b"\x1b@": EscposReader._init,
    b"\x1c.": EscposReader._latin,
    b"\x1bR": EscposReader._country,
    b"\x1bt": EscposReader._page,
    b"\x1bE": EscposReader._bold,
    b"\x1dB": EscposReader._inverse,
    b"\x1ba": EscposReader._align,
    b"\x1d!": EscposReader._size,
    b"\x1bJ": EscposReader._feed,
    b"\x1dW": EscposReader._area,
    b"\x1bp": EscposReader._drawer,
    b"\x1bB": EscposReader._buzzer,
    b"\x1b(": EscposReader._escape_bracket,
    b"\x1dV": EscposReader._cut,
    b"\x10\x04": EscposReader._ask,
    b"\x1dr": EscposReader._paper_question,
    b"\x1d(": EscposReader._bracket,
    b"\x1dv": EscposReader._picture,
}


def read_slip(data: bytes) -> list[Part]:
    """All parts of complete bytes; raises NotEscpos for a stray or unfinished byte."""
    reader = EscposReader()
    parts = [part for part, _ in reader.feed(data)]
    if reader.rest:
        raise NotEscpos(f"unfinished {reader.rest[:8].hex(' ')}")
    return parts


def visible_text(data: bytes) -> str:
    """The letters on paper, line by line; a picture stands as "[picture]", a QR as "[its text]"."""
    lines: list[str] = []
    for part in read_slip(data):
        if isinstance(part, Letters):
            lines.append(part.text)
        elif isinstance(part, Qr):
            lines.append(f"[{part.content}]")
        elif isinstance(part, Picture):
            lines.append("[picture]")
    return "\n".join(lines)
