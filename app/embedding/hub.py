"""A model hub over HTTP: what a repository holds, and the bytes of a file from anywhere in it.

Uses the standard library only and is called by nothing but a download the user asked for; the
model's own libraries stay offline. Proxies come from the environment (HTTPS_PROXY, NO_PROXY).
"""

import http.client
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

from app.embedding.files import OPTIONAL, REQUIRED, WEIGHTS
from app.errors import ModelError, UsageError

_LARGEST_ANSWER = 2**24  # bytes of the list of files
_PASSING = {408, 425, 429, 500, 502, 503, 504}
_AGENT = "GenericRAG (model download)"


class PassingFault(Exception):
    """A failure that may be gone at the next try: a cut, a timeout, an overloaded server."""


@dataclass(frozen=True)
class HubFile:
    """A file of a repository.

    size: bytes; sha256, sha1: hex, "" where the hub does not say. sha1 is git's, of
    "blob SIZE\\0" and the content.
    """

    name: str
    size: int
    sha256: str
    sha1: str


@dataclass(frozen=True)
class Revision:
    """The state of a repository: commit, by which its files are asked for, and the files."""

    commit: str
    files: dict[str, HubFile]


class Hub:
    """One repository at one endpoint."""

    def __init__(self, endpoint: str, repository: str, timeout: float) -> None:
        """timeout: seconds without a byte. Raises UsageError for an endpoint that is no URL."""
        self.endpoint = endpoint.rstrip("/")
        self.repository = repository
        self._timeout = timeout
        if not re.match(r"https?://[^/]", self.endpoint):
            raise UsageError(
                f"The setting model.endpoint is {endpoint!r}.", "Allowed is an address with https."
            )
        self._opener = urllib.request.build_opener(_CarefulRedirects)

    def url(self, commit: str, name: str) -> str:
        """Where a file of a revision is."""
        return f"{self.endpoint}/{self.repository}/resolve/{commit}/{urllib.parse.quote(name)}"

    def revision(self) -> Revision:
        """What the main branch holds now; raises ModelError and PassingFault.

        A mirror that has the files only and not the hub's list of them is asked for each file.
        """
        url = f"{self.endpoint}/api/models/{self.repository}/revision/main?blobs=true"
        try:
            with self.open(url, {}) as answer:
                listed = json.loads(answer.read(_LARGEST_ANSWER))
            files = {file.name: file for file in map(_listed_file, listed["siblings"])}
            return Revision(str(listed["sha"]), files)
        except _NotThere:
            return self._probe()
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(
                f"{url} does not answer like a model hub: {error!r}.",
                "Check the setting model.endpoint.",
            ) from None

    def _probe(self) -> Revision:
        files = {}
        for name in (*REQUIRED, *OPTIONAL, *WEIGHTS):
            try:
                with self.open(self.url("main", name), {}, method="HEAD") as answer:
                    size = answer.headers.get("X-Linked-Size") or answer.headers["Content-Length"]
                    etag = (answer.headers.get("X-Linked-Etag") or "").strip('"')
            except _NotThere:
                continue
            if size is None or not size.isdigit():
                raise ModelError(
                    f"{self.endpoint} does not say how large {name} is.",
                    "Check the setting model.endpoint.",
                )
            sha256 = etag if re.fullmatch("[0-9a-f]{64}", etag) else ""
            files[name] = HubFile(name, int(size), sha256, "")
        return Revision("main", files)

    def open(self, url: str, headers: Mapping[str, str], method: str = "GET") -> Any:
        """The answer to a request, to be closed by the caller.

        Raises PassingFault for what may pass, and ModelError for what will not; a status 416 is
        returned as any other answer.
        """
        fields = {"User-Agent": _AGENT, "Accept-Encoding": "identity", **headers}
        request = urllib.request.Request(url, headers=fields, method=method)
        try:
            return self._opener.open(request, timeout=self._timeout)
        except urllib.error.HTTPError as error:
            if error.code == 416:
                return error
            error.close()
            if error.code in _PASSING:
                raise PassingFault(f"the server answers {error.code} {error.reason}") from None
            kind = _NotThere if error.code == 404 else ModelError
            raise kind(
                f"The server answers {error.code} {error.reason} to {url}.",
                "Check the setting model.endpoint, and whether a proxy stands in between.",
            ) from None
        except (OSError, http.client.HTTPException) as error:
            raise PassingFault(reason_of(error)) from None


class _NotThere(ModelError):
    """404."""


class _CarefulRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from https down to something that can be read or changed."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        scheme = urllib.parse.urlsplit(newurl).scheme
        if scheme != "https" and (req.type == "https" or scheme != "http"):
            raise ModelError(
                f"{req.full_url} leads to {newurl}, which is not protected.",
                "Check the setting model.endpoint.",
            )
        again = super().redirect_request(req, fp, code, msg, headers, newurl)
        if again is not None:
            again.method = req.method  # a HEAD stays one
        return again


def reason_of(error: Exception) -> str:
    """What went wrong with a connection, in a few words."""
    cause = getattr(error, "reason", None)
    inner = cause if isinstance(cause, Exception) else error
    if isinstance(inner, TimeoutError):
        return "no answer in time"
    return getattr(inner, "strerror", None) or str(inner) or type(inner).__name__


def _listed_file(entry: Mapping[str, Any]) -> HubFile:
    large = entry.get("lfs") or {}
    size = large.get("size", entry.get("size"))
    if size is None:
        raise ValueError(f"no size of {entry['rfilename']}")
    sha256 = str(large.get("sha256", ""))
    sha1 = "" if large else str(entry.get("blobId", ""))
    return HubFile(str(entry["rfilename"]), int(size), sha256, sha1)
