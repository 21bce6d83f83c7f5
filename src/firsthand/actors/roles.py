"""Reads the posts, professions and relations that a report gives to a person, from the mentions of him or her."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand import lexicon
from firsthand.actors.cast import Cast
from firsthand.actors.entity import Entity
from firsthand.actors.naming import CALLED
from firsthand.actors.said import Said
from firsthand.types import Held

OWNER = re.compile(r"^(?P<owner>.*\S)[’']s?\s+(?=\S)", re.DOTALL)
OWN = re.compile(r"^(?:his|her|its|their|our|my|your)\s+", re.IGNORECASE)
DETERMINER = re.compile(r"^(?:the|an?|this|that|another|one)\s+", re.IGNORECASE)
BELONGS = re.compile(r"\s(?P<by>of|for|to|at|in|with|on|from)\s")
# Where what describes a person ends and a clause about him or her begins; an "ing" only behind a noun for a person:
# a "returning officer" stays whole.
CLAUSE = re.compile(r"\s*(?:[,;:(–—]|\s-\s|\b(?:who|whom|whose|which|that)\b|\bwho’s\b)|(?<=\w) (?P<ing>[a-z]+ing)\b")
# What tells a role behind a name, and where the telling ends.
COPULA = re.compile(r"(?:, who)? (?:is|was|became|remains|is now|is also|was also|was once) (?=(?:an?|the) )")
APPOSED = re.compile(r", (?=(?:an?|the|[A-Z][\w.]+(?: [A-Z][\w.]+)*’s) )")
OVER = re.compile(
    r"[,;:()–—\n”\"]|[.!?](?:\s|$)|\s(?:and|but|who|whom|whose|which|that|when|where)\s|(?<=\w )[a-z]+ing\b"
)
WORD = re.compile(r"[^\W_][\w.’'-]*")
# What stands before the first word of a sentence, whose capital says nothing.
OPENS = re.compile(r"(?:^|[.!?:“\"‘\n]\s*)$")
BORN = ("-born", "-based", "-educated", "-raised")
AHEAD = 110  # characters behind a name in which a role is looked for
LONGEST_TITLE = 3  # words: "Lt. Gen.", "Rear Adm."
LONGEST = 90  # characters; a longer description is no role
CLOSE = 25  # characters into a description in which whose it is is named
COUNTRY_WORDS = 4  # of a country's name before a post
# Nouns that every person can be called by and that say no post.
ANYBODY = lexicon.word_set(
    """man woman boy girl person people one source official somebody someone individual figure guy other member victim
    suspect"""
)
# Words before a post that are part of it and name nobody, also with the capital of a sentence's first word.
RANKS = lexicon.word_set(
    """former acting senior junior chief deputy vice top special first second interim incoming outgoing newly then
    assistant associate general executive principal permanent honorary late ex lead leading head prime foreign retired
    veteran longtime"""
)


@dataclass(frozen=True, slots=True)
class Words:
    """A description on its way to a role: its words with where they stand in the report."""

    cast: Cast
    text: str
    start: int

    def after(self, n: int) -> "Words":
        """What is left behind its first ``n`` characters."""
        return Words(self.cast, self.text[n:], self.start + n)

    def before(self, n: int) -> "Words":
        """Its first ``n`` characters."""
        return Words(self.cast, self.text[:n], self.start)

    def named(self) -> str | None:
        """The name of the actor that it speaks of first, or None."""
        for one in self.cast.inside(self.start, self.start + len(self.text)):
            entity = self.cast.of(one)
            if entity is not None and one.start - self.start < CLOSE:
                return entity.name or (None if entity.first.pronoun else entity.first.text)
        return None


def roles(cast: Cast, entity: Entity) -> tuple[Held, ...]:
    """Return the roles that the mentions of an actor give to it, in the order of the text, each once.

    "The minister" adds nothing to a "foreign minister".
    """
    found: dict[str, Held] = {}
    for said in sorted(entity.said, key=lambda one: one.start):
        for held in _told(cast, said):
            before = found.setdefault(held.role.casefold(), held)
            if before.of is None and held.of is not None:
                found[held.role.casefold()] = held
    fuller = {role[i + 1 :] for role in found for i, c in enumerate(role) if c == " "}
    return tuple(held for role, held in found.items() if held.of or role not in fuller)


def _told(cast: Cast, said: Said) -> Iterator[Held]:
    """Yield the roles that one mention tells: what stands before its name, or all of it; then what stands behind."""
    if said.mention.type != "person" or said.plural:
        return
    if not said.pronoun:
        yield from _titled(cast, said)
    behind = _behind(cast, said)
    if behind:
        yield behind


def _titled(cast: Cast, said: Said) -> Iterator[Held]:
    """Yield what stands before a name, a title apart from the post ("army chief Gen. Odd Lien"), or all of a noun."""
    words = Words(cast, said.text, said.start)
    name = said.text.rfind(said.name) if said.name else -1
    clause = _clause(said.text)
    if name == 0:
        return
    if name < 0 or (clause and clause.start() < name):
        post = read_role(words.before(clause.start()) if clause else words)
        if post:
            yield post
        if name < 0 or CALLED.search(said.text):
            return
        words = words.after(said.text.rfind(",", 0, name) + 1)
    at = words.text.rfind(said.name) if said.name else 0
    title = _title(words, said.name or "", at)
    yield from (held for held in (read_role(words.before(title.span[0] - words.start if title else at)), title) if held)


def _clause(text: str) -> re.Match[str] | None:
    """Return where a clause about a person begins in a description, or None."""
    found = CLAUSE.finditer(text)
    return next((m for m in found if not m["ing"] or is_role([text[: m.start()].rsplit(" ", 1)[-1]])), None)


def _behind(cast: Cast, said: Said) -> Held | None:
    """Read what is said of somebody behind the name or pronoun ("is the head of …", ", a baker,")."""
    end = said.start + said.text.rfind(said.name) + len(said.name) if said.name else said.end
    ahead = cast.text[end : end + AHEAD]
    is_, apposed = COPULA.match(ahead), APPOSED.match(ahead) if said.name else None
    tells = is_ or apposed
    if tells is None:
        return None
    behind = ahead[tells.end() :]
    over = OVER.search(behind)
    if over is None or (apposed and over[0][0] not in ",.;:)–—"):  # "Lien, the minister and the mayor" are three
        return None
    return read_role(Words(cast, behind[: over.start()], end + tells.end()))


def read_role(words: Words) -> Held | None:
    """Read a description such as "Tarsia’s former envoy to Lisbon"; None where its noun is no role."""
    text = words.text.rstrip(" ,")
    span = (words.start, words.start + len(text))
    if not text or len(text) > LONGEST:
        return None
    words = Words(words.cast, text, words.start)
    of, words = _owner(words)
    article = DETERMINER.match(words.text)
    words = words.after(article.end()) if article else words
    belongs = BELONGS.search(words.text, _whole_post(words.text))
    role, beside = _post(words.before(belongs.start()) if belongs else words)
    if not role:
        return None
    if belongs and belongs["by"] == "to" and _is_place(words.after(belongs.end()).text):
        return Held(f"{role}{words.text[belongs.start() :]}", of or beside, span)
    if belongs:
        behind = words.after(belongs.end())
        of = behind.named() or DETERMINER.sub("", behind.text).strip(" ,") or of
    return Held(role, of or beside, span)


def _owner(words: Words) -> tuple[str | None, Words]:
    """Take off what stands before a possessive, and say whose it is."""
    own, owner = OWN.match(words.text), OWNER.match(words.text)
    belongs = BELONGS.search(words.text)
    if owner and belongs and belongs.start() < owner.end() and is_role(words.text[: belongs.start()].split()):
        owner = None  # "the mayor of Kareva’s capital"
    if own:
        return words.before(own.end()).named(), words.after(own.end())
    if owner:
        return words.before(owner.end("owner") + 2).named() or owner["owner"], words.after(owner.end())
    return None, words


def _whole_post(text: str) -> int:
    """Return where a post that has an "of" of its own ends ("Secretary of State"), 0 for another."""
    known = lexicon.role(text)
    at = text.lower().find(known.noun) if known and " of " in known.noun else -1
    return at + len(known.noun) if known and at >= 0 else 0


def _title(words: Words, name: str, at: int) -> Held | None:
    """Read a title that tells a post ("Gov. Patrice Delahunt of Minnesota"), and whose it is behind the name."""
    starts = [m.start() for m in WORD.finditer(words.text, 0, at)]
    told = ((start, lexicon.honorific(words.text[start:at].strip())) for start in starts[-LONGEST_TITLE:])
    start, title = next(((start, title) for start, title in told if title and title.sector), (0, None))
    if title is None or (start > 0 and is_role([words.text[start:at].strip()])):
        return None
    end = at + len(name)
    behind = BELONGS.match(words.text, end)
    rest = words.after(behind.end()) if behind else None
    return Held(title.title, (rest.named() or rest.text) if rest else None, (words.start + start, words.start + end))


def _post(words: Words) -> tuple[str, str | None]:
    """Part "senior Turkish diplomat" into the role and what it belongs to; ``("", None)`` where there is no role."""
    found = list(WORD.finditer(words.text))
    plain = [m[0] for m in found]
    if not plain or plain[-1].lower() in ANYBODY or not is_role(plain):
        return "", None
    role, of, i = [], None, 0
    while i < len(found):
        taken, whose = _whose(words, found, i) if i < len(found) - 1 else (0, None)
        if taken:
            of = of or whose
        else:
            taken = 1
            role.append(plain[i])
        i += taken
    return " ".join(role), of


def role_begins(words: list[str], at: int) -> bool:
    """Tell whether the words from one on are a post by name ("Prime Minister", "Foreign Secretary")."""
    known = lexicon.role(" ".join(words[at:]))
    return words[at].lower() in RANKS or (known is not None and known.noun.split()[0] == words[at].lower())


def _whose(words: Words, found: list[re.Match[str]], i: int) -> tuple[int, str | None]:
    """Return how many words from one on say whose a post is, and whose; ``(0, None)`` where they say nothing of it."""
    word = found[i][0]
    if word.lower().endswith(BORN):
        return 1, None
    start, last = words.start + found[i].start(), words.start + found[-1].start()
    opens = OPENS.search(words.cast.text, max(0, start - 4), start) is not None
    for one in words.cast.inside(start, last):
        entity = words.cast.of(one)
        if one.start == start and entity is not None and one.mention.type != "person":
            alone = len(entity.said) == 1 and not entity.known and " " not in one.text
            if opens and alone and not lexicon.country(one.text):
                continue  # the capital of "Harbour minister Jonas Pell" begins a sentence, and names nobody
            inside = sum(m.end() + words.start <= one.end for m in found[i:])
            place = lexicon.country(one.text)
            adjective = place is not None and place.how == "adjective"
            return inside, lexicon.country_name(place.code) if place and adjective else entity.name or one.text
    if not word[0].isupper() or role_begins([m[0] for m in found], i):
        return 0, None
    for n in range(min(COUNTRY_WORDS, len(found) - 1 - i), 0, -1):
        text = words.text[found[i].start() : found[i + n - 1].end()]
        place = lexicon.country(text)
        if place and place.how != "city":
            return n, text if place.how == "seat" else lexicon.country_name(place.code)
    acronym = word.isupper() and len(word) > 1
    name = i == 0 and found[i + 1][0][0].islower() and not opens
    return (1, word) if acronym or name else (0, None)


def is_role(words: list[str]) -> bool:
    """Tell whether words end in a noun for a post, a profession or a relation."""
    known, last = lexicon.sources(), words[-1].lower()
    return lexicon.role(" ".join(words)) is not None or last in known.offices or last in known.people


def _is_place(text: str) -> bool:
    place = lexicon.country(DETERMINER.sub("", text).strip(" ,"))
    return place is not None and place.how in ("name", "capital", "region", "city")
