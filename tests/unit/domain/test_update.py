from __future__ import annotations

import pytest

from app.domain.notice import NoticeCode
from app.domain.update import UpdateFault, version_order


def test_versions_are_compared_by_number_not_by_letter() -> None:
    assert version_order("1.10.0") > version_order("1.9.12")


@pytest.mark.parametrize("odd", ["", "1.3", "1.3.0rc1", "v1.3.0", "1.3.0 ", "1.-3.0", "9" * 50])
def test_what_is_no_release_is_no_version(odd: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        version_order(odd)


def test_what_somebody_may_have_changed_has_another_code_than_what_did_not_come() -> None:
    not_trusted = {each for each in UpdateFault if each.code is NoticeCode.UPDATE_NOT_TRUSTED}
    assert not_trusted == {
        UpdateFault.TOO_LARGE,
        UpdateFault.BAD_SIGNATURE,
        UpdateFault.ROLLED_BACK,
        UpdateFault.WRONG_FILE,
    }
    others = {each.code for each in UpdateFault if each not in not_trusted}
    assert others == {NoticeCode.NO_UPDATE}
