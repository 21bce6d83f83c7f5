"""Who leads or led a country: heads of state and government since about 1990, and ministers often in the news."""

from collections.abc import Iterable
from functools import cache

import msgspec

from firsthand.lexicon.lookup import find, load

# Posts that are one in ``leaders.yaml``, by the nouns of ``roles.yaml``.
ALSO = {
    "premier": "prime minister", "taoiseach": "prime minister", "deputy president": "vice president",
    "secretary of state": "foreign minister", "foreign secretary": "foreign minister",
    "minister of foreign affairs": "foreign minister", "external affairs minister": "foreign minister",
    "defense minister": "defence minister", "defence secretary": "defence minister",
    "defense secretary": "defence minister", "secretary of defense": "defence minister", "king": "monarch",
    "queen": "monarch", "emir": "monarch", "sultan": "monarch",
}  # fmt: skip


class Leaders(msgspec.Struct, frozen=True):
    """Country codes by full name, and by post and last name where those of one country alone have it."""

    names: dict[str, str]
    posts: dict[str, dict[str, str]]


@cache
def leaders() -> Leaders:
    """The gazetteer of leaders."""
    return load("leaders", Leaders)


def leader(name: str, posts: Iterable[str] = ()) -> str | None:
    """Return the country that somebody of this full name led, or that one of this last name led in one of the posts.

    Args:
        name: as the report writes it ("Donald Trump", "Trump").
        posts: nouns of roles ("president").
    """
    known = leaders()
    if " " in name:
        return find(known.names, name)
    found = (find(known.posts.get(ALSO.get(post, post), {}), name) for post in posts)
    return next((code for code in found if code), None)
