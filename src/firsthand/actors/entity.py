"""One actor in the making: its mentions so far, and what they say about it together."""

from collections import Counter

from firsthand import lexicon
from firsthand.actors.said import Form, Said
from firsthand.types import Reason, Spans


class Entity:
    """Somebody or something that a report speaks of. What its mentions say is counted as they join.

    Args:
        label: its name where no mention gives one: the report's own outlet.

    Attributes:
        said: its mentions in the order in which they joined; why: for each, why it joined (None for the first).
        names: its names as written, in the order in which they came.
        known: what the gazetteer knows it as.
        countries: those whose adjectives or names stand before what it was called by.
        posts: for each noun that it was called by, the ranks beside it ("vice", "deputy"): each time a set.
    """

    def __init__(self, label: str | None = None) -> None:
        self.said: list[Said] = []
        self.why: list[Reason | None] = []
        self.label = label
        self.names: list[str] = [label] if label else []
        self.known: set[str] = set()
        self.countries: set[str] = set()
        self.posts: dict[str, set[frozenset[str]]] = {}
        self._types = Counter({"organization": 10} if label else {})
        self._genders: Counter[str] = Counter()

    def join(self, one: Said, why: Reason | None = None) -> None:
        """Add a mention."""
        self.said.append(one)
        self.why.append(why)
        weight = 1 if one.form is Form.PRONOUN else 3
        self._types[one.mention.type] += weight
        if one.gender:
            self._genders[one.gender] += weight
        if one.name and one.name not in self.names:
            self.names.append(one.name)
        if one.known:
            self.known.add(one.known)
        if one.country:
            self.countries.add(one.country)
        if one.head:
            self.posts.setdefault(one.head, set()).add(one.ranks)

    @property
    def first(self) -> Said:
        """The mention that it began with."""
        return self.said[0]

    @property
    def type(self) -> str:
        """The type that most of its mentions have; pronouns count least."""
        return max(self._types, key=self._types.__getitem__)

    @property
    def name(self) -> str | None:
        """The fullest of its names: most words, then one that is not all in capitals, then the first written."""
        return max(self.names, key=lambda n: (len(n.split()), not n.isupper()), default=None)

    @property
    def known_name(self) -> str | None:
        """The full name that the gazetteer has for an institution, where the report gives none."""
        return next((one.institution.name for one in self.said if one.institution and one.institution.country), None)

    @property
    def gender(self) -> str | None:
        """Whether it is a man (m) or a woman (f), where most of what shows agrees; a pronoun shows least."""
        first, second = ([*self._genders.most_common(2), ("", 0), ("", 0)])[:2]
        return first[0] if first[1] > 2 * second[1] else None

    @property
    def plural(self) -> bool:
        """Whether it is more than one."""
        return bool(self.said) and self.first.plural

    @property
    def is_outlet(self) -> bool:
        """Whether the gazetteer, or a word beside the name, says that it is a news outlet."""
        if self.type == "person":
            return False
        words = lexicon.outlets()
        told = self.label is not None or any(one.head in words.sure_nouns for one in self.said if one.name)
        return told or any(lexicon.outlet(n) or n.split()[-1].lower() in words.last_words for n in self.names)

    @property
    def heads(self) -> set[str]:
        """The nouns that it was called by."""
        return {one.head for one in self.said if one.head}

    @property
    def spans(self) -> Spans:
        """Its mentions in the order of the text."""
        return tuple(sorted({one.mention.span for one in self.said}))


def same_sex(one: Said | Entity, other: Entity) -> bool:
    """Tell whether nothing shows that one is a man and the other a woman."""
    return one.gender is None or other.gender is None or one.gender == other.gender
