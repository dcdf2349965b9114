"""What a report means where the vendor's words cannot say it all."""

from __future__ import annotations

import pytest

from app.domain.capabilities import Capabilities
from app.domain.meant_here import as_meant_here
from app.domain.push import PushKind, PushState
from app.domain.states import OrderState, Standing
from tests.builders import a_push, a_report, an_order

MUTE = Capabilities(shows_ready=False)
AT_ONCE = Capabilities(accept_completes=True, shows_ready=False)
TOOK_IT = a_push(kind=PushKind.READY, state=PushState.DONE)


@pytest.mark.parametrize(
    ("state", "pushes", "meant"),
    [
        (OrderState.NEW, (), Standing.PREPARING),
        (OrderState.PREPARING, (), Standing.PREPARING),
        (OrderState.PREPARING, (TOOK_IT,), Standing.PREPARING),  # brought back since
        (OrderState.READY, (TOOK_IT,), Standing.READY),
        (OrderState.COLLECTED, (TOOK_IT,), Standing.READY),
        (OrderState.READY, (), Standing.READY),  # the vendor is told of no Ready
        (
            OrderState.READY,
            (a_push(kind=PushKind.READY, state=PushState.REFUSED),),
            Standing.PREPARING,
        ),
        (
            OrderState.COLLECTED,
            (TOOK_IT, a_push(kind=PushKind.READY, state=PushState.WAITING, sequence=2)),
            Standing.PREPARING,
        ),
        (
            OrderState.READY,
            (TOOK_IT, a_push(kind=PushKind.READY, state=PushState.DROPPED, sequence=2)),
            Standing.READY,
        ),
        (
            OrderState.READY,
            (a_push(kind=PushKind.READY, state=PushState.REFUSED, system="oktopos"),),
            Standing.READY,
        ),
    ],
)
def test_accepted_means_ready_where_the_vendor_took_ready(
    state: OrderState, pushes: tuple[object, ...], meant: Standing
) -> None:
    order = an_order(state=state)
    report = a_report(order, standing=Standing.PREPARING)
    assert as_meant_here(report, order, pushes, MUTE).standing is meant  # type: ignore[arg-type]
    assert as_meant_here(report, order, (), Capabilities()) is report


@pytest.mark.parametrize(
    ("state", "meant"),
    [
        (OrderState.PREPARING, Standing.PREPARING),
        (OrderState.READY, Standing.READY),
        (OrderState.LEFT, Standing.PREPARING),
        (OrderState.COLLECTED, Standing.PREPARING),
    ],
)
def test_completed_by_our_own_accept_means_nothing_more(state: OrderState, meant: Standing) -> None:
    order = an_order(state=state)
    report = a_report(order, standing=Standing.COLLECTED)
    assert as_meant_here(report, order, (), AT_ONCE).standing is meant
    assert as_meant_here(report, order, (), MUTE) is report


def test_completed_elsewhere_means_what_it_says() -> None:
    order = an_order(state=OrderState.PREPARING, accepted_here=False)
    report = a_report(order, standing=Standing.COLLECTED)
    assert as_meant_here(report, order, (), AT_ONCE) is report
