"""What Cheers offers to the till: its callback, its settings, what it builds."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from app.domain.errors import BadCallback
from app.ports.callback import CallbackRequest
from app.vendors._http import Deadlines
from app.vendors.cheers import VENDOR, CheersSettings
from tests.contract.vendors.cheers_side import surroundings


def request_of(*query: tuple[str, str]) -> CallbackRequest:
    return CallbackRequest(query, {}, b"")


class TestCheersCallback:
    reader = VENDOR.build_callback(CheersSettings(), surroundings())

    def test_the_id_is_taken_and_nothing_else(self) -> None:
        assert self.reader.path == "/callbacks/cheers"
        assert self.reader.vendor == "cheers"
        assert self.reader.read(request_of(("orderId", "abc-123-def"), ("x", "y"))) == [
            "abc-123-def"
        ]
        assert self.reader.read(request_of(("orderId", "a" * 128))) == ["a" * 128]

    @pytest.mark.parametrize(
        "query",
        [
            (),
            (("orderid", "a"),),
            (("orderId", ""),),
            (("orderId", "a"), ("orderId", "a")),
            (("orderId", "a" * 129),),
            (("orderId", "a b"),),
            (("orderId", "a\n"),),
            (("orderId", "\x1b@"),),
            (("orderId", "."),),
            (("orderId", ".."),),
            (("orderId", "\u202ea"),),
        ],
        ids=str,
    )
    def test_anything_else_is_a_bad_callback(self, query: tuple[tuple[str, str], ...]) -> None:
        with pytest.raises(BadCallback) as bad:
            self.reader.read(request_of(*query))
        assert bad.value.status == 400


class TestPlugin:
    def test_the_defaults_are_those_of_the_settings_page(self) -> None:
        settings = CheersSettings()
        assert settings.model_dump() == {
            "enabled": False,
            "base_url": "https://api.uniqpon.com",
            "api_key": SecretStr(""),
            "auto_accept": False,
            "auto_accept_up_to": 0.0,
            "auto_accept_from": "",
            "auto_accept_until": "",
            "refresh_seconds": 30.0,
        }
        assert set(CheersSettings(enabled=True).missing()) == {"api_key"}
        assert VENDOR.refresh_seconds(settings) == 30.0

    def test_what_is_built_has_the_deadlines_of_the_shop(self) -> None:
        settings = CheersSettings(enabled=True, api_key=SecretStr("k"))
        vendor = VENDOR.build(settings, surroundings())
        assert (vendor.name, vendor.title) == ("cheers", "Cheers")
        assert vendor.capabilities is VENDOR.capabilities
        assert Deadlines() == Deadlines(connect=3, read=8, write=5, pool=2, call=15)
        vendor.close()
