"""Turns the hand-edited lexicons in ``resources/`` into the compact JSON that ships in ``src/firsthand/data/``.

Run ``python scripts/build_lexicon.py`` after an edit; ``--check`` writes nothing and fails when a file is out of date.
"""

import json
import re
import sys
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

import yaml

from firsthand.lexicon import key, word_set

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
DATA = ROOT / "src" / "firsthand" / "data"
VOWELS = "aeiou"
HEADWORD = re.compile(r"^[^ ]+(?= of | at | in )|[^ ]+$")  # the noun of a phrase that takes the plural
INVARIANT = ("ese", "ish", "ch", "sh", "s", "x", "z", "men", "man")  # adjectives that name no people in -s
# What one row of a section is.
KINDS = {
    "international": "international", "nongovernmental": "nongovernmental", "agencies": "agency",
    "parliaments": "parliament", "courts": "court", "security": "security", "militaries": "military",
    "armed_groups": "armed_group", "parties": "party", "central_banks": "central_bank", "companies": "company",
    "posts": "post", "professions": "profession", "relations": "relation",
}  # fmt: skip
PLOVER = word_set(
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC
    IGO UNO EUR NGO ISM IMG MNC"""
)


def entry(line: Any) -> tuple[str, list[str]]:
    """Split ``word`` or ``{word: "form, form"}`` into the word and its irregular forms.

    Raises:
        ValueError: the line is neither.
    """
    if isinstance(line, dict) and len(line) == 1:
        word, forms = next(iter(line.items()))
        return str(word).lower(), [f.strip().lower() for f in str(forms).split(",")]
    if not isinstance(line, str):
        raise ValueError(f"not a word: {line!r} (quote it where YAML reads something else)")
    return line.lower(), []


def plural(noun: str) -> str:
    """Return the regular English plural of a noun."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def inflections(verb: str) -> list[str]:
    """Return the regular -s, -ed and -ing forms of a verb."""
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    return [plural(verb), verb + "ed", verb + "ing"]


def nouns(lines: list[Any]) -> tuple[list[str], list[str]]:
    """Return the singulars and the plurals of a list of nouns; a plural equal to its singular is in both."""
    one, many = [], []
    for word, forms in map(entry, lines):
        one.append(word)
        many += forms or [plural(word)]
    return sorted(set(one)), sorted(set(many))


def verb_forms(sections: dict[str, list[Any]], irregular: dict[str, str]) -> dict[str, str]:
    """Map every inflected form of a verb that begins a phrase in ``sections`` to its base form."""
    forms: dict[str, str] = {}
    for word, extra in (entry(line) for lines in sections.values() for line in lines):
        verb = word.split()[0]
        known = [f.split()[0] for f in extra] if " " in word else extra
        for form in inflections(verb) + known:
            forms.setdefault(form, verb)
    for verb, listed in irregular.items():
        forms |= {form.strip(): str(verb) for form in listed.split(",")}
    bases = {entry(line)[0] for lines in sections.values() for line in lines}
    return {form: verb for form, verb in sorted(forms.items()) if form not in bases and form != verb}


def cues(raw: dict[str, Any]) -> dict[str, Any]:
    """Build the lexicon of cues: a list of phrases a section, and the base form of each inflected one."""
    irregular = raw.pop("irregular")
    phrases = {name: sorted({entry(line)[0] for line in lines}) for name, lines in raw.items()}
    verbal = {name: lines for name, lines in raw.items() if not name.startswith("content_")}
    return {**phrases, "forms": verb_forms(verbal, irregular)}


def sources(raw: dict[str, Any]) -> dict[str, Any]:
    """Build the lexicon of source phrases: nouns with their plurals, and lists of words."""
    out: dict[str, Any] = {}
    for name in ("people", "collectives", "documents", "organizations", "offices"):
        out[name], out[f"{name}_plural"] = nouns(raw.pop(name))
    for name, section in raw.items():
        out[name] = section if isinstance(section, dict) else sorted({entry(line)[0] for line in section})
    return out


def outlet_rows(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Split ``name | other, other | domain, domain`` into the name and all that it goes by.

    Raises:
        ValueError: a line has no name or not three parts.
    """
    rows = []
    for line in lines:
        parts = [part.strip() for part in str(line).split("|")]
        if len(parts) != 3 or not parts[0]:
            raise ValueError(f"not 'name | other names | domains': {line!r}")
        name = parts[0].split(" (")[0]
        rows.append((name, [w.strip() for part in parts[1:] for w in part.split(",") if w.strip()]))
    return rows


def outlets(raw: dict[str, Any]) -> dict[str, Any]:
    """Build the lexicon of outlets: one map from everything an outlet goes by to its name, and the lists of words."""
    known: dict[str, str] = {}
    for section in ("agencies", "newspapers", "broadcasters", "magazines", "sites"):
        for name, others in outlet_rows(raw.pop(section)):
            for word in [name, *others]:
                known.setdefault(word.lower(), name)
    social = sorted({w.lower() for name, others in outlet_rows(raw.pop("social")) for w in [name, *others]})
    listed = {name: sorted({entry(line)[0] for line in lines}) for name, lines in raw.items()}
    return {"known": known, "social": social, **listed}


def fields(line: Any, shape: str) -> list[str]:
    """Split a line at its bars into as many fields as ``shape`` has.

    Raises:
        ValueError: it has more or fewer, or no first field.
    """
    parts = [part.strip() for part in str(line).split("|")]
    if len(parts) != shape.count("|") + 1 or not parts[0]:
        raise ValueError(f"not {shape!r}: {line!r}")
    return parts


def listed(names: str) -> list[str]:
    """Split a field at its commas."""
    return [name.strip() for name in names.split(",") if name.strip()]


def known(value: str, allowed: Container[str], line: Any) -> str | None:
    """Return a code that is allowed, or None for an empty one.

    Raises:
        ValueError: the code is not among those allowed.
    """
    if value in ("", "-", "null", "none"):
        return None
    if value not in allowed:
        raise ValueError(f"{value!r} is no code: {line!r}")
    return value


def put(index: dict[str, Any], name: str, value: Any) -> None:
    """Enter a name under the key by which it is looked up.

    Raises:
        ValueError: the name is entered already, for something else.
    """
    if index.setdefault(key(name), value) != value:
        raise ValueError(f"{name!r} is {value!r} and {index[key(name)]!r}")


def peoples(adjectives: str) -> list[str]:
    """Return the adjectives of a country and the plurals that name its people."""
    words = listed(adjectives)
    return words + [word + "s" for word in words if not word.endswith(INVARIANT)]


def countries(raw: dict[str, Any]) -> dict[str, Any]:
    """Build the gazetteer of countries: names by code, how each word names which country, and seats of government."""
    names: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {how: {} for how in ("name", "adjective", "capital", "region", "city")}
    for line in raw["countries"]:
        code, name, others, adjectives, capitals = fields(line, "code | name | others | adjectives | capitals")
        names[code] = name
        for how, group in (
            ("name", [name.removeprefix("the "), *listed(others)]),
            ("adjective", peoples(adjectives)),
            ("capital", listed(capitals)),
        ):
            for word in group:
                put(words[how], word, code)
    for how, section in (("region", "regions"), ("city", "cities")):
        for line in raw[section]:
            code, places = fields(line, "country | names")
            for word in listed(places):
                put(words[how], word, known(code, names, line))
    meant: dict[str, tuple[str, str]] = {}
    for how, index in words.items():
        for word, code in index.items():
            meant.setdefault(word, (code, how))
    return {"names": names, "words": meant, "seats": seats(raw["seats"], names)}


def seats(lines: list[Any], codes: Container[str]) -> dict[str, Any]:
    """Map every name of a seat to the institution that it is, and what it stands for."""
    index: dict[str, Any] = {}
    for line in lines:
        name, others, code, sector, of = fields(line, "name | others | country | sector | of")
        row = (name, "seat", known(sector, PLOVER, line), known(code, codes, line), of)
        for word in [name, *listed(others)]:
            put(index, word, row)
    return index


def institutions(raw: dict[str, Any]) -> dict[str, Any]:
    """Build the gazetteer of institutions: rows, and indexes of their names, of names beside a country, of bodies."""
    codes = {str(line).split("|")[0].strip() for line in load("countries")["countries"]}
    bodies: dict[str, Any] = {}
    for line in raw.pop("bodies"):
        name, others, kind, sector = fields(line, "name | others | kind | sector")
        for word in [name, *listed(others)]:
            put(bodies, word, (name, kind, known(sector, PLOVER, line), None))
    rows: list[Any] = []
    names: dict[str, int] = {}
    beside: dict[str, int] = {}
    for kind, lines in raw.items():
        for line in lines:
            name, others, code, sector = fields(line, "name | others | country | sector")
            rows.append((name, KINDS[kind], known(sector, PLOVER, line), known(code, codes, line)))
            for word in [name, *listed(others)]:
                if word.startswith("~"):
                    put(beside, f"{code} {word[1:]}", len(rows) - 1)
                else:
                    put(names, word, len(rows) - 1)
    return {"rows": rows, "names": names, "beside": beside, "bodies": bodies}


def head_plural(phrase: str) -> str:
    """Return a phrase with its head noun in the regular plural: ``chiefs of staff``, ``city councils``."""
    return HEADWORD.sub(lambda noun: plural(noun[0]), phrase, count=1)


def role_nouns(lines: list[Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield each noun of a section with its plurals, both as they are looked up."""
    for word, forms in map(entry, lines):
        yield key(word), [key(form) for form in forms or [head_plural(word)]]


def roles(raw: dict[str, Any]) -> dict[str, Any]:
    """Build the lexicon of roles: nouns for people, titles, first names, head nouns of institutions."""
    nouns: dict[str, Any] = {}
    plurals: dict[str, str] = {}
    for kind in ("posts", "professions", "relations"):
        for sector, lines in raw[kind].items():
            for noun, many in role_nouns(lines):
                put(nouns, noun, (noun, KINDS[kind], known(sector, PLOVER, noun)))
                plurals |= dict.fromkeys(many, noun)
    heads: dict[str, str] = {}
    for sector, lines in raw["heads"].items():
        for noun, many in role_nouns(lines):
            for form in [noun, *many]:
                put(heads, form, known(sector, PLOVER, noun))
    titles: dict[str, Any] = {}
    for line in raw["honorifics"]:
        title, shorts, gender, sector = fields(line, "title | short forms | gender | sector")
        row = (title, known(gender[:1], "mf", line), known(sector, PLOVER, line))
        for word in [title, *listed(shorts)]:
            put(titles, word.lower(), row)
    first = {key(n.lower()): sex[0] for sex in ("female", "male") for n in raw[sex]}
    return {
        "nouns": nouns,
        "plurals": {form: noun for form, noun in plurals.items() if form not in nouns or form == noun},
        "former": sorted(map(key, raw["former"])),
        "heads": heads,
        "honorifics": titles,
        "first_names": first,
    }


def leaders(raw: dict[str, Any]) -> dict[str, Any]:
    """Build the gazetteer of leaders; a name that leaders of two countries have says nothing."""
    codes = {str(line).split("|")[0].strip() for line in load("countries")["countries"]}
    names: dict[str, set[str]] = {}
    posts: dict[str, dict[str, set[str]]] = {}
    for code, held in raw.items():
        known(code, codes, code)
        for post, people in held.items():
            for name in people:
                names.setdefault(key(name), set()).add(code)
                posts.setdefault(post, {}).setdefault(key(name.rsplit(" ", 1)[-1]), set()).add(code)
    return {"names": only(names), "posts": {post: only(index) for post, index in posts.items()}}


def only(index: dict[str, set[str]]) -> dict[str, str]:
    """Keep what one word alone stands for."""
    return {word: next(iter(codes)) for word, codes in index.items() if len(codes) == 1}


def load(name: str) -> Any:
    """Read one file of ``resources/``."""
    return yaml.safe_load((RESOURCES / f"{name}.yaml").read_text(encoding="utf-8"))


def build() -> dict[str, str]:
    """Return the text of every generated file by its name."""
    makers = {
        "cues": cues,
        "sources": sources,
        "outlets": outlets,
        "countries": countries,
        "institutions": institutions,
        "roles": roles,
        "leaders": leaders,
    }
    made = {}
    for name, make in makers.items():
        made[f"{name}.json"] = (
            json.dumps(make(load(name)), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
        )
    return made


def main() -> int:
    """Write the files, or with ``--check`` say which are out of date."""
    stale = 0
    for name, text in build().items():
        path = DATA / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{path.relative_to(ROOT)} is out of date (run python scripts/build_lexicon.py)", file=sys.stderr)
            stale = 1
        else:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
