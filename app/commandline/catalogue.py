"""``pult catalogue``: take a CSV file of products in, or write all products to one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from app.bootstrap.catalogue import load_catalogue, save_catalogue
from app.bootstrap.say_wrong import say_wrong
from app.commandline.opening import existing_store, find_plugins, read_settings
from app.commandline.parser import EXIT_FINE, EXIT_STORE, EXIT_WRONG_USE
from app.domain.catalogue.compare import Comparison, compare
from app.domain.catalogue.read import CatalogueFile
from app.domain.errors import StoreError
from app.domain.product import Product
from app.domain.staff import GuardedAct
from app.ports.vendor import VendorPlugin
from app.settings.errors import SettingsError
from app.settings.settings import Settings
from app.ui.wording.catalogue import (
    bad_row_words,
    change_words,
    read_as_words,
    unknown_columns_words,
)


def import_catalogue(
    config: Path | None, path: Path, *, remove_missing: bool, dry_run: bool
) -> int:
    """Say what the file changes, and change it unless it is a dry run."""
    plugins = find_plugins()
    settings = read_settings(config, plugins)
    file = load_catalogue(path, settings.till.currency)
    if file.bad:
        for row in file.bad:
            say_wrong(f"{path}: {bad_row_words(row)}")
        return EXIT_WRONG_USE
    try:
        if dry_run:
            _say(path, file, _known(settings), settings.till.language, remove_missing)
            sys.stdout.write("nothing was changed\n")
            return EXIT_FINE
        return _take_in(settings, plugins, path, file, remove_missing=remove_missing)
    except StoreError as error:
        say_wrong(f"pult catalogue import: {error}")
        return EXIT_STORE


def export_catalogue(config: Path | None, path: Path) -> int:
    """Write all products to a file; works while Pult runs."""
    store = existing_store(read_settings(config, find_plugins()))
    try:
        with closing(store.reader()) as reader:
            catalogue = reader.catalogue()
        save_catalogue(path, catalogue)
    except StoreError as error:
        say_wrong(f"pult catalogue export: {error}")
        return EXIT_STORE
    except SettingsError as error:
        say_wrong(f"pult catalogue export: {error}")
        return EXIT_WRONG_USE
    finally:
        store.close()
    sys.stdout.write(f"{len(catalogue.products)} products written to {path}\n")
    return EXIT_FINE


def _take_in(
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    path: Path,
    file: CatalogueFile,
    *,
    remove_missing: bool,
) -> int:
    from app.bootstrap.adapters import build_desk, open_store
    from app.bootstrap.locked import locked
    from app.usecases import import_catalogue as importing
    from app.usecases.need_pin import permit

    with locked(settings) as code:
        if code is not None:
            return code
        store = open_store(settings)
        try:
            with closing(store.reader()) as reader:
                known = reader.catalogue().products
            _say(path, file, known, settings.till.language, remove_missing)
            desk = build_desk(settings, plugins, (), store)
            permit(GuardedAct.SETTINGS, desk)  # whoever types commands has the settings file too
            importing.import_catalogue(importing.ImportCatalogue(file, remove_missing), desk)
        finally:
            store.close()
    sys.stdout.write("imported\n")
    return EXIT_FINE


def _known(settings: Settings) -> tuple[Product, ...]:
    if not settings.store_file.exists():
        return ()
    store = existing_store(settings)
    try:
        with closing(store.reader()) as reader:
            return reader.catalogue().products
    finally:
        store.close()


def _say(
    path: Path,
    file: CatalogueFile,
    known: tuple[Product, ...],
    language: str,
    remove_missing: bool,
) -> None:
    told = compare(known, file)
    lines = [f"{path}: {len(file.products)} products ({read_as_words(file)})"]
    unknown = unknown_columns_words(file)
    lines += [unknown] if unknown else []
    lines += _preview(told, language, remove_missing)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _preview(told: Comparison, language: str, remove_missing: bool) -> list[str]:
    fate = "removed" if remove_missing else "stay; --remove-missing removes them"
    missing = f"missing: {len(told.missing)}" + (f" ({fate})" if told.missing else "")
    return [
        f"added: {len(told.added)}",
        *(f"  {_named(product, language)}" for product in told.added),
        f"changed: {len(told.changed)}",
        *(
            f"  {_named(change.before, language)}: {change_words(change, language)}"
            for change in told.changed
        ),
        missing,
        *(f"  {_named(product, language)}" for product in told.missing),
        f"unchanged: {told.unchanged}",
    ]


def _named(product: Product, language: str) -> str:
    return f"{product.product_id} ({product.name(language)})"
