"""The query language: from what was typed to what is asked."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from app.errors import QT_TRANSLATE_NOOP
from app.index.where import Condition
from app.index.words import query_words
from app.search.fields import FIELD_NAMES, describe, merged, read_field
from app.search.literal import Literals, Term
from app.search.scanner import Token, scan
from app.search.texts import Text

_OR = ("OR", "ODER", "|")
_FEWEST_PREFIX = 2  # letters before the asterisk
# In a question, and among so many other words, quotation marks are just part of what is said.
_QUESTION_MARKS = ("?", "？", "؟")
_FEWEST_IN_QUESTION = 2
_FEWEST_IN_SENTENCE = 5

LOOKING = QT_TRANSLATE_NOOP("Query", "looking for “{0}”")
LISTING = QT_TRANSLATE_NOOP("Query", "listing files")
WITH = {
    "word": QT_TRANSLATE_NOOP("Query", "with the word “{0}”"),
    "phrase": QT_TRANSLATE_NOOP("Query", "with exactly “{0}”"),
    "prefix": QT_TRANSLATE_NOOP("Query", "with a word that begins with “{0}”"),
}
PREFERRED = QT_TRANSLATE_NOOP("Query", "preferably with exactly “{0}”")
WITH_ONE = QT_TRANSLATE_NOOP("Query", "with one of {0}")
WITHOUT = {
    "word": QT_TRANSLATE_NOOP("Query", "without the word “{0}”"),
    "phrase": QT_TRANSLATE_NOOP("Query", "without “{0}”"),
    "prefix": QT_TRANSLATE_NOOP("Query", "without words that begin with “{0}”"),
}
OPEN_QUOTE = QT_TRANSLATE_NOOP("Query", "a quotation mark is not closed and was ignored")
LONE_OR = QT_TRANSLATE_NOOP("Query", "OR stands between no two words and was left out")


@dataclass(frozen=True)
class Parsed:
    """A query as it was understood.

    text: what is looked for, without operators, "" for nothing; literals: what must stand in a
    passage and what must not; where: conditions on passages and files; understood: all this in
    words; mistakes: what was left out, and why.
    """

    text: str
    literals: Literals = field(default_factory=Literals)
    where: tuple[Condition, ...] = ()
    understood: tuple[Text, ...] = ()
    mistakes: tuple[Text, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether something has to stand in the passage literally."""
        return bool(self.literals.required)

    @property
    def is_quoted(self) -> bool:
        """Whether phrases are all that has to stand literally: quotes are often just quotes."""
        literals = self.literals
        terms = [term for group in literals.required for term in group]
        return bool(terms) and not literals.excluded and all(t.kind == "phrase" for t in terms)

    def loosened(self) -> "Parsed":
        """The same without anything that has to stand literally."""
        return replace(self, literals=Literals(excluded=self.literals.excluded))


def parse(query: str, today: date | None = None) -> Parsed:
    """What a query asks for; never an error: what makes no sense is searched as it stands.

    today: what relative dates count from; None for the real one.
    """
    return _parse(query, today or date.today())


@lru_cache(maxsize=256)
def _parse(query: str, today: date) -> Parsed:
    tokens, closed = scan(query, FIELD_NAMES)
    reading = _Reading(today)
    if not closed:
        reading.mistakes.append(Text("Query", OPEN_QUOTE))
    # Where all is in capitals, OR is a word like the others; not every script has capitals.
    others = [token.text for token in tokens if token.text not in _OR]
    shouting = query.isupper() and any(map(str.isupper, others))
    for token in tokens:
        if token.text in _OR and not (token.sign or token.field or token.quoted or shouting):
            reading.take_or()
        else:
            reading.take(token)
    return reading.finish(query)


