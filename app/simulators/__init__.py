"""Simulated vendors: one real HTTP server each, for the demo, for trying by hand and for tests.

They know nothing of the program they play a vendor for. `SIMULATORS` names them, `run` runs them.
"""

from app.simulators._registry import SIMULATORS, simulator_class
from app.simulators.running import DEFAULT_KEY, DEFAULT_PORT, run

__all__ = ["DEFAULT_KEY", "DEFAULT_PORT", "SIMULATORS", "run", "simulator_class"]
