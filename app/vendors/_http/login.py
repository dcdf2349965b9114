"""A login that changes: a token fetched with OAuth2 client credentials, and fetched anew."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import quote_plus

from app.domain.errors import (
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)

if TYPE_CHECKING:
    from app.vendors._http.client import VendorHttp

_EARLY: Final = 30.0  # s before its end a token is not used any more
_YOUNG: Final = 30.0  # s in which a token that is refused is not fetched again
_LONGEST_TOKEN: Final = 16_384


class Login(Protocol):
    """What gives the `Authorization` header of each call. Thread: any."""

    def header(self) -> str:
        """Return the header's value; raises VendorError when there is none to be had."""
        ...

    def refused(self, header: str) -> bool:
        """Note that the vendor did not accept that value; whether to try once more with another."""
        ...

    def hidden(self) -> tuple[str, ...]:
        """Return what may stand in no error's text."""
        ...

    def close(self) -> None:
        """Let go of all connections."""
        ...


class ClientCredentials(Login):
    """OAuth2 client credentials (RFC 6749, 4.4): id and secret against a token for some time.

    `http` is the access to the token's address, opened by whoever makes this. Nothing of a call
    has left when its token could not be had, so errors say so.

    Thread: any; one thread fetches, others wait for it.
    """

    def __init__(
        self,
        vendor: str,
        client_id: str,
        client_secret: str,
        http: Callable[[tuple[str, ...]], VendorHttp],
    ) -> None:
        self._vendor = vendor
        pair = f"{quote_plus(client_id)}:{quote_plus(client_secret)}"
        self._basic = f"Basic {b64encode(pair.encode()).decode()}"
        self._secrets = tuple(part for part in (client_secret, self._basic[6:]) if part)
        self._http = http(self._secrets)
        self._lock = threading.Lock()
        self._token = ""
        self._since = self._until = float("-inf")

    def header(self) -> str:
        """Return the present token's header, fetching a token where there is none."""
        with self._lock:
            if not self._token or monotonic() >= self._until:
                self._fetch()
            return f"Bearer {self._token}"

    def refused(self, header: str) -> bool:
        """Forget that token; one that was fetched just now is no better the second time."""
        with self._lock:
            if header != f"Bearer {self._token}":
                return True  # another call has fetched one since
            young = monotonic() - self._since < _YOUNG
            self._until = float("-inf")
            return not young

    def hidden(self) -> tuple[str, ...]:
        """Return the secret and the present token."""
        token = self._token
        return (*self._secrets, token) if token else self._secrets

    def close(self) -> None:
        """Let go of all connections."""
        self._http.close()

    def _fetch(self) -> None:
        form = {"grant_type": "client_credentials"}
        try:
            reply = self._http.post_form("", form, authorization=self._basic)
        except VendorUnavailable as error:
            raise VendorUnavailable(
                self._vendor,
                f"log-in: {error.message}",
                sent=False,
                answered=error.answered,
                retry_after=error.retry_after,
            ) from error
        except (VendorRefused, VendorLoginFailed) as error:
            code = f" (HTTP {error.code})" if isinstance(error, VendorRefused) else ""
            said = f"client_id or client_secret not accepted{code}"
            raise VendorLoginFailed(self._vendor, said) from error
        except VendorSpokeOddly as error:
            said = f"log-in: {error.message}"
            # Not chained: what was read may hold a token.
            raise VendorUnavailable(self._vendor, said, sent=False, answered=True) from None
        token = _token_in(reply.data)
        if not token:
            said = "log-in: no token in the answer"
            raise VendorUnavailable(self._vendor, said, sent=False, answered=True)
        now = monotonic()
        lasts = _seconds(reply.data.get("expires_in"))
        self._token, self._since = token, now
        # One that ends within moments is used at least for the call it was fetched for.
        self._until = float("inf") if lasts is None else now + max(lasts - _EARLY, 1.0)


def _token_in(data: Any) -> str:
    if not isinstance(data, dict):
        return ""
    token, kind = data.get("access_token"), data.get("token_type", "Bearer")
    if not isinstance(token, str) or not isinstance(kind, str) or kind.lower() != "bearer":
        return ""
    fits = token.isascii() and token.isprintable() and " " not in token
    return token if fits and len(token) <= _LONGEST_TOKEN else ""


def _seconds(value: Any) -> float | None:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:12])
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return min(max(float(value), 0.0), 10_000_000.0)
