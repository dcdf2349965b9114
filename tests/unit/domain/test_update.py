from __future__ import annotations

import pytest

from app.domain.update import version_order


def test_versions_are_compared_by_number_not_by_letter() -> None:
    assert version_order("1.10.0") > version_order("1.9.12")


@pytest.mark.parametrize("odd", ["", "1.3", "1.3.0rc1", "v1.3.0", "1.3.0 ", "1.-3.0", "9" * 50])
def test_what_is_no_release_is_no_version(odd: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        version_order(odd)
