from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contract.updates.publisher import Publisher


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    publisher = Publisher()
    yield publisher
    publisher.close()
