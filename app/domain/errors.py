"""The errors that cross room borders; each edge maps foreign errors to these once.

PultError
├── VendorError
│   ├── VendorUnavailable     retry; `sent` says whether a request left this machine
│   ├── VendorRefused         tell staff
│   │   └── OrderUnknown      the vendor has no such order
│   ├── VendorLoginFailed     lamp red, ask for the key, maybe the ids
│   └── VendorSpokeOddly      keep the raw answer, lamp amber
│       └── VendorSetUpWrong  nothing was taken in: address or rights of this till do not fit
├── DeviceError
│   ├── DeviceMissing         nothing there to talk to
│   └── DeviceNotReady        there, but will not work now
├── StoreError
│   ├── StoreUnavailable      locked, disk full, read-only: try again
│   ├── StoreCorrupt          full-screen stop
│   └── StoreTooNew           written by a newer Pult
├── IllegalMove               not possible in the order's present state
│   └── PinNeeded             the shop wants its PIN before this
└── BadCallback               a callback that is not what the vendor describes
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.refusal import Refusal, kept_refusal

if TYPE_CHECKING:
    from app.domain.staff import GuardedAct


class PultError(Exception):
    """Anything the environment, a vendor or a device did that Pult expects may happen."""


class VendorError(PultError):
    """A vendor did not do what was asked; `vendor` names it."""

    def __init__(self, vendor: str, message: str) -> None:
        super().__init__(f"{vendor}: {message}")
        self.vendor = vendor
        self.message = message


class VendorUnavailable(VendorError):
    """The vendor did not answer usefully.

    `sent` is False when certainly nothing reached the vendor (no connection made, or the vendor
    said it did not act, such as 429); then the call is not an attempt. `answered` is True when it
    was the vendor that said so, `said` its own sentence then. `retry_after` is in seconds.
    """

    def __init__(
        self,
        vendor: str,
        message: str,
        *,
        sent: bool,
        answered: bool = False,
        retry_after: float | None = None,
        said: str = "",
    ) -> None:
        super().__init__(vendor, message)
        self.said = said
        self.sent = sent
        self.answered = answered
        self.retry_after = retry_after


class VendorKeyUnread(VendorUnavailable):
    """This computer does not give the vendor's key, so that nothing was sent; `why` in words."""

    def __init__(self, vendor: str, why: str) -> None:
        super().__init__(vendor, f"its key cannot be read: {why}", sent=False)


class VendorRefused(VendorError):
    """The vendor understood and said no.

    `reason` is its own sentence, `code` its code, `why` our word for it where we have one.
    """

    def __init__(
        self, vendor: str, reason: str, *, code: str = "", why: Refusal | None = None
    ) -> None:
        super().__init__(vendor, f"refused ({code}) {kept_refusal(why, reason)}".strip())
        self.reason = reason
        self.code = code
        self.why = why


class OrderUnknown(VendorRefused):
    """The vendor has no order of that id."""


class VendorLoginFailed(VendorError):
    """The vendor does not let this shop in: its key is not accepted.

    Where `id_may_be_wrong` the answer leaves open whether it is the key, or an id of another shop.
    """

    def __init__(self, vendor: str, message: str, *, id_may_be_wrong: bool = False) -> None:
        super().__init__(vendor, message)
        self.id_may_be_wrong = id_may_be_wrong


class VendorSpokeOddly(VendorError):
    """The answer is not what the vendor's page describes; `raw` keeps it for the store."""

    def __init__(self, vendor: str, message: str, *, raw: str = "") -> None:
        super().__init__(vendor, message)
        self.raw = raw


class VendorSetUpWrong(VendorSpokeOddly):
    """The answer says that the call itself was wrong, such as its address; nothing was taken in,
    and asking again changes nothing until the set-up is another."""


class DeviceError(PultError):
    """A printer or scanner did not do what was asked; `device` is its configured name."""

    def __init__(self, device: str, message: str) -> None:
        super().__init__(f"{device}: {message}")
        self.device = device
        self.message = message


class DeviceMissing(DeviceError):
    """Nothing there to talk to: unplugged, wrong address, refused."""


class DeviceNotReady(DeviceError):
    """It is there but will not work now."""


class StoreError(PultError):
    """The store did not do what was asked."""


class StoreUnavailable(StoreError):
    """The store cannot be written or opened at present."""


class StoreCorrupt(StoreError):
    """The store's file is damaged."""


class StoreTooNew(StoreError):
    """The store was written by a newer Pult than this one."""


class IllegalMove(PultError):
    """The move is not possible in the order's present state."""


class PinNeeded(IllegalMove):
    """The shop guards this `act` by its PIN, and nobody has keyed it in for it."""

    def __init__(self, act: GuardedAct) -> None:
        super().__init__(f"the PIN is needed: {act}")
        self.act = act


class BadCallback(PultError):
    """A callback request is not what the vendor's page describes; `status` is the HTTP answer."""

    def __init__(self, message: str, *, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
