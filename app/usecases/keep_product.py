"""Add, change or remove one product of the catalogue by hand: part of Settings."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.catalogue_news import CatalogueChanged
from app.domain.news import News
from app.domain.product import CatalogueStep, Product
from app.domain.staff import GuardedAct
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.show_catalogue import conclude_catalogue


@dataclass(frozen=True, slots=True)
class KeepProduct:
    """Keep a product as it now is, known before or not."""

    product: Product


@dataclass(frozen=True, slots=True)
class RemoveProduct:
    """Forget a product; orders that hold its id show the id again."""

    product_id: str


def keep_product(command: KeepProduct, desk: Desk) -> list[News]:
    """Put the product into the catalogue."""
    product_id = command.product.product_id
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        is_new = product_id not in work.catalogue.products([product_id])
        work.catalogue.put(command.product)
        changed = CatalogueChanged(
            CatalogueStep.KEPT, added=int(is_new), changed=int(not is_new), product_id=product_id
        )
        return conclude_catalogue(work, desk, changed)


def remove_product(command: RemoveProduct, desk: Desk) -> list[News]:
    """Take the product out of the catalogue; nothing happens when it is not there."""
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        work.catalogue.remove(command.product_id)
        changed = CatalogueChanged(CatalogueStep.REMOVED, removed=1, product_id=command.product_id)
        return conclude_catalogue(work, desk, changed)
