"""What becomes of token vectors between the encoder and the store."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.embedding.axes import Axes, fit_axes, from_text
from app.embedding.folder import ModelFolder
from app.embedding.model import Embeddings
from app.embedding.pooling import kept_count, pooled
from app.errors import ModelError

Sample = Callable[[], Iterable[NDArray[np.float32]]]


class Shelf(Protocol):
    """Where the axes that were fitted for a collection are kept, with that collection."""

    def load(self) -> str | None:
        """The text kept last, or None."""

    def keep(self, text: str) -> None:
        """Return when the text is on disk."""


class _Memory:
    """A shelf for those who have no collection."""

    def __init__(self) -> None:
        self._text: str | None = None

    def load(self) -> str | None:
        return self._text

    def keep(self, text: str) -> None:
        self._text = text


class TokenVectors:
    """Projects token vectors on axes fitted once a collection, and pools those of passages.

    A model folder whose head projects already (`colbert_dim` in its manifest) has nothing fitted.
    """

    def __init__(self, folder: ModelFolder, shelf: Shelf | None = None) -> None:
        self._folder = folder
        self._shelf = shelf or _Memory()
        self._axes: Axes | None = None

    @property
    def ready(self) -> bool:
        """Whether vectors can be projected; without it they must be neither stored nor cached."""
        return not self._folder.fits_axes or self._fitted() is not None

    @property
    def fingerprint(self) -> str:
        """Of what `project` gives: the model's, and that of the axes if there are any."""
        axes = self._fitted() if self._folder.fits_axes else None
        known = self._folder.model_fingerprint
        return f"{known}|{axes.fingerprint}" if axes else known

    def fit(self, sample: Sample) -> None:
        """Fit the axes and keep them, unless that is done; raises ModelError.

        sample: gives token vectors as the model makes them, called only when they are needed.
        """
        if not self.ready:
            try:
                axes = fit_axes(sample(), self._folder.multi_dim)
            except ValueError as error:
                raise ModelError(f"The token vectors cannot be made smaller: {error}") from None
            self._shelf.keep(axes.to_text())
            self._axes = axes

    def project(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """float32 [tokens, width of the model] to L2-normalised float32 [tokens, multi_dim]."""
        if not self._folder.fits_axes:
            return vectors
        if axes := self._fitted():
            return axes.project(vectors)
        # A query before the first passage: there is nothing yet that it could be compared with.
        return vectors[:, : self._folder.multi_dim]

    def pool(self, embeddings: Embeddings) -> Embeddings:
        """A passage's embeddings with as many token vectors as are to be kept."""
        tokens = len(embeddings.multi)
        count = kept_count(tokens, self._folder.multi_vector_count)
        if count == tokens:
            return embeddings
        multi = pooled(embeddings.multi.astype(np.float32), count)
        return replace(embeddings, multi=multi.astype(np.float16))

    def _fitted(self) -> Axes | None:
        if self._axes is None and (text := self._shelf.load()) is not None:
            axes = from_text(text)
            if axes is None:
                raise ModelError(
                    "The axes of the token vectors, kept in the catalogue, are damaged.",
                    "Delete the data folder and index again.",
                )
            # Of another number they are from another version, whose vectors are gone too.
            if len(axes.directions) == self._folder.multi_dim:
                self._axes = axes
        return self._axes
