"""Names in bylines and credit lines: which words are a person, an outlet, a post or a place.

These lines are short and formal, so their shape decides; no list of people or outlets is needed.
"""

import re
from collections.abc import Iterator

from firsthand.lexicon import outlet
from firsthand.reading.words import word_set
from firsthand.types import Hand, HandRole, Kind, Span

_OUTLET_WORDS = word_set(
    "agency agence agencia agenzia agentur associated broadcasting broadcaster bulletin channel chronicle courier "
    "daily digest dispatch echo examiner express gazette globe guardian herald independent inquirer insider "
    "interfax journal magazine mail media mercury mirror monitor network networks news newspaper newspapers newswire "
    "observer post press radio register reporter reuters review sentinel service standard star sun telegram "
    "telegraph television times today tribune tv voice weekly wire wires bloomberg xinhua presse zeitung"
)
_POSTS = word_set(
    "agencies analyst anchor bureau chief columnist contributor contributors correspondent correspondents desk "
    "director editor editors editorial fellow freelance intern journalist newsroom photographer producer reporter "
    "reporters staff team writer writers"
)
_NOT_IN_NAMES = word_set(
    "a all an and any as be been but by do how if in is it its no not of on or our so that the their then this to "
    "was we what when where who why will with you your email january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday"
)
_PARTICLES = word_set("al bin bint da das de del della den der di do dos du el la le ten van von y")
_CAN_BE_NAMES = frozenset({"may", "april", "june", "august", "will", "do"})  # "Theresa May", "Will Dunham"
_NOBODY = 99  # more words than any name has
_SEGMENT = re.compile(r"[^,;|/&•·\n]+")
_JOINT = re.compile(r"\s(?:and|with)\s")
_PLACE = re.compile(r"\s(?:in|from|at|on)\s.*", re.S)
_OF = re.compile(r"\s(?:of|for)\s")
_WORD = re.compile(r"[^\W\d_][\w.'’\-]*")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")


def is_outlet(name: str) -> bool:
    """Tell whether a name is a known outlet's, or reads as one: a word of the trade, initials, or a domain."""
    words = name.split()
    if is_known(name):
        return True
    if not words or len(words) > 6 or not (name[0].isupper() or _DOMAIN.fullmatch(name)):
        return False
    if len(words) == 1 and (_DOMAIN.fullmatch(name) or (name.isalpha() and name.isupper() and len(name) <= 4)):
        return True
    return any(_is_outlet_word(word) for word in words)


def is_known(name: str) -> bool:
    """Tell whether the lexicon of outlets has a name, with or without its article; in small letters it is a word."""
    return name[:1].isupper() and outlet(name) is not None


def _is_outlet_word(word: str) -> bool:
    bare = word.strip(".,'’()").lower()
    return bare in _OUTLET_WORDS or (bare.endswith("press") and len(bare) > 5)


def is_person(name: str, least: int = 2) -> bool:
    """Tell whether a name reads as that of a person: capitalised words, none of them a common one.

    Args:
        name: the words.
        least: how many words there must be; 1 takes a bare surname.
    """
    words = name.split()
    if not least <= len(words) <= 5 or (len(words) == 1 and words[0].lower() in _NOT_IN_NAMES):
        return False
    return not words[-1][0].islower() and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    low = word.lower().rstrip(".")
    if low in _PARTICLES:
        return True
    if low in _NOT_IN_NAMES and low not in _CAN_BE_NAMES and len(word.rstrip(".")) > 1:
        return False
    return word[0].isupper() and _WORD.fullmatch(word) is not None


def hands(text: str, region: Span, role: HandRole, least: int = 2, commas: bool = True) -> list[Hand]:
    """Find the names in one stretch of a byline or credit: "A and B in Lisbon, Baltika Wire".

    Args:
        text: the text that the spans of the result point into.
        region: the stretch with nothing but names, posts and places.
        role: the role that every hand gets.
        least: of how many words a person's name has to be; 1 takes a surname.
        commas: whether commas alone list people; what follows the last "and" is never a person.

    Returns:
        One hand per person or outlet, in the order of the text; posts and places are left out.
    """
    pieces = list(_pieces(text, *region))
    last = max((number for number, (*_, joined) in enumerate(pieces) if joined), default=len(pieces) if commas else 0)
    result: list[Hand] = []
    for number, (start, end, _) in enumerate(pieces):
        result.extend(_classified(text, (start, end), role, least if number <= last else _NOBODY))
    return result


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Cut at commas, semicolons and "and"; say of each piece whether an "and" stands before it."""
    for segment in _SEGMENT.finditer(text, start, end):
        cut = segment.start()
        for joint in _JOINT.finditer(text, segment.start(), segment.end()):
            yield *_trimmed(text, cut, joint.start()), cut != segment.start()
            cut = joint.end()
        yield *_trimmed(text, cut, segment.end()), cut != segment.start()


def _trimmed(text: str, start: int, end: int) -> Span:
    place = _PLACE.search(text, start, end)
    end = place.start() if place else end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or _ends_in_initial(text, start, end)):
        end -= 1
    return start, end


def _ends_in_initial(text: str, start: int, end: int) -> bool:
    """Keep the full stop of "Jr." and "D.C."."""
    return text[end - 1] == "." and re.search(r"(?:\b[A-Z]|\bJr|\bSr)\.$", text[start:end]) is not None


def _classified(text: str, span: Span, role: HandRole, least: int) -> Iterator[Hand]:
    start, end = span
    name = text[start:end]
    if not name:
        return
    post, of = _post(name), _OF.search(name)
    if post:
        yield from _around_post(text, span, post, role)
    elif of and is_person(name[: of.start()]) and is_outlet(name[of.end() :]):
        yield Hand(name=name[: of.start()], role=role, kind=Kind.PERSON, span=(start, start + of.start()))
        yield Hand(name=name[of.end() :], role=role, kind=Kind.OUTLET, span=(start + of.end(), end))
    elif is_outlet(name):
        yield Hand(name=name, role=role, kind=Kind.OUTLET, span=span)
    elif is_person(name, least):
        yield Hand(name=name, role=role, kind=Kind.PERSON, span=span)


def _post(name: str) -> re.Match[str] | None:
    """Find the last word that is a post; "The Desert Reporter" is an outlet and has none."""
    posts = [word for word in _WORD.finditer(name) if word[0].lower() in _POSTS]
    if not posts or (name.startswith("The ") and posts[-1].end() == len(name)):
        return None
    return posts[-1]


def _around_post(text: str, span: Span, post: re.Match[str], role: HandRole) -> Iterator[Hand]:
    """Read "Associated Press writer Jill Moss": the outlet before the post, the person after it."""
    start, end = span
    before, after = text[start : start + post.start()].rstrip(), text[start + post.end() : end]
    shift = len(after) - len(after.lstrip())
    if is_outlet(before):
        yield Hand(name=before, role=role, kind=Kind.OUTLET, span=(start, start + len(before)))
    if is_person(after.strip()):
        person = (start + post.end() + shift, end)
        yield Hand(name=after.strip(), role=role, kind=Kind.PERSON, span=person)
