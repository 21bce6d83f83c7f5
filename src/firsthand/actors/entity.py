"""One actor in the making: its mentions so far, and what they say about it together."""

from collections import Counter
from dataclasses import dataclass, field

from firsthand import lexicon
from firsthand.actors.said import Form, Said
from firsthand.types import Reason, Spans


@dataclass(eq=False)
class Entity:
    """Somebody or something that a report speaks of.

    Attributes:
        said: its mentions in the order in which they joined; why: for each, why it joined (None for the first).
        label: its name where no mention gives one: the report's own outlet.
    """

    said: list[Said] = field(default_factory=list)
    why: list[Reason | None] = field(default_factory=list)
    label: str | None = None

    def join(self, one: Said, why: Reason | None = None) -> None:
        """Add a mention."""
        self.said.append(one)
        self.why.append(why)

    @property
    def first(self) -> Said:
        """The mention that it began with."""
        return self.said[0]

    @property
    def type(self) -> str:
        """The type that most of its mentions have; pronouns count least."""
        votes: Counter[str] = Counter({"organization": 10} if self.label else {})
        for one in self.said:
            votes[one.mention.type] += 1 if one.form is Form.PRONOUN else 3
        return votes.most_common(1)[0][0]

    @property
    def names(self) -> list[str]:
        """Its names as written, in the order of the text."""
        found = [one.name for one in self.said if one.name]
        return list(dict.fromkeys([self.label, *found] if self.label else found))

    @property
    def name(self) -> str | None:
        """The fullest of its names: most words, then the first written."""
        return max(self.names, key=lambda n: len(n.split()), default=None)

    @property
    def known_name(self) -> str | None:
        """The full name that the gazetteer has for an institution, where the report gives none."""
        return next((one.institution.name for one in self.said if one.institution and one.institution.country), None)

    @property
    def gender(self) -> str | None:
        """Whether it is a man (m) or a woman (f), where all that shows agrees."""
        shown = {one.gender for one in self.said} - {None}
        return shown.pop() if len(shown) == 1 else None

    @property
    def plural(self) -> bool:
        """Whether it is more than one."""
        return bool(self.said) and self.first.plural

    @property
    def is_outlet(self) -> bool:
        """Whether the gazetteer, or a word beside the name, says that it is a news outlet."""
        words = lexicon.outlets()
        named = self.names
        told = any(one.head in words.sure_nouns for one in self.said if one.name)
        return self.type != "person" and (
            told
            or self.label is not None
            or any(lexicon.outlet(n) or n.split()[-1].lower() in words.last_words for n in named)
        )

    @property
    def heads(self) -> set[str]:
        """The nouns that it was called by."""
        return {one.head for one in self.said if one.head}

    @property
    def spans(self) -> Spans:
        """Its mentions in the order of the text."""
        return tuple(sorted({one.mention.span for one in self.said}))
