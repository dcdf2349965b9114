"""What a screen reader sees of a program: its tree of controls, read over the accessibility bus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import TracebackType
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.patience import PATIENCE

ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
DBUS = DBusAddress(
    "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
)
AT_ONCE = 200  # questions on the way at the same time
# What is asked of every control; the last one is a property.
QUESTIONS = ("GetRole", "GetState", "GetChildren", "Name")
Place = tuple[str, str]

# AtspiStateType numbers.
STATES = {
    1: "active",
    4: "checked",
    8: "enabled",
    11: "focusable",
    12: "focused",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
}
SHOWING = 25
APPLICATION = 75
# AtspiRole numbers; only what a till has.
ROLES = {
    11: "combo box",
    16: "dialog",
    7: "check box",
    23: "frame",
    29: "label",
    31: "list",
    32: "list item",
    37: "page tab",
    39: "panel",
    40: "password text",
    43: "button",
    44: "radio button",
    46: "root pane",
    49: "scroll pane",
    61: "text",
    62: "toggle button",
    69: "window",
    73: "paragraph",
    75: "application",
    79: "entry",
    98: "grouping",
    116: "static",
}


@dataclass(frozen=True, slots=True)
class Box:
    """Where a control is on the display, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def within(self, other: Box) -> Box | None:
        """The part of it that lies in another one, if any."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right = min(self.x + self.width, other.x + other.width)
        bottom = min(self.y + self.height, other.y + other.height)
        inside = right > left and bottom > top
        return Box(left, top, right - left, bottom - top) if inside else None


class Gone(Exception):
    """A control ended while it was read."""


@dataclass(frozen=True, slots=True)
class Node:
    """One control as it was when it was read."""

    reader: AccessibilityReader = field(repr=False, compare=False)
    place: Place
    role: str
    name: str
    states: frozenset[str]
    children: tuple[Node, ...] = field(repr=False)

    @property
    def showing(self) -> bool:
        return "showing" in self.states

    @property
    def enabled(self) -> bool:
        return "enabled" in self.states

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, role: str, name: str | None = None) -> list[Node]:
        """Controls of a role, with a name, that are on show somewhere beneath this one."""
        return [
            node
            for node in self.walk()
            if node.role == role and name in (None, node.name) and node.showing
        ]

    @property
    def items(self) -> list[Node]:
        """The items of a list, those that are scrolled out of sight as well."""
        return [node for node in self.walk() if node.role == "list item"]

    def box(self) -> Box:
        """Where it is now."""
        return Box(*self.reader.ask(self.place, "Component", "GetExtents", "u", (0,)))

    def box_at_rest(self) -> Box | None:
        """Where it is, or None when it has moved between two looks."""
        first = self.box()
        return first if self.box() == first else None

    def text(self) -> str:
        """What stands in a text field."""
        count = self.reader.property(self.place, "Text", "CharacterCount")
        return str(self.reader.ask(self.place, "Text", "GetText", "ii", (0, count)))

    def described(self, depth: int = 0) -> str:
        """The tree as lines, for a person who looks for what went wrong."""
        hidden = "" if self.showing else " (hidden)"
        resting = "" if self.enabled else " (resting)"
        line = f"{'  ' * depth}{self.role} {self.name!r}{hidden}{resting}"
        return "\n".join([line, *(child.described(depth + 1) for child in self.children)])


class AccessibilityReader:
    """A connection to the accessibility bus."""

    def __init__(self, bus: str) -> None:
        self._bus = bus
        self._connection: DBusConnection | None = None
        self._pids: dict[str, int] = {}  # the bus never gives a name a second time

    def __enter__(self) -> Self:
        self._connection = open_dbus_connection(bus=self._bus)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def windows_of(self, pid: int) -> list[Node]:
        """The windows of a program, with everything in them; empty when it shows none."""
        for bus_name, path in self.ask((REGISTRY, ROOT), "Accessible", "GetChildren"):
            try:
                if self._pid_of(bus_name) == pid:
                    return list(self._read((bus_name, path)).children)
            except Gone:
                continue
        return []

    def ask(
        self,
        place: Place,
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> Any:
        """The answer of one control; raises Gone when there is none."""
        return self._reply(_call(place, interface, method, signature, body))

    def property(self, place: Place, interface: str, name: str) -> Any:
        """The value of a property of one control."""
        return self._reply(_get(place, interface, name))[1]

    # -------------------------------------------------------------------------------- private

    def _reply(self, message: Message) -> Any:
        (reply,) = self._replies([message.serialise(serial=1)])
        if reply.header.message_type == MessageType.error:
            raise Gone(str(reply.body))
        return reply.body[0]

    def _replies(self, messages: Sequence[bytes]) -> list[Message]:
        """The answers to all of them, which are asked before the first answer is waited for."""
        connection = self._connection
        assert connection is not None, "the reader is closed"
        found: dict[int, Message] = {}
        serials = [next(connection.outgoing_serial) for _ in messages]
        for begin in range(0, len(messages), AT_ONCE):
            asked = serials[begin : begin + AT_ONCE]
            numbered = zip(asked, messages[begin : begin + AT_ONCE], strict=True)
            connection.sock.sendall(b"".join(_with_serial(one, number) for number, one in numbered))
            while any(serial not in found for serial in asked):
                reply = connection.receive(timeout=PATIENCE)
                found[reply.header.fields.get(HeaderFields.reply_serial, -1)] = reply
        return [found[serial] for serial in serials]

    def _pid_of(self, bus_name: str) -> int:
        if bus_name not in self._pids:
            ask = new_method_call(DBUS, "GetConnectionUnixProcessID", "s", (bus_name,))
            self._pids[bus_name] = int(self._reply(ask))
        return self._pids[bus_name]

    def _read(self, root: Place) -> Node:
        """A control with all beneath it, asked for level by level."""
        known: dict[Place, _Read] = {}
        level = [root]
        while level:
            asks = [ask for place in level for ask in _asks(place)]
            answers = [iter(self._replies(asks))] * len(QUESTIONS)
            for place, given in zip(level, zip(*answers, strict=True), strict=True):
                if all(one.header.message_type != MessageType.error for one in given):
                    known[place] = _read_of(given)
            beneath = (child for place in level if place in known for child in known[place].beneath)
            level = [place for place in dict.fromkeys(beneath) if place not in known]
        if root not in known:
            raise Gone(str(root))
        return self._node(root, known)

    def _node(self, place: Place, known: Mapping[Place, _Read]) -> Node:
        read = known[place]
        children = tuple(self._node(child, known) for child in read.beneath if child in known)
        return Node(self, place, read.role, read.name, read.states, children)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was answered for one control."""

    role: str
    name: str
    states: frozenset[str]
    beneath: tuple[Place, ...]


