import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.matching import INSIDE, SCATTERED, START, WORD, match, spellings


def marked(query, text):
    found = match(query, text)
    return None if found is None else [text[first:after] for first, after in found.spans]


@pytest.mark.parametrize(
    ("query", "text", "rank"),
    [
        ("ama", "AMA with founders", START),
        ("found", "AMA with founders", WORD),
        ("ound", "AMA with founders", INSIDE),
        ("awf", "AMA with founders", SCATTERED),
    ],
)
def test_a_beginning_is_better_than_a_middle_and_that_better_than_scattered_letters(query, text, rank):
    assert match(query, text).rank == rank


def test_what_matches_is_marked():
    assert marked("ama", "AMA: pricing") == ["AMA"]
    assert marked("pri ama", "AMA: pricing") == ["AMA", "pri"]


def test_every_word_must_be_there():
    assert match("ama budget", "AMA: pricing") is None


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("ama", "Покана за АМА", ["АМА"]),
        ("ама", "AMA with founders", ["AMA"]),
        ("balans", "Балансиране…", ["Баланс"]),
        ("въпр", "Въпроси към основателите", ["Въпр"]),
        ("vapr", "Въпроси към основателите", ["Въпр"]),
        ("shabl", "Размяна на шаблони", ["шабл"]),
    ],
)
def test_it_finds_across_both_alphabets(query, text, letters):
    assert marked(query, text) == letters


def test_two_scattered_letters_mean_nothing():
    assert match("ad", "AMA with founders") is None


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("amfo", "AMA with founders", ["AM", "fo"]),
        ("nevt", "New event this week", ["N", "ev", "t"]),
        ("запср", "Запълване на тримесечието с ритъм", ["Зап", "с", "р"]),
    ],
)
def test_scattered_letters_begin_words_or_follow_one_another(query, text, letters):
    assert marked(query, text) == letters


@pytest.mark.parametrize(
    ("query", "text"), [("setti", "Shift everything after this day"), ("axf", "AMA with founders"), ("ndr", "Wonder")]
)
def test_letters_strewn_over_the_insides_of_words_mean_nothing(query, text):
    assert match(query, text) is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(query, text):
    found = match(query, text)
    if found is not None:
        edges = [edge for span in found.spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= first < after <= len(text) for first, after in found.spans)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_every_text_answers_to_itself(text):
    assert match(text, text).rank == START


@pytest.mark.parametrize(
    ("typed", "other"),
    [("ама", "ama"), ("shtab", "щаб"), ("vapros", "вапрос"), ("Янтра", "yantra"), ("club 2", "цлуб 2")],
)
def test_a_query_is_spelled_in_the_other_alphabet_too(typed, other):
    assert spellings(typed)[0] == typed
    assert other in spellings(typed)
