"""The page of the guide in a real browser: searched, copied from, printed, and never asking for anything."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.guide.chapter import Chapter
from app.text.page import page_of
from tests.guide.handover.browser import Browser, found
from tests.guide.handover.guides import a_document, a_guide
from widgets.guide.handover.dress import dress

pytestmark = pytest.mark.skipif(
    not found(), reason="the page is looked at in chromium-headless-shell; `make test` installs it when it may"
)
ATTACK = """<script>document.title = "taken"</script><img src="https://evil.example/p.png">
![local](file:///etc/passwd) ![remote](https://evil.example/p.png)
<link rel=stylesheet href=https://evil.example/x.css> <style>@import url(https://evil.example/y.css)</style>
<iframe src="https://evil.example"></iframe> <svg onload="fetch('https://evil.example')"></svg>"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture
def page(browser, tmp_path, qapp):
    """Open the moderators' page of a guide into which somebody pasted what they should not."""

    def opened(language="en"):
        guide = a_guide(Chapter("free", "House rules", "", ATTACK, 8))
        document = a_document(guide, language=language, every_language=True)
        file = tmp_path / "guide.html"
        file.write_text(page_of(document, dress(language)), encoding="utf-8")
        browser.asked.clear()
        browser.said.clear()
        browser.open(file)
        return browser

    return opened


def shown(browser, what="main > section"):
    return browser.ask(
        f"Array.from(document.querySelectorAll('{what}')).filter(it => !it.hidden && it.offsetParent).length"
    )


def search(browser, words):
    browser.ask("document.getElementById('search').value = ''; document.getElementById('search').focus()")
    browser.type(words)


def test_a_word_is_searched_and_marked_and_everything_comes_back(page):
    browser = page()
    everything = shown(browser)

    search(browser, "HID post")
    browser.wait("document.querySelectorAll('mark').length > 0")

    marked = browser.ask("Array.from(document.querySelectorAll('mark'), it => it.textContent.toLowerCase())")
    assert set(marked) == {"hid", "post"}
    assert 0 < shown(browser) < everything
    assert browser.ask("document.getElementById('found').textContent").startswith("Places found: ")

    browser.ask("const it = document.getElementById('search'); it.value = ''; it.dispatchEvent(new Event('input'))")
    browser.wait("document.querySelectorAll('mark').length === 0")
    assert shown(browser) == everything


def test_cyrillic_is_found_and_what_is_not_there_is_said(page):
    browser = page()

    search(browser, "СКРИХ")
    browser.wait("document.querySelectorAll('mark').length === 1")
    search(browser, "nowhere")
    browser.wait("document.getElementById('found').textContent === 'Nothing found'")

    assert shown(browser) == 0


def test_a_reply_is_copied_as_it_is(page):
    browser = page()
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])

    browser.ask("Array.from(document.querySelectorAll('.copy')).find(it => it.ariaLabel.includes('Thanks')).click()")
    browser.wait("document.getElementById('told').textContent === 'Copied'")

    assert browser.ask("navigator.clipboard.readText()") == "Thank you, {name}!\nSee you <soon> & well."


def test_a_reply_is_copied_where_a_browser_gives_no_clipboard(page):
    browser = page()
    browser.ask(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.addEventListener('copy', () => { window.held = document.activeElement.value; }); 0"
    )

    browser.ask("document.querySelector('article.reply .copy').focus(); document.activeElement.click()")
    browser.wait("document.getElementById('told').textContent === 'Copied'")

    assert "{name}" in browser.ask("window.held")
    assert browser.ask("document.activeElement.className") == "copy"


def test_a_reply_that_cannot_be_copied_is_selected(page):
    browser = page()
    browser.ask(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false; 0"
    )

    browser.ask("document.querySelector('article.reply .copy').click()")
    browser.wait("document.getElementById('told').textContent.includes('Ctrl+C')")

    assert "{name}" in browser.ask("getSelection().toString()")


def test_nothing_is_asked_for_and_nothing_pasted_runs(page):
    browser = page()
    search(browser, "evil")
    browser.wait("document.querySelectorAll('mark').length > 0")
    browser.printed()

    assert [it for it in browser.asked if not it.endswith("/guide.html")] == []
    assert browser.ask("document.title").startswith("Moderation guide")
    assert (
        browser.ask("document.querySelectorAll('main img, main script, main iframe, main svg, main link').length") == 0
    )
    assert browser.said == []


def test_it_wears_what_the_desktop_wears_until_it_is_switched(page):
    browser = page()
    background = "getComputedStyle(document.body).backgroundColor"
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    browser.wait("document.getElementById('theme').ariaPressed === 'true'")
    dark = browser.ask(background)

    browser.ask("document.getElementById('theme').click()")
    light = browser.ask(background)

    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    browser.ask("delete document.documentElement.dataset.theme")
    assert browser.ask(background) == light != dark


def test_keys_reach_the_search_and_every_reply(page):
    browser = page()
    browser.press("Tab")
    assert browser.ask("document.activeElement.className") == "skip"
    browser.press("Tab")
    assert browser.ask("document.activeElement.id") == "search"

    names = browser.ask("Array.from(document.querySelectorAll('button, input'), it => it.ariaLabel || it.textContent)")
    assert all(names)
    assert len(set(names)) == len(names)


def test_every_text_says_its_language(page):
    browser = page("bg")

    assert browser.ask("document.documentElement.lang") == "bg"
    assert browser.ask("document.querySelector('section').lang") == "en"
    assert browser.ask("Array.from(document.querySelectorAll('.wording'), it => it.lang)").count("bg") == 1


def test_it_prints_all_of_it_without_its_tools(page):
    browser = page()
    text = "".join(it.extract_text() for it in PdfReader(BytesIO(browser.printed())).pages)

    assert "We hid your post" in text
    assert "Copy" not in text
    assert "Search the guide" not in text


def test_nothing_is_wider_than_a_telephone(page):
    browser = page()
    browser.call("Emulation.setDeviceMetricsOverride", width=360, height=700, deviceScaleFactor=1, mobile=True)

    assert browser.ask("document.documentElement.scrollWidth") <= 360
    browser.call("Emulation.clearDeviceMetricsOverride")
