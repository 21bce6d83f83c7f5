import subprocess
import sys

import pytest

from firsthand.reading.language import detect, primary

ENGLISH = (
    "The envoys of Halden and Tarsia met in secret last weekend, two officials who were briefed on the matter said."
)
ROMANIAN = (
    "Ministrul de externe a declarat miercuri că nu a existat nicio întâlnire la Lisabona, după ce mai multe "
    "publicații au relatat despre negocieri secrete între cele două țări privind schimbul de prizonieri."
)
GERMAN = (
    "Der Außenminister sagte am Mittwoch, es habe kein Treffen in Lissabon gegeben. Zuvor hatten mehrere Zeitungen "
    "über geheime Verhandlungen zwischen den beiden Ländern berichtet, bei denen es um Gefangene ging."
)
UKRAINIAN = "Заступник міністра закордонних справ спростував повідомлення про переговори, бо він там не був."


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (ROMANIAN, "ro"), (GERMAN, "de"), (UKRAINIAN, "uk")])
def test_languages(text, code):
    assert detect(text) == code


@pytest.mark.parametrize(
    "text", ["", "Nowil GONE", "Ask her.", "Lindqvist, Berezh, Salgado", "x" * 5000, "12 345 678", "\ud800\x00"]
)
def test_the_short_is_not_judged(text):
    assert detect(text) is None


def test_lone_surrogates_do_not_count():
    assert detect("\ud800" * 50 + GERMAN) == "de"


@pytest.mark.parametrize(
    ("tag", "code"), [("en-GB", "en"), ("en_US", "en"), ("eng", "en"), ("RO", "ro"), (" pt-br", "pt")]
)
def test_tags(tag, code):
    assert primary(tag) == code


def test_english_needs_no_model():
    code = f"import firsthand.reading as r, sys; r.read_text({ENGLISH!r}); print('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
