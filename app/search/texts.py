"""Sentences for the user that are put together from a template and values."""

from collections.abc import Callable
from dataclasses import dataclass

# (context, English) -> the user's language; what Qt's translate does.
Translate = Callable[[str, str], str]


@dataclass(frozen=True)
class Text:
    """A template with {0}, {1} … and what stands there.

    context: of the template's translation; values_context: of the values' translation, "" where
    they stand as they are.
    """

    context: str
    template: str
    values: tuple[str, ...] = ()
    values_context: str = ""

    def render(self, translate: Translate | None = None) -> str:
        """The sentence, in English without `translate`."""
        if translate is None:
            return self.template.format(*self.values)
        values = self.values
        if self.values_context:
            values = tuple(translate(self.values_context, value) for value in values)
        return translate(self.context, self.template).format(*values)


def render_line(texts: tuple[Text, ...], translate: Translate | None = None) -> str:
    """All sentences in one line."""
    return " · ".join(text.render(translate) for text in texts)
