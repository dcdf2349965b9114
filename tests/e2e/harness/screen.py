"""The window of a running Pult, as somebody sees and touches it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic
from typing import Protocol, TypeVar

from tests.e2e.harness.accessibility import AccessibilityReader, Box, Gone, Node, Place
from tests.e2e.harness.desktop import Display
from tests.e2e.harness.waiting import wait_until
from tests.patience import PATIENCE

Found = TypeVar("Found")
COLUMNS = ("New", "Preparing", "Ready")
BOUNCE_SECONDS = 0.5  # within 0.4 s a second tap at a place may be a finger that bounced


class Running(Protocol):
    """What a screen belongs to."""

    @property
    def pid(self) -> int: ...

    @property
    def running(self) -> bool: ...

    @property
    def err(self) -> str: ...


class Screen:
    """Finds controls by role and accessible name, and uses them with the mouse and the keyboard."""

    def __init__(self, display: Display, reader: AccessibilityReader, program: Running) -> None:
        self._display = display
        self._reader = reader
        self.program = program
        self._lifted_at = float("-inf")

    # --------------------------------------------------------------------------------- looking

    def windows(self) -> list[Node]:
        """What is open at this moment."""
        assert self.program.running, f"Pult has ended: {self.program.err}"
        try:
            return self._reader.windows_of(self.program.pid)
        except Gone:
            return []

    def described(self) -> str:
        """Everything that can be seen, as lines."""
        return "\n".join(window.described() for window in self.windows())

    def find(self, role: str, name: str | None = None, inside: Node | None = None) -> Node | None:
        """The first such control on show, or None."""
        roots = [inside] if inside is not None else self.windows()
        found = [node for root in roots for node in root.all(role, name)]
        return found[0] if found else None

    def wait_for(
        self, look: Callable[[], Found], what: str, timeout: float = PATIENCE, pause: float = 0.03
    ) -> Found:
        """Wait for a condition; when it does not come the whole screen stands in the error.

        What goes from the screen while it is looked at is looked for again.
        """

        def seen() -> Found | None:
            with suppress(Gone):
                return look()
            return None

        found = wait_until(seen, lambda: f"{what}; on screen:\n{self.described()}", timeout, pause)
        assert found is not None
        return found

    def wait_until_open(self, timeout: float = PATIENCE) -> Node:
        """Wait for the window and give it the keyboard, as a window manager would."""
        window = self.wait_for(lambda: self.find("frame", "Pult"), "the window", timeout)
        ids = self._display.xdotool(
            *("search", "--onlyvisible", "--all", "--pid", self.program.pid, "--name", "^Pult$")
        )
        self._display.xdotool("windowfocus", ids.split()[0])
        return window

    # ----------------------------------------------------------------------------------- board

    def cards(self, column: str) -> list[str]:
        """The names of a column's cards, from the top."""
        node = self.find("list", column)
        return [item.name for item in node.items] if node is not None else []

    def board(self) -> dict[str, list[str]]:
        """The names of the cards of each column, read at once."""
        windows = self.windows()
        found: dict[str, list[str]] = {column: [] for column in COLUMNS}
        for window in windows:
            for column in COLUMNS:
                for node in window.all("list", column):
                    found[column] = [item.name for item in node.items]
        return found

    def card(self, number: str, column: str) -> Node | None:
        """The card that begins with a number."""
        node = self.find("list", column)
        return _card_in(node, number) if node is not None else None

    def wait_for_card(self, number: str, column: str, timeout: float = PATIENCE) -> str:
        """Wait until an order stands in a column; gives the card's name."""
        card = self.wait_for(
            lambda: self.card(number, column), f"{number} in {column}", timeout, 0.05
        )
        return card.name

    def wait_until_gone(self, number: str, timeout: float = PATIENCE) -> None:
        """Wait until no column has the order any more."""
        self.wait_for(
            lambda: all(
                not name.startswith(f"{number},")
                for names in self.board().values()
                for name in names
            ),
            f"{number} to leave the board",
            timeout,
        )

    def open_order(self, number: str, column: str) -> Node:
        """Tap an order's card once it has stopped moving, and wait for its panel."""
        self.wait_for_card(number, column)
        box = self.wait_for(lambda: self._box_at_rest(number, column), f"{number} to lie still")
        self.tap_at(box)
        return self.wait_for_order(number)

    def _box_at_rest(self, number: str, column: str) -> Box | None:
        """Where the part of a card is that is in sight, when it is found there twice in a row.

        The column is rolled towards a card that is not in sight.
        """
        boxes = [self._boxes(number, column) for _ in range(2)]
        if boxes[0] is None or boxes[0] != boxes[1]:
            return None
        cards, card = boxes[0]
        in_sight = card.within(cards)
        if in_sight is None:
            self._display.xdotool("mousemove", *cards.centre, "click", 4 if card.y < cards.y else 5)
        return in_sight

    def _boxes(self, number: str, column: str) -> tuple[Box, Box] | None:
        cards = self.find("list", column)
        card = _card_in(cards, number) if cards is not None else None
        return (cards.box(), card.box()) if cards is not None and card is not None else None

    def wait_for_order(self, number: str, timeout: float = PATIENCE) -> Node:
        """Wait until the panel shows this order."""
        return self.wait_for(lambda: self.order(number), f"the panel of {number}", timeout)

    def order(self, number: str) -> Node | None:
        """The group of the opened order."""
        return self.find("panel", f"Order {number}")

    # --------------------------------------------------------------------------- other places

    def labels(self, group: str) -> list[str]:
        """The labels of a group."""
        node = self.find("panel", group)
        return [label.name for label in node.all("label")] if node is not None else []

    def status(self) -> list[str]:
        """What the lamps say."""
        return self.labels("Status")

    def messages(self) -> list[str]:
        """What the message strip says."""
        return self.labels("Messages")

    def wait_for_status(self, text: str, timeout: float = PATIENCE) -> None:
        self.wait_for(lambda: text in self.status(), f"the lamp {text!r}", timeout)

    def wait_for_text(self, part: str, timeout: float = PATIENCE) -> Node:
        """Wait until some control's name contains a text."""

        def look() -> Node | None:
            nodes = (node for window in self.windows() for node in window.walk())
            return next((node for node in nodes if part in node.name and node.showing), None)

        return self.wait_for(look, f"the text {part!r}", timeout)

    def dialog(self, title: str) -> Node | None:
        return self.find("dialog", title)

    def wait_for_dialog(self, title: str, timeout: float = PATIENCE) -> Node:
        return self.wait_for(lambda: self.dialog(title), f"the dialog {title!r}", timeout)

    def wait_for_dialog_alone(self, title: str, timeout: float = PATIENCE) -> None:
        """Wait until nothing but this dialog lies over the board, no answer to a scan either."""
        self.wait_for(
            lambda: [node.name for node in self._dialogs()] == [title],
            f"the dialog {title!r} alone",
            timeout,
        )

    def wait_for_answer(self, part: str, timeout: float = PATIENCE) -> None:
        """Wait for the answer to a scan: it covers the window for a moment, then is a message."""

        def look() -> bool:
            windows = self.windows()
            said = [node for window in windows for node in window.all("dialog")]
            for strip in (node for window in windows for node in window.all("panel", "Messages")):
                said += strip.all("label")
            return any(part in node.name for node in said)

        self.wait_for(look, f"an answer with {part!r}", timeout)

    def wait_until_clear(self, timeout: float = PATIENCE) -> None:
        """Wait until no dialog and no answer to a scan lies over the board."""
        self.wait_for(lambda: not self._dialogs(), "a clear board", timeout)

    def _dialogs(self) -> list[Node]:
        return [node for window in self.windows() for node in window.all("dialog")]

    # ---------------------------------------------------------------------------------- hands

    def button(self, name: str, inside: Node | None = None) -> Node | None:
        return self.find("button", name, inside)

    def press(self, name: str, *, within: Callable[[], Node | None] | None = None) -> None:
        """Tap a button with real input, once it is there and does not rest."""

        def look() -> Box | None:
            root = within() if within is not None else None
            if within is not None and root is None:
                return None
            found = self.button(name, root)
            return found.box_at_rest() if found is not None and found.enabled else None

        self.tap_at(self.wait_for(look, f"the button {name!r}"))

    def press_move(self, number: str, name: str) -> None:
        """Tap a move of the opened order."""
        self.press(name, within=lambda: self.order(number))

    def press_in(self, title: str, name: str) -> None:
        """Tap a button of a dialog."""
        self.press(name, within=lambda: self.dialog(title))

    def choose_in(self, title: str, name: str) -> None:
        """Tap one of a dialog's choices."""

        def look() -> Box | None:
            found = self._choice(title, name)
            return found.box_at_rest() if found is not None else None

        self.tap_at(self.wait_for(look, f"the choice {name!r}"))

    def _choice(self, title: str, name: str) -> Node | None:
        dialog = self.dialog(title)
        if dialog is None:
            return None
        return self.find("radio button", name, dialog) or self.find("check box", name, dialog)

    def tap(self, node: Node) -> None:
        self.tap_at(node.box())

    def tap_at(self, box: Box, times: int = 1) -> None:
        """Tap the middle; `times` as fast as a nervous finger.

        What the tap before brought up in its place is not tapped before it is taken for another.
        """
        wait_until(lambda: monotonic() - self._lifted_at > BOUNCE_SECONDS, "the finger to settle")
        clicks: Sequence[object] = ("click", "--repeat", times, "--delay", 60, 1)
        self._display.xdotool("mousemove", *box.centre, *clicks)
        self._lifted_at = monotonic()

    def type(self, text: str) -> None:
        """Type on the keyboard into whatever has the focus."""
        self._display.xdotool("type", "--delay", 5, text)

    def key(self, *names: str) -> None:
        """Press keys such as Return, Escape, Tab, ctrl+a."""
        self._display.xdotool("key", *names)

    def reach(self, there: Callable[[], object], most: int = 40) -> None:
        """Press Tab until the focus is where it is wanted."""
        for _ in range(most):
            if there():
                return
            self._tab()
        raise AssertionError(f"not reached with {most} Tabs; on screen:\n{self.described()}")

    def has_focus(self, role: str, name: str) -> bool:
        """Whether such a control has the focus."""
        node = self.find(role, name)
        return node is not None and "focused" in node.states

    def _tab(self) -> None:
        """Press Tab, and see the focus move before anybody presses it again."""
        before = self._focused()
        self.key("Tab")
        with suppress(AssertionError):  # it may be where nothing is on show
            self.wait_for(lambda: self._focused() != before, "the focus to move", 2)

    def _focused(self) -> set[Place]:
        """What has the focus."""
        nodes = (node for window in self.windows() for node in window.walk())
        return {node.place for node in nodes if "focused" in node.states}


def _card_in(cards: Node, number: str) -> Node | None:
    return next((item for item in cards.items if item.name.split(", ")[0] == number), None)