class _Reading:
    """What has been read of a query so far."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._words: list[str] = []
        self._groups: list[list[Term]] = []
        self._excluded: list[Term] = []
        self._conditions: list[Condition] = []
        self._last: Term | None = None  # what an OR may join
        self._last_is_required = False
        self._after_or = False
        self._phrases: list[Term] = []  # quoted, without a sign
        self._others = 0  # words that are just looked for
        self._is_asked = False
        self._has_operators = False
        self._quoted_until = -1
        self.mistakes: list[Text] = []

    def take_or(self) -> None:
        """An OR: joins what comes before with what follows, if both can be joined."""
        if self._last is None or self._after_or:
            self._lone_or()
        else:
            self._after_or = self._has_operators = True

    def take(self, token: Token) -> None:
        """One token."""
        if token.field:
            self._break()
            self._take_field(token)
            return
        self._is_asked = token.text.endswith(_QUESTION_MARKS)
        term = _term(token)
        if term is None:
            self._break()
            if not token.quoted:
                self._add(token, token.text)
        elif token.sign == "-":
            self._break()
            self._excluded.append(term)
            self._has_operators = True
        else:
            self._take_term(token, term)

    def _take_term(self, token: Token, term: Term) -> None:
        required = bool(token.sign) or term.kind != "word"
        self._add(token, term.text if required else token.text)
        self._has_operators |= bool(token.sign) or term.kind == "prefix"
        if not required:
            self._others += 1
        elif term.kind == "phrase" and not token.sign:
            self._phrases.append(term)
        if self._after_or and self._last is not None:
            if not self._last_is_required:
                self._groups.append([self._last])
            self._groups[-1].append(term)
            required = True
        elif required:
            self._groups.append([term])
        self._last, self._last_is_required, self._after_or = term, required, False

    def _add(self, token: Token, text: str) -> None:
        """Look for it; what goes straight on behind a phrase stays one word with it."""
        if token.start == self._quoted_until and self._words:
            self._words[-1] += text
        else:
            self._words.append(text)
        if token.quoted:
            self._quoted_until = token.end

    def _take_field(self, token: Token) -> None:
        found = read_field(
            token.field,
            token.text,
            quoted=token.quoted,
            negated=token.sign == "-",
            today=self._today,
        )
        if found.condition:
            self._conditions.append(found.condition)
        if found.mistake:
            self.mistakes.append(found.mistake)

    def _break(self) -> None:
        """What comes now cannot be joined by OR with what came before."""
        if self._after_or:
            self._lone_or()
        self._last, self._after_or = None, False

    def _lone_or(self) -> None:
        if (mistake := Text("Query", LONE_OR)) not in self.mistakes:
            self.mistakes.append(mistake)

    def finish(self, query: str) -> Parsed:
        """Everything together."""
        self._break()
        text = " ".join(self._words)
        groups = tuple(dict.fromkeys(tuple(group) for group in self._groups))
        literals = Literals(groups, tuple(dict.fromkeys(self._excluded)))
        if self._is_sentence():
            literals = Literals(preferred=tuple(dict.fromkeys(self._phrases)))
        where = merged(self._conditions)
        if not text and literals == Literals() and not where:
            text = query.strip()  # only signs: then they are what is looked for
        understood = (
            Text("Query", LOOKING, (text,)) if text else Text("Query", LISTING),
            *(_required_text(group) for group in literals.required),
            *(Text("Query", PREFERRED, (term.text,)) for term in literals.preferred),
            *(Text("Query", WITHOUT[term.kind], (term.text,)) for term in literals.excluded),
            *(describe(condition) for condition in where),
        )
        return Parsed(text, literals, where, understood, tuple(self.mistakes))

    def _is_sentence(self) -> bool:
        """Whether phrases are quoted within a sentence, by someone who uses no operators."""
        fewest = _FEWEST_IN_QUESTION if self._is_asked else _FEWEST_IN_SENTENCE
        return not self._has_operators and self._others >= fewest


def _term(token: Token) -> Term | None:
    """The literal thing a token is; None for one without letters and digits."""
    if not query_words(token.text):
        return None
    if token.quoted:
        return Term(" ".join(token.text.split()), "phrase")
    stem = token.text[:-1]
    if token.text.endswith("*") and len(stem) >= _FEWEST_PREFIX and stem[-1].isalnum():
        return Term(stem.lstrip("*\"'([{"), "prefix")
    return Term(_bare(token.text))


def _bare(word: str) -> str:
    """A word without the punctuation around it."""
    start, end = 0, len(word)
    while not word[start].isalnum():
        start += 1
    while not word[end - 1].isalnum() and word[end - 1] not in "+#":  # C++, C#
        end -= 1
    return word[start:end]


def _required_text(group: tuple[Term, ...]) -> Text:
    if len(group) == 1:
        return Text("Query", WITH[group[0].kind], (group[0].text,))
    shown = (f"“{term.text}{'*' if term.kind == 'prefix' else ''}”" for term in group)
    return Text("Query", WITH_ONE, (", ".join(shown),))
