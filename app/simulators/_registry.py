"""Which vendors can be simulated; their modules are loaded when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.simulators._server import HttpSimulator

SIMULATORS: dict[str, str] = {
    "cheers": "app.simulators.cheers:CheersSimulator",
    "cheerfy": "app.simulators.cheerfy:CheerfySimulator",
    "loke": "app.simulators.loke:LokeSimulator",
    "akinon": "app.simulators.akinon:AkinonSimulator",
    "oktopos": "app.simulators.oktopos:OktoposSimulator",
}


def simulator_class(name: str) -> type[HttpSimulator]:
    """The simulator of this vendor; raises ValueError naming the known ones."""
    if name not in SIMULATORS:
        known = ", ".join(sorted(SIMULATORS))
        raise ValueError(f"there is no simulator named {name!r}; there is: {known}")
    module, _, attribute = SIMULATORS[name].partition(":")
    found: type[HttpSimulator] = getattr(import_module(module), attribute)
    return found
