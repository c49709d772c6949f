"""Where the engine process begins: a module that the window can import at no cost."""

from multiprocessing.connection import Connection

from app.paths import DataDirs


def run_engine(connection: Connection, dirs: DataDirs) -> None:
    """Serve until the other end closes the connection; see app.process.server.

    The import is here because it takes half a second that the window need not wait for.
    """
    from app.process.server import serve

    serve(connection, dirs)
