"""What was changed in Settings and is not saved yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal


class Draft(QObject):
    """Changed values by the full name of their key, and what is wrong with them.

    It belongs to the window, not to a page: what was typed outlives a screen that is made anew.
    Secrets in it are SecretStr. `places` remembers which entry of a section was looked at.
    Thread: gui. Signals: `changed` after any of it changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing changed."""
        super().__init__(parent)
        self._values: dict[str, object] = {}
        self._problems: dict[str, str] = {}
        self.places: dict[str, str] = {}

    def has(self, key: str) -> bool:
        """Whether a key was changed."""
        return key in self._values

    def value(self, key: str) -> object:
        """Return what a key was changed to. Raises KeyError for one that was not."""
        return self._values[key]

    def put(self, key: str, value: object, problem: str = "") -> None:
        """Change a key; `problem` says why what was entered cannot be saved."""
        self._values[key] = value
        self._set_problem(key, problem)
        self.changed.emit()

    def drop(self, keys: Iterable[str]) -> None:
        """Forget what these keys were changed to."""
        for key in list(keys):
            self._values.pop(key, None)
            self._problems.pop(key, None)
        self.changed.emit()

    def refuse(self, key: str, problem: str) -> None:
        """Note what is wrong with the value of a key, changed or not."""
        self._set_problem(key, problem)
        self.changed.emit()

    def problem(self, key: str) -> str:
        """Return what is wrong with a key, in words."""
        return self._problems.get(key, "")

    def changes(self, keys: Iterable[str] | None = None) -> Mapping[str, object]:
        """Return the changed values, of all keys or of these."""
        if keys is None:
            return dict(self._values)
        return {key: self._values[key] for key in keys if key in self._values}

    def under(self, table: str) -> tuple[str, ...]:
        """Return the changed keys of a table."""
        return tuple(key for key in self._values if key.startswith(f"{table}."))

    def _set_problem(self, key: str, problem: str) -> None:
        self._problems.pop(key, None)
        if problem:
            self._problems[key] = problem
