"""Pictures of a new till: the guide of its first start, and a vendor tried before it is saved."""

from __future__ import annotations

from picture_stage import Scene, Stage

from tests.e2e.harness.new_till import enter, go_to, switch_on


def first_start(stage: Stage) -> None:
    """The guide's first page, and LOKE's in its third step, all entered and well."""
    till = stage.counter.launch_new()
    screen = till.screen
    screen.wait_until_open()
    screen.wait_for_text("Welcome to Pult")
    stage.save("first-start")
    go_to(screen, "Who sends you orders?")
    screen.press("LOKE")
    switch_on(screen, "In use")
    enter(screen, "Address", stage.loke.base_url)
    enter(screen, "Organization id", stage.loke.organization_id)
    enter(screen, "Location id", stage.loke.location_id)
    enter(screen, "Token", stage.loke.token)
    screen.press("Test connection")
    screen.wait_for_text("LOKE answers")
    stage.save("vendor-tested")
    till.end_well()


FIRST_START: tuple[Scene, ...] = (first_start,)
