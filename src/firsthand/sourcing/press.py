"""Finds the names in a report's text in one pass: which are outlets, which are places, which are people."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter

import msgspec

from firsthand import lexicon
from firsthand.phrases import person_name
from firsthand.types import Kind, Report

UPPER = "".join(c for c in map(chr, range(0x590)) if c.isupper())
WORD = rf"[{UPPER}\d](?:[\w&-]|\.(?=[a-z\d])|(?<=\b[A-Z]\.[A-Z])\.|(?<=\b[A-Z])\.(?=[A-Z]\b)|['’](?!s\b)(?=\w))*"
RUN = re.compile(rf"(?<!\w){WORD}(?:[ ](?:(?:of|and|da|de|do|del|della|dello|der|y|e|&)[ ])?{WORD}){{0,9}}")
DOMAIN = re.compile(
    r"(?<![\w@/.])[^\W_](?:[\w-]){2,40}\.(?:[a-z]{2}|com|org|net|info|news|media|press|online|site)(?![\w/])"
)
PREVIOUS = re.compile(r"[\w’'-]+")
STARTERS = lexicon.word_set(
    """his her its their our two three both neither speaking if it he she the a an in on at by for from to and but as
    asked citing according when while after earlier later meanwhile however yet this that quoting one"""
)
PUNCTUATION = re.compile(r"[\n.:;,!?“”\"‘«»(]")
PLACE_PREPOSITIONS = frozenset(("in", "from", "across", "near", "into", "outside", "around", "within", "toward"))
ADDRESSING = frozenset(("told", "tells", "telling", "assured", "informed"))
RELAYED_BY = re.compile(
    r"\b(?:quoted|cited|carried|published|posted|aired|broadcast|transmitted|collected|interviewed|obtained|reviewed) "
    r"by (?:the )?\Z"
)
ADJECTIVE = re.compile(rf" [a-z]+ [“\"«]?[{UPPER}]")
STATE_MEDIA = re.compile(rf"\b(?:{WORD} )?state (?:television|TV|radio|media|broadcaster)\b(?! [{UPPER}])")
TOLD = re.compile(rf"\b(?:told|tells|telling) ({RUN.pattern})")


class Mention(msgspec.Struct, frozen=True):
    """One mention of an outlet: where it stands, its name, and how sure that it is one."""

    start: int
    end: int
    name: str


class Near(msgspec.Struct, frozen=True):
    """An outlet's mention near a cue, with the words around it.

    Attributes:
        mention: the outlet.
        before: up to five words before it in lower case, small words and nouns for outlets left out.
        owns: the word after it, where it stands in the possessive ("CNN’s request").
        after: the word after it.
    """

    mention: Mention
    before: list[str]
    owns: str
    after: str
    inside: bool = False


def significant(name: str) -> frozenset[str]:
    """Return the words of an outlet's name that tell it from others, in lower case."""
    return frozenset(w for w in name.lower().split() if w not in ("the", "of", "and", "newspaper", "magazine"))


def shaped_like_outlet(words: list[str], vouched: bool = False) -> bool:
    """Tell whether a capitalised name looks like an outlet's ("Baltika Wire", "Radio Lumen").

    Args:
        words: the name.
        vouched: something beside the name speaks for an outlet too, so that weaker endings count.
    """
    known = lexicon.outlets()
    low = [w.lower() for w in words]
    if len(low) < 2 or low[-1] in lexicon.sources().people:
        return False
    ends = low[-1] in known.last_words or (vouched and low[-1] in known.weak_last_words)
    return ends or (low[0] in known.first_words and low[-1] not in lexicon.sources().organizations)


