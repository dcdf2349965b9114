"""What a screen reader sees of a program: its tree of controls, read over the accessibility bus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
DBUS = DBusAddress(
    "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
)
SECONDS = 10.0

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
    place: tuple[str, str]
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
        place: tuple[str, str],
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> Any:
        """The answer of one control; raises Gone when there is none."""
        address = DBusAddress(place[1], bus_name=place[0], interface=ATSPI + interface)
        return self._reply(new_method_call(address, method, signature, body))

    def property(self, place: tuple[str, str], interface: str, name: str) -> Any:
        """The value of a property of one control."""
        address = DBusAddress(place[1], bus_name=place[0], interface=ATSPI + interface)
        return self._reply(Properties(address).get(name))[1]

    # -------------------------------------------------------------------------------- private

    def _reply(self, message: Any) -> Any:
        assert self._connection is not None, "the reader is closed"
        reply = self._connection.send_and_get_reply(message, timeout=SECONDS)
        if reply.header.message_type == MessageType.error:
            raise Gone(str(reply.body))
        return reply.body[0]

    def _pid_of(self, bus_name: str) -> int:
        return int(
            self._reply(new_method_call(DBUS, "GetConnectionUnixProcessID", "s", (bus_name,)))
        )

    def _read(self, place: tuple[str, str]) -> Node:
        role = self.ask(place, "Accessible", "GetRole")
        name = str(self.property(place, "Accessible", "Name"))
        low, high = self.ask(place, "Accessible", "GetState")
        bits = low | high << 32
        children = []
        # What lies in something hidden is not read: nobody sees it, and it would cost time.
        shown = bits >> SHOWING & 1 or role == APPLICATION
        for child in self.ask(place, "Accessible", "GetChildren") if shown else ():
            try:
                children.append(self._read(tuple(child)))
            except Gone:
                continue
        return Node(
            self,
            place,
            ROLES.get(role, f"role {role}"),
            name,
            frozenset(word for number, word in STATES.items() if bits >> number & 1),
            tuple(children),
        )
