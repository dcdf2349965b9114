"""Ports for what is listened on later, again, or never."""

import random
import socket

# Below those the system gives to whoever asks for any: a port among them may be somebody's before
# it is listened on, and a client that tries a closed one again and again once reaches itself.
FIRST, LAST = 12_000, 32_000


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    for port in random.SystemRandom().sample(range(FIRST, LAST), 100):
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return port
    raise AssertionError("no free port found")
