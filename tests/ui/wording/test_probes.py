"""What Test connection says: what the answer means, and the next thing to do."""

from __future__ import annotations

import pytest

from app.ports.vendor import ProbeCause, ProbeWord
from app.ui.theme import Shape
from app.ui.wording.probes import Stands, probe_said

pytestmark = pytest.mark.usefixtures("qapp")
WELL = {"word": "connected"}


@pytest.mark.parametrize(
    ("stands", "line"),
    [
        (Stands(), "Switch “In use” on, then save."),
        (
            Stands(wanted=True, changed=True),
            "Save, then press Restart now; it is at work from then on.",
        ),
        (Stands(wanted=True), "It is at work once Pult is started again."),
        (Stands(at_work=True, wanted=True), ""),
    ],
)
def test_a_good_answer_says_what_is_left_to_do(stands: Stands, line: str) -> None:
    said = probe_said(WELL, "LOKE", stands)
    assert said == (Shape.OK, "LOKE answers and lets this shop in", line)


def test_a_question_that_was_not_asked_is_no_fault_of_the_vendor() -> None:
    shape, head, _ = probe_said({"word": ""}, "LOKE", Stands())
    assert (shape, head) == (Shape.WARN, "LOKE was not asked")


@pytest.mark.parametrize("word", [word for word in ProbeWord if word is not ProbeWord.CONNECTED])
def test_every_other_word_has_its_head_and_its_remedy(word: ProbeWord) -> None:
    shape, head, line = probe_said({"word": word.value}, "LOKE", Stands(at_work=True))
    assert shape is (Shape.WARN if word is ProbeWord.NOT_REACHED else Shape.BAD)
    assert head
    assert line


def test_every_cause_has_words_of_its_own() -> None:
    heads = {
        probe_said({"word": "offline", "cause": cause.value}, "LOKE", Stands())[1]
        for cause in ProbeCause
    }
    assert len(heads) == len(ProbeCause)


def test_calls_are_tested_once_the_vendor_is_at_work() -> None:
    told = {"word": "cannot reach this till", "cause": "nobody answers there"}
    before = probe_said(told, "Cheers", Stands(wanted=True, changed=True))
    after = probe_said(told, "Cheers", Stands(at_work=True, wanted=True))
    assert before[:2] == after[:2] == (Shape.WARN, "Cheers answers, but cannot call this till")
    assert "once this is saved" in before[2]
    assert "tunnel" in after[2]


def test_calls_that_are_not_tested_are_no_good_answer_yet() -> None:
    told = {"word": "connected", "cause": "its calls are not tested"}
    shape, head, line = probe_said(told, "Cheers", Stands(wanted=True, changed=True))
    assert (shape, head) == (Shape.WARN, "Cheers answers; its calls are not tested")
    assert line.startswith("New orders come by its calls alone")
