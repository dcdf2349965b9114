"""Put resources/ into a wheel as app/_resources; an editable install reads the source tree."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):
    """Adds the forced folder; the build calls it once for each wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"][str(Path(self.root) / "resources")] = "app/_resources"
