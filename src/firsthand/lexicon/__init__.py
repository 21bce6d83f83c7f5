"""The words and names that the rules stand on. Data, loaded once and only when first asked for.

The truth is ``resources/*.yaml``, edited by hand; ``scripts/build_lexicon.py`` makes ``firsthand/data/*.json`` from it.
"""

from firsthand.lexicon.gazetteer import (
    Countries,
    Country,
    How,
    Institution,
    Institutions,
    countries,
    country,
    country_name,
    institution,
    institutions,
)
from firsthand.lexicon.leaders import Leaders, leader, leaders
from firsthand.lexicon.lookup import key
from firsthand.lexicon.roles import Honorific, Role, Roles, gender, honorific, institution_sector, role, roles
from firsthand.lexicon.words import (
    Cues,
    Outlets,
    Sources,
    Words,
    cues,
    is_plural,
    lemma,
    outlet,
    outlets,
    phrase_in,
    sources,
    word_set,
)

__all__ = [
    "Countries",
    "Country",
    "Cues",
    "Honorific",
    "How",
    "Institution",
    "Institutions",
    "Leaders",
    "Outlets",
    "Role",
    "Roles",
    "Sources",
    "Words",
    "countries",
    "country",
    "country_name",
    "cues",
    "gender",
    "honorific",
    "institution",
    "institution_sector",
    "institutions",
    "is_plural",
    "key",
    "leader",
    "leaders",
    "lemma",
    "outlet",
    "outlets",
    "phrase_in",
    "role",
    "roles",
    "sources",
    "word_set",
]
