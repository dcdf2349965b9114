"""How long a test waits for something that must come: only a test that fails waits it out."""

PATIENCE = 20.0  # seconds; longer than a slow machine under load takes, shorter than a test may
PATIENCE_MS = int(PATIENCE * 1000)
