import pytest

from training.cast import CAST, read_cast, unmark
from training.markup import OWN, read_marked

TEXT = "Ferrand, trade minister of Orrin, said he would stay."
MARKED = "{1 Ferrand, {1 trade minister of {2 Orrin}}}, said {1 he} would stay."
LINES = '1 person "Luca Ferrand" sector=GOV role="trade minister of Orrin"\n2 country "Orrin"\n'


def write(folder, marked=MARKED, lines=LINES):
    path = folder / "made.txt"
    path.write_text(f"{marked}\n---\n{lines}", encoding="utf-8")
    return path


def test_actors_with_their_mentions_the_whole_before_its_parts(tmp_path):
    ferrand, orrin = read_cast(write(tmp_path), TEXT)
    assert [TEXT[s:e] for s, e in ferrand.mentions] == [
        "Ferrand, trade minister of Orrin",
        "trade minister of Orrin",
        "he",
    ]
    assert (ferrand.kind, ferrand.sector, ferrand.roles) == ("person", "GOV", ["trade minister of Orrin"])
    assert [TEXT[s:e] for s, e in orrin.mentions] == ["Orrin"]


@pytest.mark.parametrize(
    ("marked", "lines", "message"),
    [
        (MARKED.replace("stay", "go"), LINES, "text differs"),
        (MARKED + "}", LINES, "closes nothing"),
        ("{1 " + MARKED, LINES, "never closed"),
        (MARKED, LINES.splitlines()[0], "only marked or only listed"),
        (MARKED, LINES.replace("country", "kingdom"), "unknown kind"),
        (MARKED, LINES.replace("sector", "section"), "unknown fact"),
        (MARKED.replace("{2 Orrin}", "{2  Orrin}").replace("of {", "of{"), LINES, "white space"),
    ],
)
def test_a_broken_file_is_named(tmp_path, marked, lines, message):
    with pytest.raises(ValueError, match=f"made.txt: .*{message}"):
        read_cast(write(tmp_path, marked, lines), TEXT)


def test_unmarking_leaves_other_braces_alone():
    assert unmark("a {b") == ("a {b", [])


def test_all_own_casts_are_sound():
    paths = sorted(CAST.glob("*.txt"))
    assert paths
    for path in paths:
        assert read_cast(path, read_marked(OWN / path.name).text)
