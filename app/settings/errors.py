"""What is said when settings cannot be used: problems, one clear line each, never with a secret."""

from collections.abc import Iterable
from dataclasses import dataclass

HIDDEN = "(hidden)"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the settings: where it stands, what is allowed and what to do.

    `value` is already fit to be shown: shortened, escaped, and `(hidden)` where it may be a secret.

    Thread: any.
    """

    file: str
    key: str
    value: str
    allowed: str
    remedy: str

    def __str__(self) -> str:
        """Render the problem as one printable line."""
        subject = f"{self.key} = {self.value}" if self.key and self.value else self.key
        told = f"{subject} {self.allowed}" if subject else self.allowed
        return one_line(f"{self.file}: {told}. {self.remedy}")


class SettingsError(Exception):
    """The settings cannot be used; carries every problem found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; the text of the exception is one line for each."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Unfit(ValueError):
    """Raised by a field's own check: what is wrong (completing "key = value …") and the remedy."""

    def __init__(self, allowed: str, remedy: str = "") -> None:
        """Keep both halves for the problem line."""
        self.allowed = allowed
        self.remedy = remedy
        super().__init__(allowed)


def one_line(text: str) -> str:
    """Escape everything that is not printable, so that the text stays one line on any terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def quoted(text: str, limit: int = 60) -> str:
    """Show a text in double quotes, escaped and shortened."""
    cut = text if len(text) <= limit else text[:limit] + "…"
    return '"' + one_line(cut.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def quoted_key(name: str) -> str:
    """Show a key as it stands in TOML: bare where it can be."""
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name[:60] if bare else quoted(name)


def shown(value: object) -> str:
    """Show a TOML value in one short piece of text; tables and long lists only by their kind."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int):
        return str(value) if value.bit_length() < 128 else "a very large number"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return _shown_list(value)
    return one_line(str(value))[:60]


def shown_safely(value: object) -> str:
    """Show a TOML value, unless it may be an address with a password or a key in it."""
    if isinstance(value, str) and ("@" in value or ("://" in value and "?" in value)):
        return HIDDEN
    if isinstance(value, list) and any(shown_safely(item) == HIDDEN for item in value):
        return HIDDEN
    return shown(value)


def _shown_list(value: list[object]) -> str:
    if len(value) > 8 or any(isinstance(item, dict | list) for item in value):
        return "a list"
    return "[" + ", ".join(shown(item) for item in value) + "]"
