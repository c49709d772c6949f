"""`genericrag serve-model`: this machine's model for the other desks."""

import argparse
import signal
from contextlib import suppress

from app.cli.commands import Commands
from app.embedding.choice import encoder_options
from app.engine import Engine
from app.errors import UsageError

PORT = 8639


def add_commands(commands: Commands) -> None:
    """Add `serve-model`."""
    serve = commands.add(
        "serve-model", "Serve the model of this machine to other desks.", _serve, json=False
    )
    serve.add_argument("--host", default="127.0.0.1", help="address to listen at (127.0.0.1)")
    serve.add_argument("--port", type=int, default=PORT, help=f"port ({PORT}); 0: any free one")
    serve.add_argument(
        "--api-key", default="", metavar="KEY", help="what desks must show; else BGE_M3_API_KEY"
    )


def _serve(engine: Engine, options: argparse.Namespace) -> int:
    from app.embedding.serving import EmbeddingServer

    if engine.model_server:
        raise UsageError(
            f"This machine uses the model server {engine.model_server} itself.",
            "Unset BGE_M3_MODEL_URL or model.server_url first.",
        )
    key = options.api_key or engine.settings["model.server_key"]
    address = (options.host, options.port)
    # Leaving the block waits for the answers under way.
    with EmbeddingServer(address, engine.model, encoder_options(engine.settings), key) as server:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        print(f"Serving {engine.model.name} at {server.url}; Ctrl-C stops.", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    print("Stopped.")
    return 0
