from collections import Counter

import pytest

from benchmarks import gold
from training.gum import PUNCTUATION, QUOTES, gum_documents

# Two sentences of our own: "According to the port, Vell didn't say that it sank." / "It sank."
WORDS = [
    "1 According according 4 case", "2 to to 1 fixed", "3 the the 4 det", "4 port port 9 obl _ SpaceAfter=No",
    "5 , , 4 punct", "6 Vell Vell 9 nsubj", "7-8 didn't", "7 did do 9 aux", "8 n't not 9 advmod", "9 say say 0 root",
    "10 that that 12 mark", "11 it it 12 nsubj", "12 sank sink 9 ccomp _ SpaceAfter=No", "13 . . 9 punct",
]  # fmt: skip
UNITS = [
    "1|According to the port ,|1|2|attribution-positive_r|semantic-attribution_source-4-gold",
    "2|Vell did n't say|0|3|attribution-negative_r|semantic-attribution_source-6-_;semantic-negation-8-_",
    "3|that it sank .|0|0|ROOT|_",
    "4|It sank .|3|3|restatement-repetition_m|_",
]


def row(line):
    number, form, *rest = line.split(" ")
    lemma, head, relation, _, misc = [*rest, "_", "_", "_", "_", "_"][:5]
    return "\t".join([number, form, lemma, "_", "_", "_", head, relation, "_", misc])


def unit(line):
    number, words, height, parent, relation, signals = line.split("|")
    return "\t".join([number, words, height, "_", "_", "_", parent, relation, "_", signals])


@pytest.fixture
def folder(tmp_path):
    second = ["1 It it 2 nsubj", "2 sank sink 0 root _ SpaceAfter=No", "3 . . 2 punct"]
    conllu = ["# newpar", *map(row, WORDS), "", "# newpar", *map(row, second), ""]
    (tmp_path / "dep").mkdir()
    (tmp_path / "rst").mkdir()
    (tmp_path / "dep" / "GUM_news_made.conllu").write_text("\n".join(conllu), encoding="utf-8")
    (tmp_path / "rst" / "GUM_news_made.rsd").write_text("\n".join(map(unit, UNITS)), encoding="utf-8")
    (tmp_path / "splits.tsv").write_text("GUM_news_made\tdev\nGUM_news_other\ttrain\n", encoding="utf-8")
    return tmp_path


def texts(document, role, index):
    return [document["text"][a:b] for a, b in document["attributions"][index][role]]


def test_text_has_its_own_spacing_and_paragraphs(folder):
    [document] = gum_documents(folder, "dev")
    assert document["text"] == "According to the port, Vell didn't say that it sank.\n\nIt sank."
    assert (document["genre"], document["nc"]) == ("news", False)


def test_roles_of_a_verb_and_of_a_preposition(folder):
    [document] = gum_documents(folder, "dev")
    assert texts(document, "source", 0) == ["the port"]
    assert texts(document, "cue", 0) == ["According to"]
    assert texts(document, "source", 1) == ["Vell"]
    assert texts(document, "cue", 1) == ["didn't say"]
    assert texts(document, "content", 1) == ["that it sank"]


def test_an_attribution_of_an_attribution_holds_it_whole(folder):
    [document] = gum_documents(folder, "dev")
    assert texts(document, "content", 0) == ["Vell didn't say that it sank"]
    assert [a["nested"] for a in document["attributions"]] == [False, True]


def test_what_attaches_after_the_attribution_is_not_said(folder):
    [document] = gum_documents(folder, "dev")
    assert "It sank" not in " ".join(texts(document, "content", 0))


def test_credits_are_left_out_and_counted(folder):
    path = folder / "rst" / "GUM_news_made.rsd"
    lines = path.read_text(encoding="utf-8").splitlines()
    fields = lines[0].split("\t")
    lines[0] = "\t".join([*fields[:5], "caption=caption", *fields[6:]])
    path.write_text("\n".join(lines), encoding="utf-8")
    dropped = Counter()
    [document] = gum_documents(folder, "dev", dropped)
    assert len(document["attributions"]) == 1
    assert dropped == {"credit under a picture": 1}


def test_documents_without_words_are_left_out(folder):
    path = folder / "dep" / "GUM_news_made.conllu"
    path.write_text(path.read_text(encoding="utf-8").replace("sank", "____"), encoding="utf-8")
    dropped = Counter()
    assert gum_documents(folder, "dev", dropped) == []
    assert dropped == {"document without words": 1}


def test_files_that_do_not_belong_together_are_refused(folder):
    (folder / "rst" / "GUM_news_made.rsd").write_text(unit(UNITS[0]), encoding="utf-8")
    with pytest.raises(ValueError, match="GUM_news_made"):
        gum_documents(folder, "dev")


@pytest.mark.skipif(not (gold.shared() / "data" / "gum").is_dir(), reason="GUM is not here")
def test_spans_of_the_real_corpus_are_sound():
    documents = gum_documents(gold.shared() / "data" / "gum", "dev")
    marks = [(d["text"], a) for d in documents for a in d["attributions"]]
    assert len(marks) > 150
    assert sum(a["nested"] for _, a in marks) > 5
    for text, one in marks:
        assert one["cue"]
        assert one["content"]
        roles = [{c for s, e in one[role] for c in range(s, e)} for role in ("source", "cue", "content")]
        assert sum(map(len, roles)) == len(set().union(*roles)), "roles overlap"
        for start, end in one["content"]:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
        assert text[one["content"][-1][1] - 1] not in PUNCTUATION - QUOTES - {")", "]", "-", "–", "—"}
