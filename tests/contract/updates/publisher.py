"""A publisher's web server on loopback, with a real key."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HOUSE = Path(__file__).parents[3]


def _tool() -> ModuleType:
    spec = spec_from_file_location("sign_release", HOUSE / "packaging" / "sign_release.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sign_release = _tool()


class Publisher:
    """Serves what `pages` has, by path; notes what was asked."""

    def __init__(self) -> None:
        self.key = Ed25519PrivateKey.generate()
        self.pages: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.moved: dict[str, str] = {}
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                publisher.asked.append(self.path)
                page = publisher.pages.get(self.path)
                moved = publisher.moved.get(self.path)
                self.send_response(302 if moved else 404 if page is None else 200)
                if moved:
                    self.send_header("Location", moved)
                self.send_header("Content-Length", str(len(page or b"")))
                self.end_headers()
                if page is not None:
                    self.wfile.write(page)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.list_url = f"{self.url}/releases.signed"

    @property
    def public_key(self) -> str:
        return sign_release.public_key_of(self.key)

    def entry(self, version: str, installer: bytes = b"", **changes: Any) -> dict[str, Any]:
        """Serve an installer for Linux, and give the release that names it."""
        name = f"pult_{version}_amd64.deb"
        installer = installer or f"installer {version}".encode()
        self.pages[f"/{name}"] = installer
        file = {
            "platform": "linux",
            "name": name,
            "url": f"{self.url}/{name}",
            "size": len(installer),
            "sha256": hashlib.sha256(installer).hexdigest(),
        }
        return {"version": version, "notes": "Quicker.", "files": [file | changes]}

    def publish(self, *releases: Any) -> None:
        """Serve a list of releases, signed whatever stands in it."""
        self.publish_bytes(json.dumps({"releases": releases}).encode())

    def publish_bytes(self, content: bytes) -> None:
        self.pages["/releases.signed"] = sign_release.signed(self.key, content)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
