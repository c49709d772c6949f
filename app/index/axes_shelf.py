"""Keeps the axes fitted for a collection's token vectors with that collection."""

from app.index.catalogue import Catalogue

_PREFIX = "axes "


class AxesShelf:
    """The axes of one model, in the catalogue: lost with it, as the vectors made with them are."""

    def __init__(self, catalogue: Catalogue, model_fingerprint: str) -> None:
        self._catalogue = catalogue
        self._key = _PREFIX + model_fingerprint

    def load(self) -> str | None:
        """The text kept last, or None."""
        return self._catalogue.meta(self._key)

    def keep(self, text: str) -> None:
        """Return when the text is in the catalogue."""
        self._catalogue.set_meta(self._key, text)

    def drop_others(self) -> None:
        """Forget the axes of every other model."""
        self._catalogue.drop_meta(_PREFIX, but=self._key)
