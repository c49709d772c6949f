"""What results should be like: passages, documents, pages or texts that were liked or disliked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """One thing that others may be like. Stored passages, where there are any, else the texts.

    passages: ids; documents: content hashes, for all their passages; part: only this page of the
    documents, from 0; texts: what is not in the library, such as a selection or a file that was
    read for this; source: ids of the passages a text was taken from. What is named in passages,
    documents and source is no result itself. name: for a person; is_sampled: whether the texts are
    but a sample of what there is.
    """

    passages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    part: int | None = None
    texts: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    name: str = ""
    is_sampled: bool = False


@dataclass(frozen=True)
class Like:
    """Results should be like the liked examples and not like the disliked ones."""

    liked: tuple[Example, ...] = ()
    disliked: tuple[Example, ...] = ()

    @property
    def name(self) -> str:
        """The names of the examples, for a person: "bike.txt, not pump.md"."""
        parts = [example.name for example in self.liked]
        parts += [f"not {example.name}" for example in self.disliked]
        return ", ".join(part for part in parts if part.removeprefix("not "))
