"""Turns the hand-edited lexicons in ``resources/`` into the compact JSON that ships in ``src/firsthand/data/``.

Run ``python scripts/build_lexicon.py`` after an edit; ``--check`` writes nothing and fails when a file is out of date.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
DATA = ROOT / "src" / "firsthand" / "data"
VOWELS = "aeiou"


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


def build() -> dict[str, str]:
    """Return the text of every generated file by its name."""
    makers = {"cues": cues, "sources": sources, "outlets": outlets}
    made = {}
    for name, make in makers.items():
        raw = yaml.safe_load((RESOURCES / f"{name}.yaml").read_text(encoding="utf-8"))
        made[f"{name}.json"] = json.dumps(make(raw), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
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
