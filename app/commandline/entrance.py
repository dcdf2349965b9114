"""What `pult check` finds about callbacks, and the door it opens for them meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.bootstrap.adapters import build_callbacks
from app.bootstrap.holders import holder_of_port, pult_in
from app.commandline import advice
from app.commandline.finding import Faults, Finding, Light
from app.domain.errors import StoreUnavailable
from app.intake.listener import CallbackListener, ListenerFailed
from app.ports.vendor import VendorPlugin
from app.settings.settings import Settings


class Door:
    """Answers probes of the public address while the vendors are asked, as a running Pult would."""

    def __init__(
        self, settings: Settings, plugins: Mapping[str, VendorPlugin], faults: Faults
    ) -> None:
        self.finding: Finding | None = None
        self._settings = settings
        self._plugins = plugins
        self._faults = faults
        self._listener: CallbackListener | None = None

    def __enter__(self) -> Door:
        place = self._settings.callbacks
        try:
            self._open()
        except Exception as error:  # whatever it is, the doctor's table must come out whole
            name = f"{place.host}:{place.port}"
            self.finding = self._faults.finding("callbacks", name, error)
        return self

    def _open(self) -> None:
        callbacks = build_callbacks(self._settings, self._plugins)
        if not callbacks:
            return
        place = self._settings.callbacks
        listener = CallbackListener(
            place.host,
            place.port,
            place.token.get_secret_value(),
            callbacks,
            _not_now,
            lambda _nonce: None,
        )
        name = f"{place.host}:{place.port}"
        try:
            listener.start()
        except ListenerFailed as failed:
            self.finding = _not_opened(name, failed, self._settings)
        else:
            self._listener = listener
            self.finding = Finding("callbacks", name, Light.GREEN, "free")

    def __exit__(self, *_error: object) -> None:
        if self._listener is not None:
            self._listener.stop()


def _not_opened(name: str, failed: ListenerFailed, settings: Settings) -> Finding:
    if not failed.is_taken:
        return Finding("callbacks", name, Light.RED, "cannot listen", failed.cause, failed.remedy)
    holder = holder_of_port(settings.callbacks.port)
    if holder is None:
        note = "a running Pult or another program has the port"
        return Finding("callbacks", name, Light.AMBER, "in use", note, advice.PORT_TAKEN)
    if holder == pult_in(settings.data_dir):
        return Finding("callbacks", name, Light.GREEN, "in use", f"Pult is running: {holder}")
    if holder.is_pult:
        who = f"by another Pult: {holder}"
        return Finding("callbacks", name, Light.RED, "in use", who, advice.PORT_OF_PULT)
    return Finding("callbacks", name, Light.RED, "in use", f"by {holder}", advice.PORT_OF_OTHER)


def _not_now(_vendor: str, _ids: Sequence[str]) -> None:
    """A real callback during the check is answered 503, so that the vendor calls again."""
    raise StoreUnavailable("only a check is running")
