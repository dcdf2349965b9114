"""Take a catalogue file in; what was the catalogue before can be brought back."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.catalogue.compare import compare
from app.domain.catalogue.read import CatalogueFile
from app.domain.catalogue_news import CatalogueChanged
from app.domain.news import News
from app.domain.product import CatalogueStep
from app.domain.staff import GuardedAct
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.show_catalogue import conclude_catalogue


@dataclass(frozen=True, slots=True)
class ImportCatalogue:
    """Merge a file into the catalogue; with `remove_missing` what it does not name is removed."""

    file: CatalogueFile
    remove_missing: bool = False


def import_catalogue(command: ImportCatalogue, desk: Desk) -> list[News]:
    """Set the catalogue aside and take the file in, in one commit.

    A file with a bad row is not taken, and one that changes nothing sets nothing aside.
    """
    if command.file.bad:
        return []
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        told = compare(work.catalogue.all(), command.file)
        gone = told.missing if command.remove_missing else ()
        changed = CatalogueChanged(
            CatalogueStep.IMPORTED,
            added=len(told.added),
            changed=len(told.changed),
            removed=len(gone),
        )
        if told.to_keep or gone:
            work.catalogue.set_aside(desk.clock.now())
            work.catalogue.put(*told.to_keep)
            work.catalogue.remove(*(product.product_id for product in gone))
        return conclude_catalogue(work, desk, changed)
