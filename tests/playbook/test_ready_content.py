"""What comes ready with the program: both languages say the same things, and everything they lead to is there."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

import resources
from app.personas.section import Shape
from app.workflows.prompt import PromptKind
from app.workflows.sequence import Weekend
from resources.templates import COMMUNITIES, SAMPLE, content
from resources.texts import LANGUAGES

TEMPLATES = Path(resources.__file__).parent / "templates"
COLOURS = {"welcome", "live", "conversation", "recognition", "challenge", "pilot", "loop", "ops"}
STAGES = {"awareness", "activation", "contribution", "advocacy"}
CHANNELS = {"forum", "call", "chat", "newsletter", "private"}
CONDITIONS = {"state", "state_before"}
BLANKS = {"name", "product", "link", "owner", "date", "next_step"}
PERSONAS = tuple(f"personas-{community}" for community in (*COMMUNITIES, SAMPLE))
GUIDES = tuple(f"guide-{community}" for community in (*COMMUNITIES, SAMPLE))
PLANS = ("messages", "procedures", "audiences", "plans")
WORDED = ("prompts", "prompt-themes", "member-states", "sequences", "persona-blank", *PERSONAS, *GUIDES, *PLANS)
STRUCTURED = ("prompts", "member-states", "sequences", "persona-blank", *PERSONAS)
SAME_IN_BOTH = re.compile(r"/avatar$|/shape$|^[\d\s:–,-]+$|^(bg|en|de)\b")  # pictures, hours and codes of languages
BLANK = re.compile(r"\{(\w*)\}")
CYRILLIC = re.compile(r"[а-яА-Я]")
SMALL_WORDS = set(
    re.findall(
        r"\w+",
        "a an and are as at be been but by can did do does for from had has have how i if in is it of on one "
        "or our that  the their them they this to us was we were what when which who will with would you your "
        "here there not no than  и в във на за с със от до по при без под над през след преди между или но а "
        "да не се си ви ни го я ги му им  е са сте бяха беше би бихте ще какво кой коя кое кои как кога къде "
        "колко защо това този тази тези един една едно  ваш ваша ваше вашия вашата вашето някой някого нещо "
        "което който която които когато тук така само",
    )
)

languages = pytest.mark.parametrize("language", LANGUAGES)


def ready(folder, name):
    """What one of the files holds; "messages" are those of the tactics, by tactic."""
    if name == "messages":
        tactics = ready(folder, "tactics")["tactics"]
        return {key: tactic["messages"] for key, tactic in tactics.items() if "messages" in tactic}
    return json.loads((TEMPLATES / folder / f"{name}.json").read_text(encoding="utf-8"))


def shape(value):
    """What is the same in every language: keys (names of variants are words too), and how long lists are."""
    match value:
        case dict():
            return {
                key: list(map(shape, inner.values())) if key == "texts" else shape(inner)
                for key, inner in value.items()
            }
        case list():
            return [shape(inner) for inner in value]
    return type(value)


def texts(value, key=""):
    """Every text with the path that leads to it."""
    match value:
        case dict():
            for number, (name, inner) in enumerate(value.items()):
                yield from texts(inner, f"{key}/{number if key.endswith('/texts') else name}")
        case list():
            for number, inner in enumerate(value):
                yield from texts(inner, f"{key}/{number}")
        case str():
            yield key, value


def blanks_in(text):
    return set(BLANK.findall(text))


def keys_down(value):
    """Keys of things by key, and of the steps in them."""
    return {key: list(inner.get("steps", ())) if isinstance(inner, dict) else [] for key, inner in value.items()}


def stem_words(text):
    """Beginnings of the words that carry the meaning, so that other endings are the same word."""
    return {word[:5] for word in re.findall(r"\w+", text.lower()) if word not in SMALL_WORDS}


def icons():
    return {file.stem for file in (TEMPLATES.parent / "icons").glob("*.svg")}


@pytest.mark.parametrize("name", WORDED)
def test_both_languages_hold_the_same_things_in_the_same_order(name):
    english, bulgarian = ready("en", name), ready("bg", name)

    assert shape(english) == shape(bulgarian)
    assert [key for key, _ in texts(english)] == [key for key, _ in texts(bulgarian)]


@pytest.mark.parametrize("name", WORDED)
def test_no_text_is_empty_or_ends_in_a_blank(name):
    odd = [(lang, key) for lang in LANGUAGES for key, one in texts(ready(lang, name)) if one != one.strip() or not one]

    assert odd == []


@pytest.mark.parametrize("name", WORDED)
def test_placeholders_are_known_and_the_same_in_both_languages(name):
    english, bulgarian = dict(texts(ready("en", name))), dict(texts(ready("bg", name)))
    other = [key for key, text in english.items() if blanks_in(text) != blanks_in(bulgarian[key])]
    unknown = set().union(*map(blanks_in, english.values())) - BLANKS

    assert (other, unknown) == ([], set())


@pytest.mark.parametrize("name", WORDED)
def test_each_language_is_written_in_its_own_letters(name):
    english = [key for key, text in texts(ready("en", name)) if CYRILLIC.search(text)]
    bulgarian = [
        text
        for key, text in texts(ready("bg", name))
        if not (CYRILLIC.search(text) or SAME_IN_BOTH.search(text) or SAME_IN_BOTH.search(key))
    ]

    assert (english, bulgarian) == ([], [])


@pytest.mark.parametrize("name", STRUCTURED)
def test_words_and_structure_have_the_same_keys(name):
    assert keys_down(ready("structure", name)) == keys_down(ready("en", name))
    assert list(ready("structure", name)) == list(ready("en", name))


def test_the_bank_holds_at_least_126_texts_of_every_kind_stage_and_theme():
    bank = ready("structure", "prompts").values()
    themes = set(ready("en", "prompt-themes"))
    kinds, stages, by_theme = (Counter(one[part] for one in bank) for part in ("kind", "stage", "theme"))

    assert len(bank) >= 126
    assert set(kinds) == set(PromptKind)
    assert min(kinds.values()) >= 30
    assert set(stages) == STAGES
    assert min(stages.values()) >= 30
    assert set(by_theme) == themes
    assert min(by_theme.values()) >= 10


@languages
def test_no_two_texts_of_the_bank_are_alike(language):
    bank = [(key, stem_words(text)) for key, text in ready(language, "prompts").items()]
    alike = [
        (key, other)
        for place, (key, words) in enumerate(bank)
        for other, others in bank[:place]
        if len(words & others) >= 0.33 * len(words | others)
    ]

    assert alike == []


@languages
def test_texts_of_the_bank_are_read_in_a_breath(language):
    assert {key: len(text) for key, text in ready(language, "prompts").items() if len(text) > 190} == {}


def test_states_are_those_of_a_members_way():
    states = ready("structure", "member-states")

    assert list(states) == ["invited", "introduced", "joined_event", "creator_track", "ambassador"]
    assert {state["colour"] for state in states.values()} <= COLOURS


def test_sequences_lead_to_channels_states_and_icons_that_are_there():
    states = {"", *ready("structure", "member-states")}
    sequences = ready("structure", "sequences")
    steps = [step for sequence in sequences.values() for step in sequence["steps"].values()]

    assert list(sequences) == ["welcome", "weekly_loop", "contribution", "ambassadors"]
    assert {sequence["weekend"] for sequence in sequences.values()} <= set(Weekend)
    assert {sequence["ends"] for sequence in sequences.values()} | {step["state"] for step in steps} <= states
    assert {one["icon"] for one in (*sequences.values(), *steps)} <= icons()
    assert {step["channel"] for step in steps} <= CHANNELS <= set(content("en")["channels"])
    assert {(what, value in states) for step in steps for what, value in step["condition"]} <= {
        (what, True) for what in CONDITIONS
    }


def test_steps_of_a_sequence_follow_each_other_and_a_loop_ends_before_it_begins_again():
    for sequence in ready("structure", "sequences").values():
        days = [step["day"] for step in sequence["steps"].values()]

        assert days == sorted(set(days))
        assert days[0] == 0
        assert not sequence["every"] or days[-1] < sequence["every"]


@languages
def test_messages_to_a_member_fit_a_short_reading(language):
    words = {
        (key, step): len(one["text"].split())
        for key, sequence in ready(language, "sequences").items()
        for step, one in sequence["steps"].items()
    }

    assert {place: count for place, count in words.items() if not 25 <= count <= 90} == {}


def test_the_blank_persona_has_the_sections_of_every_shape_in_order():
    sections = ready("structure", "persona-blank")["sections"]

    assert list(sections) == list(ready("en", "persona-blank")["sections"])
    assert list(sections)[:7] == ["profile", "motivations", "blockers", "behaviours", "programs", "risks", "signals"]
    assert {section["shape"] for section in sections.values()} <= set(Shape)
    assert {section["icon"] for section in sections.values()} <= icons()


@pytest.mark.parametrize("community", [*COMMUNITIES, SAMPLE])
def test_every_persona_of_a_community_is_written_out(community):
    written, measured = ready("en", f"personas-{community}"), ready("structure", f"personas-{community}")
    sections = set(ready("structure", "persona-blank")["sections"]) - {"programs"}

    assert list(written) == list(ready("structure", community)["personas"])
    for key, persona in written.items():
        assert set(persona["sections"]) == sections
        assert min(map(len, persona["sections"].values())) >= 2
        for part in ("motivations", "blockers", "signals"):
            assert len(measured[key][part]) == len(persona["sections"][part])


@pytest.mark.parametrize("community", [*COMMUNITIES, SAMPLE])
def test_what_personas_are_measured_by_can_be_read(community):
    for persona in ready("structure", f"personas-{community}").values():
        assert {one["strength"] for part in ("motivations", "blockers") for one in persona[part]} <= {1, 2, 3}
        assert {signal["per"] for signal in persona["signals"]} <= {"", "day", "week", "month", "quarter"}
        assert all(signal["target"] > 0 for signal in persona["signals"])


@languages
@pytest.mark.parametrize("community", [*COMMUNITIES, SAMPLE])
def test_voices_say_that_they_are_examples(community, language):
    word = {"en": "example", "bg": "пример"}[language]
    voices = [
        voice
        for persona in ready(language, f"personas-{community}").values()
        for voice in persona["sections"]["quotes"]
    ]

    assert voices
    assert all(word in voice["source"].lower() for voice in voices)
