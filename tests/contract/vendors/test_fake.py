"""The fake vendor keeps the vendors' contract."""

from __future__ import annotations

import pytest

from app.ports.vendor import VendorPort
from tests.contract.vendors.vendor_contract import OtherSide, VendorContract
from tests.fakes.vendor import FakeVendor


class TestFakeVendor(VendorContract):
    @pytest.fixture
    def side(self) -> OtherSide:
        return FakeVendor()

    @pytest.fixture
    def vendor(self, side: FakeVendor) -> VendorPort:
        return side

    def with_wrong_key(self, vendor: FakeVendor) -> VendorPort:
        vendor.key_accepted = False
        return vendor
