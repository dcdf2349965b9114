"""Where settings and data live when nobody says otherwise: the per-user folders."""

from pathlib import Path


def default_config_path() -> Path:
    """Give the path of `pult.toml` in the per-user config folder."""
    from platformdirs import user_config_path

    return user_config_path("pult", appauthor=False) / "pult.toml"


def default_data_dir() -> Path:
    """Give the per-user data folder."""
    from platformdirs import user_data_path

    return user_data_path("pult", appauthor=False)
