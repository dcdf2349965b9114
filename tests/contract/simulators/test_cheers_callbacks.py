"""The simulated Cheers tells a till of its orders and repeats itself until the till says 200."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from app.simulators.cheers import CheersSimulator
from tests.contract.simulators.callback_sink import TOLD_PATH, CallbackSink
from tests.patience import PATIENCE


def outcomes(cheers: CheersSimulator) -> list[str]:
    return [attempt.outcome for attempt in cheers.callback_log]


def test_a_new_order_is_told_without_a_body(cheers: CheersSimulator, sink: CallbackSink) -> None:
    cheers.callback_url = sink.url
    order_id = cheers.place_order()
    assert cheers.wait_for(lambda: outcomes(cheers) == ["delivered"])
    assert sink.targets == [f"{TOLD_PATH}?orderId={order_id}"]
    assert sink.bodies == [(0, b"")]
    assert cheers.callback_log[0].status == 200
    assert cheers.callbacks_pending == 0


def test_the_id_is_encoded_and_a_query_kept(cheers: CheersSimulator, sink: CallbackSink) -> None:
    cheers.callback_url = sink.url + "?till=1"
    cheers.place_order(id="a&b/ő")
    assert sink.wait_for(lambda: sink.targets)
    assert sink.targets == [f"{TOLD_PATH}?till=1&orderId=a%26b%2F%C5%91"]


def test_only_what_can_be_decided_is_told(cheers: CheersSimulator, sink: CallbackSink) -> None:
    cheers.callback_url = sink.url
    quiet = cheers.place_order(callback=False)
    cheers.cancel(quiet)
    late = cheers.place_order(status="NEW")
    cheers.set_status(late, "APPROVABLE")
    assert cheers.wait_for(lambda: outcomes(cheers) == ["delivered"])
    assert sink.targets == [f"{TOLD_PATH}?orderId={late}"]

    cheers.cancel(late, callback=True)
    assert cheers.wait_for(lambda: len(cheers.callback_log) == 2)
    assert sink.targets[1] == sink.targets[0]


def test_a_refused_callback_comes_again_with_growing_pauses(
    cheers: CheersSimulator, sink: CallbackSink
) -> None:
    cheers.callback_url = sink.url
    sink.answers = [503, 404, 302]
    cheers.place_order()
    assert cheers.wait_for(lambda: "delivered" in outcomes(cheers))
    log = cheers.callback_log
    assert [attempt.status for attempt in log] == [503, 404, 302, 200]
    assert [attempt.attempt for attempt in log] == [1, 2, 3, 4]
    pauses = [after.at - before.at for before, after in pairwise(log)]
    assert all(pause >= least for pause, least in zip(pauses, (0.02, 0.04, 0.08), strict=True))
    assert len(set(sink.targets)) == 1


def test_a_till_out_of_reach_is_given_up_after_n_tries(sink: CallbackSink) -> None:
    with CheersSimulator(callback_base_delay=0.01, callback_attempts=3) as cheers:
        # A port on which nobody listens: that of a simulator in an outage.
        with CheersSimulator() as gone:
            cheers.callback_url = f"{gone.base_url}/callbacks/cheers"
        order_id = cheers.place_order()
        assert cheers.wait_for(lambda: "gave_up" in outcomes(cheers))
        assert outcomes(cheers) == ["failed", "failed", "gave_up"]
        assert {attempt.error for attempt in cheers.callback_log} == {"ConnectionRefusedError"}

        cheers.callback_url = sink.url
        cheers.resend_callback(order_id)
        assert sink.wait_for(lambda: sink.targets)


def test_a_lost_callback_never_arrives(cheers: CheersSimulator, sink: CallbackSink) -> None:
    cheers.callback_url = sink.url
    cheers.lose_callbacks()
    lost = cheers.place_order()
    assert outcomes(cheers) == ["lost"]
    cheers.lose_callbacks(False)
    kept = cheers.place_order()
    assert cheers.wait_for(lambda: outcomes(cheers) == ["lost", "delivered"])
    assert sink.targets == [f"{TOLD_PATH}?orderId={kept}"]
    assert cheers.callback_log[0].order_id == lost


def test_duplicates_come_when_asked_for(cheers: CheersSimulator, sink: CallbackSink) -> None:
    cheers.callback_url = sink.url
    cheers.resend_callback("some-id", times=5)
    assert sink.wait_for(lambda: len(sink.targets) == 5)
    assert set(sink.targets) == {f"{TOLD_PATH}?orderId=some-id"}


def test_a_till_that_does_not_answer_holds_up_nobody(sink: CallbackSink) -> None:
    sink.hold()
    with CheersSimulator(callback_timeout=0.2, callback_base_delay=30) as cheers:
        cheers.callback_url = sink.url
        cheers.place_order()
        assert cheers.wait_for(lambda: outcomes(cheers) == ["failed"])
        assert cheers.callback_log[0].error == "TimeoutError"


def test_stop_breaks_off_a_callback_on_the_wire(sink: CallbackSink) -> None:
    sink.hold()
    with CheersSimulator(callback_timeout=30) as cheers:
        cheers.callback_url = sink.url
        cheers.place_order()
        assert sink.wait_for(lambda: sink.targets)
        started = time.monotonic()
    assert time.monotonic() - started < PATIENCE  # the callback had 30 s


@pytest.mark.parametrize("url", ["", "127.0.0.1:8787", "ftp://127.0.0.1/x", "http:///x"])
def test_a_callback_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="callback URL"):
        CheersSimulator(callback_url=url)
