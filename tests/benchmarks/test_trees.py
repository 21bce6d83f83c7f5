from benchmarks.trees import Word, conllu, universal


def sentence(*rows):
    """Words from (form, lemma, upos, relation, head's form); the head of a root is None."""
    forms = [row[0] for row in rows]
    words = [
        Word(10 * i, 10 * i + len(form), form, lemma, upos, "X", relation, None if head is None else forms.index(head))
        for i, (form, lemma, upos, relation, head) in enumerate(rows)
    ]
    universal(words)
    return {w.form: (w.relation, None if w.head is None else forms[w.head]) for w in words}


def test_nouns_stand_over_their_prepositions():
    tree = sentence(
        ("Vell", "Vell", "PROPN", "nsubj", "spoke"),
        ("spoke", "speak", "VERB", "ROOT", None),
        ("in", "in", "ADP", "prep", "spoke"),
        ("front", "front", "NOUN", "pobj", "in"),
        ("of", "of", "ADP", "prep", "front"),
        ("the", "the", "DET", "det", "house"),
        ("house", "house", "NOUN", "pobj", "of"),
    )
    assert tree["front"] == ("obl", "spoke")
    assert tree["in"] == ("case", "front")
    assert tree["house"] == ("nmod", "front")
    assert tree["of"] == ("case", "house")
    assert tree["spoke"] == ("root", None)


def test_clauses_stand_over_their_prepositions():
    tree = sentence(
        ("left", "leave", "VERB", "ROOT", None),
        ("without", "without", "ADP", "prep", "left"),
        ("speaking", "speak", "VERB", "pcomp", "without"),
    )
    assert tree["speaking"] == ("advcl", "left")
    assert tree["without"] == ("mark", "speaking")


def test_predicates_stand_over_their_copula():
    tree = sentence(
        ("Vell", "Vell", "PROPN", "nsubj", "is"),
        ("is", "be", "AUX", "ROOT", None),
        ("mayor", "mayor", "NOUN", "attr", "is"),
        ("here", "here", "ADV", "advmod", "is"),
    )
    assert tree["mayor"] == ("root", None)
    assert tree["is"] == ("cop", "mayor")
    assert tree["Vell"] == ("nsubj", "mayor")
    assert tree["here"] == ("advmod", "mayor")


def test_other_verbs_keep_their_predicates():
    tree = sentence(("became", "become", "VERB", "ROOT", None), ("mayor", "mayor", "NOUN", "attr", "became"))
    assert tree["mayor"] == ("xcomp", "became")


def test_a_row_hangs_on_its_first():
    tree = sentence(
        ("Vell", "Vell", "PROPN", "ROOT", None),
        ("Quist", "Quist", "PROPN", "conj", "Vell"),
        ("and", "and", "CCONJ", "cc", "Quist"),
        ("Ames", "Ames", "PROPN", "conj", "Quist"),
    )
    assert tree["Quist"] == ("conj", "Vell")
    assert tree["Ames"] == ("conj", "Vell")
    assert tree["and"] == ("cc", "Ames")


def test_words_become_rows_with_one_root():
    words = [
        Word(0, 4, "Vell", "Vell", "PROPN", "NNP", "nsubj", 1),
        Word(5, 9, "left", "leave", "VERB", "VBD", "ROOT", None),
    ]
    universal(words)
    assert conllu([words]).splitlines() == [
        "1\tVell\tVell\tPROPN\tNNP\t_\t2\tnsubj\t_\t_",
        "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_",
        "",
    ]