class Press:
    """The names of one report.

    Attributes:
        own: the name of the report's own outlet, or None.
        mentions: the outlets mentioned in the text, in its order.
        credits: outlets in the report's frame (dateline, credit line) other than its own.
    """

    def __init__(self, report: Report) -> None:
        self.own = report.outlet or (report.dateline.agency if report.dateline else None)
        self.text = report.text
        self._nouns = lexicon.outlets().nouns
        self.places: set[str] = set()
        self.people: dict[str, str] = {}
        self.surnames: set[str] = set()
        self.first_names: dict[str, str] = {}
        self.bodies: set[str] = set()
        self._local: dict[str, str] = {}
        self._fullest: dict[str, str] = {}
        self._own_words = significant(self.own) if self.own else frozenset()
        self._runs = [(m.start(), m.end(), m[0]) for m in RUN.finditer(report.text)]
        lasts = [run.split()[-1] for _, _, run in self._runs]
        self._frequent = Counter(w for (_, _, run), w in zip(self._runs, lasts, strict=True) if len(run.split()) > 1)
        self._after_told = Counter(m[1].split()[-1] for m in TOLD.finditer(report.text) if " " in m[1])
        if self.own:
            self._learn(self.own)
        found = self._scan()
        self.mentions = sorted(found, key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]
        self.credits = self._frame(report)

    def _frame(self, report: Report) -> tuple[str, ...]:
        named = [h.name for h in report.hands if h.kind is Kind.OUTLET]
        named += [report.dateline.agency] if report.dateline and report.dateline.agency else []
        return tuple(dict.fromkeys(self.canonical(n) for n in named if not self.is_own(n)))

    def _scan(self) -> list[Mention]:
        """Go over the runs twice: what is learnt beside one mention names the others."""
        unsure = []
        found = []
        for start, end, run in self._runs:
            words, start = self._trim(run, start)
            if not words:
                continue
            before, after = self._beside(start, end)
            relayed = RELAYED_BY.search(self.text, max(0, start - 30), start) is not None
            named_behind = after in self._nouns and ADJECTIVE.match(self.text, end) is not None
            if not named_behind and self._judge(words, before, after, relayed):
                self._learn(" ".join(words))
                found.append((start, end, " ".join(words)))
            else:
                unsure.append((start, end, words))
                self._note(words, before, end)
        found += [(s, e, name) for s, e, words in unsure if (name := self._tail(words) or self._short(words, s))]
        found += self._domains()
        found += [(m.start(), m.end(), m[0]) for m in STATE_MEDIA.finditer(self.text)]
        return [Mention(s, e, self.canonical(n)) for s, e, n in found]

    def _trim(self, run: str, start: int) -> tuple[list[str], int]:
        """Leave out the small words that are capitalised at the start of a sentence, "The" within one excepted."""
        words = run.split()
        while len(words) > 1 and (words[0].endswith("-based") or (words[0][0].isdigit() and words[0][-1].isdigit())):
            start += len(words.pop(0)) + 1
        opens = start == 0 or self.text[max(0, start - 3) : start].strip(" “\"‘'")[-1:] in (
            "",
            ".",
            "!",
            "?",
            "\n",
            ":",
        )
        opens = opens or "\n" in self.text[max(0, start - 2) : start]
        while words and words[0].lower() in STARTERS and (opens or words[0] not in ("The",) or len(words) == 1):
            start += len(words.pop(0)) + 1
        return words, start

    def _beside(self, start: int, end: int) -> tuple[list[str], str]:
        lead = PUNCTUATION.split(self.text[max(0, start - 40) : start].rstrip('“"«‘'))[-1]
        before = PREVIOUS.findall(lead)[-3:]
        if before[-1:] == ["the"]:
            before.pop()
        after = PREVIOUS.search(self.text, end + 1, end + 24) if self.text[end : end + 1] == " " else None
        return [w.lower() for w in before], after[0].lower() if after else ""

    def _judge(self, words: list[str], before: list[str], after: str, relayed: bool = False) -> bool:
        """Tell whether a run of capitalised words is an outlet, by its name, its shape or what stands beside it.

        Args:
            words: the name.
            before: up to three words before it.
            after: the word after it.
            relayed: it stands behind "quoted by", "carried by" and the like.
        """
        known = lexicon.outlets()
        name = " ".join(words)
        if name.lower() in known.social or name.lower() in lexicon.sources().named_organizations:
            return False
        last = before[-1] if before else ""
        apposed = last in known.sure_nouns or " ".join(before[-2:]) in known.sure_nouns
        apposed = apposed or (last in ("agency", "channel", "site", "paper", "station", "radio") and len(before) > 1)
        vouched = apposed or relayed or last in ADDRESSING or after in ("newspaper", "magazine", "reported", "reports")
        if lexicon.outlet(name) and (len(words) > 1 or not name.islower()):
            return True
        if shaped_like_outlet(words, vouched) or after in (
            "newspaper",
            "magazine",
            "reporter",
            "correspondent",
            "podcast",
        ):
            return after not in ("reporter", "correspondent") or shaped_like_outlet(words, True)
        return apposed or ((last in ADDRESSING or relayed) and self._addressed(words))

    def _addressed(self, words: list[str]) -> bool:
        """Tell whether a name behind "told" may be an outlet: nobody's, no place's, no parliament's."""
        sources, low = lexicon.sources(), " ".join(words).lower()
        known = (lexicon.outlets().audiences, sources.places, sources.titles, sources.organizations, sources.offices)
        if any(w.lower() in words_known for words_known in known for w in (words[0], words[-1])) or low in known[0]:
            return False
        if len(words) == 1 and low.endswith(("an", "ish", "ese")):
            return False
        return (
            len(words) < 4
            and self._frequent[words[-1]] <= self._after_told[words[-1]]
            and words[0].lower() not in STARTERS
        )

    def _learn(self, name: str) -> None:
        """Remember an outlet, and the short name that its generic words leave ("Agency Sova": "Sova")."""
        known = lexicon.outlets()
        usual = lexicon.outlet(name)
        if usual and len(name) > len(self._fullest.get(usual, "")):
            self._fullest[usual] = name
        generic = known.last_words | known.first_words | known.nouns | known.weak_last_words | {"the"}
        words = name.split()
        core = [w for w in words if w.lower() not in generic]
        if len(core) == len(words) or (words[0].lower() == "the" and len(core) == len(words) - 1):
            core = []
        bare = words[1:] if words[0].lower() == "the" else words
        for form in (
            words,
            bare,
            core,
            bare[-1:] if bare[-1].lower() in known.last_words | known.weak_last_words else [],
        ):
            low = " ".join(form).lower()
            if form and len(self._local.get(low, "")) < len(name):
                self._local[low] = name

    def _note(self, words: list[str], before: list[str], end: int) -> None:
        """Remember what the text shows of a name that is no outlet: a place after "in", a person's whole name."""
        if "and" in words[1:-1]:
            at = words.index("and")
            self._note(words[:at], before, end)
            self._note(words[at + 1 :], before, end)
            return
        low = " ".join(words).lower()
        if before and before[-1] in PLACE_PREPOSITIONS and self.text[end : end + 1] not in ("’", "'"):
            self.places.add(low)
        if len(words) < 2:
            return
        last = words[-1].lower()
        if last[0].isdigit():
            return
        organizations = lexicon.sources().organizations
        if last in organizations or last in lexicon.sources().organizations_plural:
            self.bodies.add(words[0].lower())
            self.bodies.add(" ".join(words[:-1]).lower())
            return
        name = person_name(words) or " ".join(words)
        last = name.split()[-1].lower()
        self.surnames.add(last)
        if len(name) > len(self.people.get(last, "")):
            self.people[last] = name
            self.first_names.setdefault(name.split()[0].lower(), name)

    def _tail(self, words: list[str]) -> str | None:
        """Return the outlet that a run of words is or ends in by what the report or the lexicon knows, or None."""
        low = " ".join(words).lower()
        if low in self._local and low not in self.places and low not in lexicon.sources().places:
            return self._local[low]
        for i in range(1, min(len(words), 4)):
            end = " ".join(words[i:])
            if end.lower() in self._local and len(words) - i > 1:
                return self._local[end.lower()]
        head, generic = words[0], lexicon.outlets()
        if not (head.isupper() and len(words) > 1 and lexicon.outlet(head)):
            return None
        marked = words[1].lower() in generic.first_words or words[1].lower() in generic.last_words
        return " ".join(words) if marked else head

    def _short(self, words: list[str], start: int) -> str | None:
        """Return the outlet whose name ends in the lone word behind "the" ("the Bee", Sacramento Bee), or None."""
        if len(words) != 1 or self.text[max(0, start - 4) : start].lower() != "the ":
            return None
        end = f" {words[0].lower()}"
        return next((name for low, name in self._local.items() if low.endswith(end)), None)

    def _domains(self) -> list[tuple[int, int, str]]:
        """Find site names such as "Glas.kv", which no run of capitals shows."""
        return [(m.start(), m.end(), m[0]) for m in DOMAIN.finditer(self.text) if m[0][0].isupper() or "." in m[0][-5:]]

    def canonical(self, name: str) -> str:
        """Return the fullest name under which the report knows an outlet."""
        if self.own and self.is_own(name):
            return self.own
        known = self._local.get(name.lower(), name)
        usual = lexicon.outlet(known)
        known = self._fullest.get(usual, known) if usual else known
        bare = known.removeprefix("The ")
        return bare if " " in bare else known

    def is_own(self, name: str) -> bool:
        """Tell whether a name is the report's own outlet, by any of its forms."""
        if not self.own:
            return False
        words = significant(name)
        if not words:
            return False
        same = lexicon.outlet(name)
        if same and same == lexicon.outlet(self.own):
            return True
        low = name.lower()
        initials = "".join(w[0] for w in self.own.split() if w[0].isupper()).lower()
        short = "".join(w[0] for w in name.split()).lower()
        alike = words <= self._own_words or words > self._own_words or self._local.get(low, "") == self.own
        return alike or (len(low) > 1 and low == initials) or (self.own.isupper() and short == self.own.lower())

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, start: int, end: int) -> Mention | None:
        """Return the first mention that overlaps ``[start, end)``, or None."""
        i = max(0, bisect_right(self._starts, start) - 1)
        for m in self.mentions[i : i + 3]:
            if m.start < end and start < m.end:
                return m
        return None
