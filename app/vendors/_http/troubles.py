"""What goes wrong on the way to a vendor, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.causes import cause_of
from app.domain.errors import VendorUnavailable
from app.vendors._http.deadline import CallTooLong, NoAddress


@contextmanager
def in_our_words(vendor: str) -> Iterator[None]:
    """Let what httpx raises inside be VendorUnavailable, which says whether anything was sent."""
    import httpx

    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, NoAddress) as error:
        raise unavailable(vendor, "no connection", error, sent=False) from error
    except (httpx.TimeoutException, CallTooLong) as error:
        raise unavailable(vendor, "no answer in time", error, sent=True) from error
    except (httpx.TransportError, httpx.StreamError) as error:
        raise unavailable(vendor, "connection lost", error, sent=True) from error


def unavailable(vendor: str, what: str, error: Exception, *, sent: bool) -> VendorUnavailable:
    """Return that the vendor was not reached, with what the system's error means."""
    return VendorUnavailable(vendor, f"{what} ({cause_of(error)})", sent=sent)


def kind_of(error: Exception) -> str:
    """Return the name of an error that has no words."""
    return type(error).__name__
