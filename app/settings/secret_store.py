"""Where secrets live outside the settings file: the OS keyring, else our own `secrets.toml`.

`secrets.toml` stands beside the settings file, is readable by its owner only, and is read before
the keyring: what it holds was put there because the keyring did not work.
"""

import logging
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.settings.errors import Problem, SettingsError
from app.settings.files import cannot, exists, read_toml, write_atomically

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

logger = logging.getLogger(__name__)

SERVICE: Final = "pult"
NO_KEYRING: Final = "no keyring to trust on this computer"
LEFT_LOCKED: Final = "the keyring is still locked: unlock it, or log in with the password"
"""Said where nothing came up on the screen: asking again disturbs nobody."""
_LOCKED: Final = "the keyring is locked: unlock it, or log in with the password"
_SECRET_SERVICE: Final = "keyring.backends.SecretService"
_REFUSED: Final = ("keyrings.alt", "keyring.backends.fail", "keyring.backends.null")


def secrets_path(config: Path) -> Path:
    """Name the secrets file that belongs to a settings file."""
    return config.parent / "secrets.toml"


def read_secrets_file(path: Path) -> dict[str, str]:
    """Read all secrets of the file, keyed by their full names; a missing file holds none.

    Takes away others' right to read it. Raises SettingsError.
    """
    if not exists(path):
        return {}
    data = read_toml(path)
    _close_to_others(path)
    bad = [key for key, value in data.items() if not isinstance(value, str)]
    if bad:
        raise SettingsError(
            Problem(str(path), key, "(hidden)", "must be a text", "Write it in double quotes.")
            for key in bad
        )
    return {key: str(value) for key, value in data.items()}


def write_secrets_file(path: Path, secrets: Mapping[str, str]) -> None:
    """Replace the file's secrets; raises SettingsError when it cannot be written."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("Secrets of Pult, kept here because no keyring could be used."))
    for key in sorted(secrets):
        document.add(tomlkit.key(key), tomlkit.string(secrets[key]))
    write_atomically(path, tomlkit.dumps(document).encode(), mode=0o600)


def _close_to_others(path: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        mode = path.stat().st_mode
        if mode & 0o077:
            path.chmod(0o600)
            logger.warning(
                "secrets file was open to others", extra={"event": "secrets_file_closed"}
            )
    except OSError as fault:
        raise SettingsError([cannot("be closed to others", path, fault)]) from None


def ask_keyring(
    keys: Sequence[str], seconds: float, *, may_prompt: bool = True
) -> tuple[dict[str, str], str]:
    """Look secrets up in the OS keyring; gives those found, and what was wrong ("" when nothing).

    Unless it `may_prompt`, one that would ask for its password is left locked, where that is known
    before.

    Never takes longer than `seconds` in all, never raises: a keyring may be locked, absent or
    wait for a password nobody types.
    """
    found: dict[str, str] = {}

    def ask(backend: "KeyringBackend") -> None:
        if not may_prompt and _would_prompt(backend):
            raise _LeftLocked
        for key in keys:
            secret = backend.get_password(SERVICE, key)
            if secret:
                found[key] = secret

    trouble = _with_keyring(ask, seconds)
    return dict(found), trouble


def tell_keyring(key: str, secret: str, seconds: float) -> str:
    """Put a secret into the OS keyring and read it back; gives what was wrong ("" when nothing)."""
    kept: list[bool] = []

    def tell(backend: "KeyringBackend") -> None:
        backend.set_password(SERVICE, key, secret)
        kept.append(backend.get_password(SERVICE, key) == secret)

    trouble = _with_keyring(tell, seconds)
    return trouble or ("" if kept == [True] else "the keyring did not keep it")


def _with_keyring(work: "Callable[[KeyringBackend], None]", seconds: float) -> str:
    troubles: list[str] = []

    def run() -> None:
        try:
            backend = _trusted_backend()
            if backend is None:
                troubles.append(NO_KEYRING)
            else:
                work(backend)
        except Exception as fault:  # backends raise whatever their D-Bus or OS library raises
            troubles.append(_trouble_of(fault))

    # A daemon thread: a keyring that waits for its password must not keep the program alive.
    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        troubles.append(
            f"the keyring did not answer within {seconds:g} s; it may wait for its password"
        )
    if troubles:
        logger.info("keyring not used", extra={"event": "keyring_not_used", "cause": troubles[0]})
    return troubles[0] if troubles else ""


def _would_prompt(backend: "KeyringBackend") -> bool:
    """Whether the Secret Service would have to be unlocked; others tell nobody before."""
    if not type(backend).__module__.startswith(_SECRET_SERVICE):
        return False
    from contextlib import closing

    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        chosen = getattr(backend, "preferred_collection", "")
        if chosen:
            return bool(secretstorage.Collection(bus, chosen).is_locked())
        return bool(secretstorage.get_default_collection(bus).is_locked())


class _LeftLocked(Exception):
    """The keyring is locked, and was not asked to be unlocked."""


def _trouble_of(fault: Exception) -> str:
    from keyring.errors import KeyringLocked

    if isinstance(fault, _LeftLocked):
        return LEFT_LOCKED
    if isinstance(fault, KeyringLocked):
        return _LOCKED
    return f"the keyring failed ({type(fault).__name__})"


def _trusted_backend() -> "KeyringBackend | None":
    import keyring

    backend = keyring.get_keyring()
    chained = getattr(backend, "backends", None)
    candidates = list(chained) if chained is not None else [backend]
    return next((one for one in candidates if _is_trusted(one)), None)


def _is_trusted(backend: object) -> bool:
    return not any(kind.__module__.startswith(_REFUSED) for kind in type(backend).__mro__)
