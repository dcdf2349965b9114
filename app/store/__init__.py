"""The store: SQLite through SQLAlchemy Core, migrations, erasing of personal data, backups."""
