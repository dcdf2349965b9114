"""Sentences in two weights: a template with *bold* parts, filled with values that stay plain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a sentence in one weight. Thread: any."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]


def runs(template: str, **values: object) -> Runs:
    """Return the runs of `template`, in which *asterisks* enclose what is bold.

    The values are filled in after the template was cut, so no text from outside is ever bold by
    its own asterisks.
    """
    parts = template.split("*")
    return tuple(
        Run(part.format(**values), bold=place % 2 == 1) for place, part in enumerate(parts) if part
    )


def joined(*sentences: Runs) -> Runs:
    """Return several sentences as one, with a space between them."""
    found: list[Run] = []
    for sentence in sentences:
        if sentence and found:
            found.append(Run(" "))
        found.extend(sentence)
    return tuple(found)


def plain_text(sentence: Runs) -> str:
    """Return the sentence without weights."""
    return "".join(run.text for run in sentence)
