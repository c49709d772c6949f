"""A Qdrant server or cluster, through qdrant-client's public interface."""

from typing import Any
from urllib.parse import urlsplit

from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from app.errors import StoreError
from app.store.base import Channel
from app.store.client import (
    ClientStore,
    by_graph,
    connect,
    is_timeout,
    is_unreachable,
    may_pass,
    on_server,
    score_all,
    status_of,
)

ATTEMPTS = 3
_EF = 512  # how widely the graph is searched: recall before speed


class ServerStore(ClientStore):
    """A Store in one collection of a Qdrant server; the collection belongs to one library.

    What may pass (no connection, a busy or starting server) is tried three times. A request that
    was not answered in time is not: the user has waited long enough.
    """

    def __init__(
        self,
        url: str,
        collection: str,
        dim: int,
        multi_dim: int,
        *,
        api_key: str = "",
        timeout: int = 30,
        delay: float = 0.3,
    ) -> None:
        """Connect and make the collection if need be; raises StoreError.

        timeout: seconds for one answer; delay: seconds before the second attempt, doubled for
        the third.
        """
        self._exact = score_all()
        self._address = address(url)
        self._timeout = timeout
        self._retrying = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_exponential(multiplier=delay, exp_base=2),
            retry=retry_if_exception(may_pass),
            reraise=True,
        )
        try:
            client = connect(url=url, api_key=api_key or None, timeout=timeout)
        except ValueError as error:
            raise StoreError(
                f"{self._address} is not the address of a vector server: {error}.",
                "Write QDRANT_URL like http://localhost:6333.",
            ) from None
        super().__init__(client, collection)
        self._adopt(dim, multi_dim, self._address, **on_server())
        self._index_payload()

    def _params(self, channel: Channel, limit: int, *, filtered: bool) -> Any:
        """Dense vectors by graph and quantisation, everything else by scoring every point.

        With a filter too: a graph search that keeps a tenth found a quarter of the true best.
        """
        return self._exact if channel != "dense" or filtered else by_graph(max(_EF, 2 * limit))

    def _call(self, function: Any, *arguments: Any, **options: Any) -> Any:
        with self._lock:
            try:
                return self._retrying(function, *arguments, **options)
            except Exception as error:  # ValueError, RuntimeError and the client's own
                raise self._explain(error) from error

    def _explain(self, error: Exception) -> StoreError:
        if is_timeout(error):
            return StoreError(
                f"The vector server {self._address} did not answer within {self._timeout} seconds.",
                "Try again; if it stays so, look after the server.",
            )
        if is_unreachable(error):
            return StoreError(
                f"The vector server {self._address} cannot be reached.",
                "Start it, or correct QDRANT_URL.",
            )
        if status_of(error) in (401, 403):
            return StoreError(
                f"The vector server {self._address} does not accept the key.",
                "Correct QDRANT_API_KEY; it needs the right to write.",
            )
        return StoreError(
            f"The vector server {self._address} failed: {' '.join(str(error).split())}.",
            "Look after the server; its own log says more.",
        )


def address(url: str) -> str:
    """The address as it may be shown: without a name and password in it."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=host, query="", fragment="").geturl()


def drop_collection(url: str, collection: str, *, api_key: str = "", timeout: int = 30) -> None:
    """Delete the collection if its vectors are a library's, of whatever model; raises StoreError.

    A collection with other vectors is another program's and stays.
    """
    where = address(url)
    try:
        client = connect(url=url, api_key=api_key or None, timeout=timeout)
        if client.collection_exists(collection):
            vectors = client.get_collection(collection).config.params.vectors
            if isinstance(vectors, dict) and set(vectors) == {"dense", "multi"}:
                client.delete_collection(collection)
        client.close()
    except Exception as error:  # see ServerStore._call
        raise StoreError(
            f"The collection {collection} on {where} cannot be deleted: {error}.",
            "Look after the server and try again.",
        ) from error
