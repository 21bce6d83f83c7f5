"""The page in a real browser: what a reader sees and does."""

import shutil

import pytest

from firsthand.export.html import page as render
from tests.export.samples import TEXT, analysis_of, attribution, busy, sample

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, tmp_path):
    """Open the page of an analysis; the test fails if it logs, asks for anything or runs what it should not."""
    complaints, contexts = [], []

    def open_page(analysis, **options):
        file = tmp_path / "page.html"
        file.write_text(render(analysis), encoding="utf-8", newline="")
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        tab.on("request", lambda request: request.url == file.as_uri() or complaints.append(request.url))
        tab.goto(file.as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def lit(tab):
    return [piece.inner_text() for piece in tab.locator(".text .m.on").all()]


def test_clicking_an_attribution_lights_up_its_words_and_keeps_them(visit):
    tab = visit(sample())
    tab.locator("li#a4").click(position={"x": 5, "y": 5})
    assert lit(tab) == ["His spokeswoman", "declined", "to comment"]
    tab.mouse.move(0, 0)
    assert lit(tab) == ["His spokeswoman", "declined", "to comment"]
    tab.keyboard.press("Escape")
    tab.locator("li#a4").blur()
    assert lit(tab) == []


def test_what_a_click_scrolls_under_the_pointer_does_not_light_up(visit):
    tab = visit(sample(), viewport={"width": 700, "height": 400})
    tab.locator("li#a7").click(position={"x": 5, "y": 5})
    chosen = lit(tab)
    assert "three diplomats" in chosen
    tab.wait_for_timeout(1000)  # the page scrolls smoothly
    assert lit(tab) == chosen


def test_the_keyboard_does_what_the_mouse_does(visit):
    tab = visit(sample())
    tab.locator("li#a5").focus()
    assert lit(tab) == ["the border guard", "did not respond"]
    tab.keyboard.press("Enter")
    tab.locator("li#a5").blur()
    assert lit(tab) == ["the border guard", "did not respond"]
    assert tab.locator("li#a5").get_attribute("aria-current") == "true"


def test_a_number_in_the_text_leads_to_its_attribution(visit):
    tab = visit(sample())
    tab.locator('.text sup a[href="#a7"]').first.click()
    assert tab.evaluate("document.querySelector('li:target').id") == "a7"
    assert "three diplomats" in lit(tab)


def test_an_event_lights_up_its_words_and_who_takes_part(visit):
    tab = visit(busy())
    tab.locator("li#e2").focus()
    assert lit(tab) == ["Velmora", "put sanctions", "Tarsia", "its <b>ports</b>"]
    tab.locator("li#e1").click(position={"x": 5, "y": 5})
    tab.mouse.move(0, 0)
    assert lit(tab) == ["President Kessia Orrin", "accused", "Tarsia"]


def test_the_time_line_leads_to_an_event_and_lights_it_up(visit):
    tab = visit(busy())
    tab.locator('#timeline a[href="#e4"]').click()
    assert tab.evaluate("document.querySelector('li:target').id") == "e4"
    assert "put " in "".join(lit(tab))
    tab.locator("li#e2 a").click()
    assert tab.locator("li#a2").get_attribute("aria-current") == "true"


def test_events_read_without_a_script_and_on_a_phone(visit):
    tab = visit(busy(), java_script_enabled=False, viewport={"width": 360, "height": 700})
    assert tab.locator("#events li").count() == 6
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_reads_without_a_script(visit):
    tab = visit(sample(), java_script_enabled=False)
    assert tab.locator("#attributions li").count() == 7
    tab.locator('.text sup a[href="#a2"]').first.click()
    assert tab.url.endswith("#a2")


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (360, False)])
def test_the_list_is_beside_the_text_or_below_it_and_nothing_sticks_out(visit, width, beside):
    tab = visit(sample(), viewport={"width": width, "height": 900})
    text, listed = tab.locator(".text").bounding_box(), tab.locator("#attributions").bounding_box()
    assert (listed["x"] > text["x"] + text["width"] / 2) == beside
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_of_a_thousand_letters_stays_on_a_phone_s_page(visit):
    tab = visit(
        analysis_of(
            "x" * 1000, attribution("a", ((0, 999),), unnamed=True), title="y" * 500, url="https://e.org/" + "z" * 500
        ),
        viewport={"width": 360, "height": 700},
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_is_copied_is_the_text(visit):
    tab = visit(sample())
    copied = tab.evaluate(
        "(() => { document.querySelectorAll('.text sup').forEach((s) => s.remove());"
        " return document.querySelector('.text').textContent; })()"
    )
    assert copied == TEXT


def test_a_hostile_report_runs_nothing(visit):
    hostile = '</style></script><script>alert(1)</script><img src="x" onerror="alert(2)"><svg onload=alert(3)>'
    tab = visit(
        analysis_of(
            hostile,
            attribution("a", ((0, 9),), ((2, 30),), ((5, 60),), descriptor=hostile, via=(hostile,)),
            title=hostile,
            outlet=hostile,
        )
    )
    assert tab.locator("img, svg").count() == 0
    assert tab.locator(".text").inner_text().startswith("</style>")


CONTRAST = """() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const luminance = ([r, g, b]) => [r, g, b]
    .map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *:not(script)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const both = [parse(getComputedStyle(element).color), ground(element)].map(luminance);
    const [a, b] = both.sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_told_from_its_ground(visit, scheme):
    for report, item in ((sample(), "a7"), (busy(), "e2")):
        tab = visit(report, color_scheme=scheme)
        tab.locator(f"li#{item}").focus()
        assert tab.evaluate(CONTRAST) == []


def test_on_paper_the_whole_list_is_there(visit):
    tab = visit(busy(), viewport={"width": 1280, "height": 300})
    tab.emulate_media(media="print")
    assert tab.evaluate(
        "(() => { const s = document.querySelector('.beside'); return s.scrollHeight <= s.clientHeight + 1; })()"
    )
