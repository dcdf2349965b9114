"""What the core tells the screen of the catalogue and of the files it is read from."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.catalogue.compare import Comparison
from app.domain.catalogue.entries import CatalogueEntry
from app.domain.catalogue.read import CatalogueFile
from app.domain.product import CatalogueStep, PreviousCatalogue


@dataclass(frozen=True, slots=True)
class CatalogueChanged:
    """The catalogue is another one now; `product_id` where a single product was meant."""

    step: CatalogueStep
    added: int = 0
    changed: int = 0
    removed: int = 0
    product_id: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueRead:
    """The whole catalogue by name, and the one that can be brought back, if any."""

    entries: tuple[CatalogueEntry, ...]
    previous: PreviousCatalogue | None = None


@dataclass(frozen=True, slots=True)
class CatalogueFileRead:
    """What a file holds and what taking it in would change; nothing has been changed."""

    path: str
    file: CatalogueFile
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class CatalogueWritten:
    """The catalogue was written to a file, or was not: `problem` is the system's own reason."""

    path: str
    count: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FolderRead:
    """The folders and catalogue files of a folder, by name; `problem` as for CatalogueWritten."""

    path: str
    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    problem: str = ""


CatalogueNews = CatalogueChanged | CatalogueRead | CatalogueFileRead | CatalogueWritten | FolderRead
