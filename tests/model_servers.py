"""Model servers for tests: the real one in a process of its own, and one that answers anything."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEY = "a key of four words"


class ServerProcess:
    """`genericrag serve-model` as a user starts it."""

    def __init__(
        self, data: Path, port: int = 0, key: str = KEY, model: Path | None = None
    ) -> None:
        """Start it and wait until it serves."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("BGE_M3_")}
        command = [sys.executable, "-m", "app", "--data-dir", str(data), "serve-model"]
        self.process = subprocess.Popen(
            [*command, "--port", str(port), "--api-key", KEY],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line.startswith("Serving "), line
        self.url = line.split(" at ")[1].split(";")[0]
        self.port = int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self._wait()

    def freeze(self) -> None:
        """Connections are accepted by the system, and nobody answers."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Go on after `freeze`."""
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> int:
        """As Ctrl-C; returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self._wait()

    def _wait(self) -> int:
        code = self.process.wait(timeout=180)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


Reply = Callable[[BaseHTTPRequestHandler, bytes], None]


@contextmanager
def answering(reply: Reply) -> Iterator[str]:
    """The URL of a server in this process that answers as the function does."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply(self, b"")

        def do_POST(self) -> None:
            reply(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients hang up
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: BaseHTTPRequestHandler, data: bytes, status: int = 200) -> None:
    """An ordinary answer."""
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)
