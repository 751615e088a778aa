import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.arguments import Command, Option, understand
from app.commands.registry import COMMANDS, is_command
from app.errors import KnownError
from app.message import say
from resources.texts import LANGUAGES, find

COMMAND = Command(
    "write",
    "nowhere",
    say("x"),
    places=("PLAYBOOK", "FILE…"),
    options=(
        Option("--to", say("x"), "FILE"),
        Option("--filter", say("x"), "KEY=VALUE", many=True),
        Option("--json", say("x")),
    ),
)


def trouble(*words):
    with pytest.raises(KnownError) as raised:
        understand(COMMAND, words)
    return find("en", raised.value.what.id, dict(raised.value.what.values))


def test_words_are_told_apart_wherever_they_stand():
    given_ = understand(COMMAND, ["--json", "p", "--to=a=b", "f", "--filter", "k=1", "g", "--filter", "k=2"])

    assert given_.places == ("p", "f", "g")
    assert given_.one("--to") == "a=b"
    assert given_.all("--filter") == ["k=1", "k=2"]
    assert given_.has("--json")
    assert not understand(COMMAND, ["p", "f"]).has("--json")


def test_after_two_dashes_everything_is_a_place():
    assert understand(COMMAND, ["--", "--p", "--to"]).places == ("--p", "--to")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "write needs PLAYBOOK."),
        (("p",), "write needs FILE…."),
        (("p", "f", "--what"), "write does not know --what."),
        (("p", "f", "--to"), "--to needs a value: FILE."),
        (("p", "f", "--to", "--json"), "--to needs a value: FILE."),
        (("p", "f", "--to="), "--to needs a value: FILE."),
        (("p", "f", "--to", "a", "--to", "b"), "--to can be given only once."),
        (("p", "f", "--json=yes"), "--json takes no value."),
    ],
)
def test_what_does_not_fit_is_named(words, told):
    assert trouble(*words) == told


def test_too_many_places_are_named():
    one = Command("look", "nowhere", say("x"))

    with pytest.raises(KnownError) as raised:
        understand(one, ["p", "q"])

    assert dict(raised.value.what.values)["word"] == "q"


@pytest.mark.parametrize("value", ["2027-13-01", "yesterday", "01.03.2027", "", "0001-01-01", "9999-12-31"])
def test_only_days_are_days(value):
    given_ = understand(Command("c", "", say("x"), options=(Option("--from", say("x"), "DATE"),)), ["p"])
    given_.values["--from"] = [value]

    with pytest.raises(KnownError):
        given_.day("--from")


@given(st.text(max_size=12))
def test_a_number_is_within_its_bounds_or_refused(text):
    given_ = understand(Command("c", "", say("x")), ["p"])
    given_.values["--n"] = [text]

    right = text.isascii() and text.isdigit() and 3 <= int(text) <= 99
    if right:
        assert given_.number("--n", 3, 99, 5) == int(text)
    else:
        with pytest.raises(KnownError):
            given_.number("--n", 3, 99, 5)


@given(st.lists(st.sampled_from(["p", "--to", "--json", "--filter", "--", "a=b", "--x", ""]), max_size=6))
def test_whatever_is_typed_is_understood_or_refused_by_name(words):
    try:
        understand(COMMAND, words)
    except KnownError as error:
        refused = error.what
        told = [find(language, refused.id, dict(refused.values)) for language in LANGUAGES]
        assert all(told)


def test_every_command_has_a_module_and_words_for_all_its_parts():
    for command in COMMANDS:
        assert __import__(command.module, fromlist=["run"]).run
        for message in (command.about, *(option.about for option in command.options)):
            assert all(find(language, message.id, {}) for language in LANGUAGES)


def test_an_option_that_is_nearly_one_is_asked_back():
    with pytest.raises(KnownError) as raised:
        understand(COMMAND, ["p", "f", "--jsno"])
    assert raised.value.remedy == say("command.error.meant", meant="--json")


@pytest.mark.parametrize(("word", "meant"), [("smaple", "sample"), ("exprot", "export"), ("varify", "verify")])
def test_a_misspelt_command_is_told_beside_what_was_meant(word, meant, typed):
    assert is_command(word)  # also with a display: no window opens over it
    assert typed(word, "k.sedyanka") == 2
    assert typed.err == [f"There is no command ‘{word}’. Did you mean {meant}? main.py --help tells what can be typed."]


@pytest.mark.parametrize("word", ["k.sedyanka", "./smaple", "smaple.sedyanka", "kestrel"])
def test_what_may_be_a_file_is_no_misspelt_command(word):
    assert not is_command(word)


def test_help_of_one_command_is_asked_for_in_either_order(typed):
    assert typed("help", "verify") == 0
    told = typed.out

    assert typed("verify", "--help") == 0
    assert typed.out == told
    assert typed("help", "nonsense") == 2
