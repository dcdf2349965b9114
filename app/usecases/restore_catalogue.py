"""Bring back the catalogue as it was before the last import."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.catalogue_news import CatalogueChanged
from app.domain.news import News
from app.domain.product import CatalogueStep
from app.domain.staff import GuardedAct
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.show_catalogue import conclude_catalogue


@dataclass(frozen=True, slots=True)
class RestoreCatalogue:
    """Let the catalogue and the previous one change places."""


def restore_catalogue(_command: RestoreCatalogue, desk: Desk) -> list[News]:
    """Bring the previous catalogue back; done again, it takes that back.

    Where no catalogue was ever set aside nothing happens, and NOTHING_TO_RESTORE says so.
    """
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        if not work.catalogue.bring_back(desk.clock.now()):
            return [CatalogueChanged(CatalogueStep.NOTHING_TO_RESTORE)]
        return conclude_catalogue(work, desk, CatalogueChanged(CatalogueStep.RESTORED))