def _call(
    place: Place,
    interface: str,
    method: str,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> Message:
    address = DBusAddress(place[1], bus_name=place[0], interface=ATSPI + interface)
    return new_method_call(address, method, signature, body)


def _get(place: Place, interface: str, name: str) -> Message:
    address = DBusAddress(place[1], bus_name=place[0], interface=ATSPI + interface)
    return Properties(address).get(name)


@lru_cache(maxsize=5000)
def _asks(place: Place) -> tuple[bytes, ...]:
    """The questions as they go over the wire: the same controls are asked again and again."""
    asks = [_call(place, "Accessible", question) for question in QUESTIONS[:-1]]
    asks.append(_get(place, "Accessible", QUESTIONS[-1]))
    return tuple(ask.serialise(serial=1) for ask in asks)


def _with_serial(message: bytes, serial: int) -> bytes:
    """Give a message its number, which every D-Bus header has at the same place."""
    return message[:8] + serial.to_bytes(4, "little") + message[12:]


def _read_of(answers: Sequence[Message]) -> _Read:
    role, (low, high), children, (_, name) = (answer.body[0] for answer in answers)
    bits = low | high << 32
    # What lies in something hidden is not read: nobody sees it, and it would cost time.
    shown = bits >> SHOWING & 1 or role == APPLICATION
    return _Read(
        ROLES.get(role, f"role {role}"),
        str(name),
        frozenset(word for number, word in STATES.items() if bits >> number & 1),
        tuple((bus_name, path) for bus_name, path in children) if shown else (),
    )
