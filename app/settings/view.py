"""What may be known of one key of the settings outside this room; never a secret."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from app.settings.at_start import holds_at_start
from app.settings.explain import allowed_text, limits
from app.settings.fields import ClockTime, Needed, is_empty, is_hidden

_CLOCK: Final = next(mark for mark in get_args(ClockTime)[1:] if hasattr(mark, "func"))


class KeyKind(StrEnum):
    """How a value is entered. HIDDEN: it is told only whether it is set."""

    SWITCH = "switch"
    CHOICE = "choice"
    CHOICES = "choices"
    WHOLE = "whole"
    NUMBER = "number"
    CLOCK = "clock"
    TEXT = "text"
    TEXTS = "texts"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingView:
    """One key: what it may be, what it is unless given, what it is now.

    `key` is its full name as it is written (`till.name`, `printers.0.host`). Of HIDDEN keys
    `value` and `default` tell whether something is set. `allowed` completes "must be …".
    `source` is empty while the default holds, else "file" or words; see `Settings.sources`.

    Thread: any.
    """

    key: str
    kind: KeyKind
    value: object
    default: object = None
    description: str = ""
    allowed: str = ""
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    longest: int | None = None
    source: str = ""
    needed: bool = False
    at_start: bool = False

    @property
    def name(self) -> str:
        """The key without its table."""
        return self.key.rpartition(".")[2]

    @property
    def table(self) -> str:
        """The table of the key: `till`, `vendors.cheers`, `printers.0`."""
        return self.key.rpartition(".")[0]

    @property
    def pattern(self) -> str:
        """The key as all entries of a list share it: `printers.host`."""
        return ".".join(part for part in self.key.split(".") if not part.isdecimal())

    @property
    def locked_by(self) -> str:
        """The environment variable that decides the value whatever the file says, or nothing."""
        return self.source.removeprefix(ENVIRONMENT) if self.source.startswith(ENVIRONMENT) else ""


ENVIRONMENT: Final = "environment "


def view_of(key: str, info: FieldInfo, value: object, source: str = "") -> SettingView:
    """Return the view of a field under the full name `key`, whose value is now `value`."""
    kind = _kind(info)
    low, high, longest = (limits(info, name) for name in ("ge", "le", "max_length"))
    default: object = None
    if not info.is_required():
        default = info.get_default(call_default_factory=True, validated_data={})
    if is_hidden(info):
        default, value = _is_set(default), _is_set(value)
    return SettingView(
        key=key,
        kind=kind,
        value=value,
        default=default,
        description=info.description or "",
        allowed=allowed_text(info),
        choices=_choices(info.annotation),
        least=max(low, default=None),
        most=min(high, default=None),
        longest=int(min(longest)) if longest else None,
        source=source,
        needed=info.is_required() or any(isinstance(mark, Needed) for mark in info.metadata),
        at_start=holds_at_start(key),
    )


def _is_set(value: object) -> bool:
    return value if isinstance(value, bool) else not is_empty(value)


def _kind(info: FieldInfo) -> KeyKind:
    annotation, origin = info.annotation, get_origin(info.annotation)
    if is_hidden(info):
        return KeyKind.HIDDEN
    if origin is Literal:
        return KeyKind.CHOICE
    if origin is tuple:
        return KeyKind.CHOICES if _choices(annotation) else KeyKind.TEXTS
    if _CLOCK in info.metadata:
        return KeyKind.CLOCK
    return _PLAIN.get(annotation, KeyKind.TEXT)


_PLAIN: Final[dict[Any, KeyKind]] = {
    bool: KeyKind.SWITCH,
    int: KeyKind.WHOLE,
    float: KeyKind.NUMBER,
}


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is tuple:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is not Literal:
        return ()
    return tuple(_texts(get_args(annotation)))


def _texts(values: Iterable[object]) -> Iterable[str]:
    return (str(value) for value in values)
