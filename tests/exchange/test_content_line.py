import re
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vText
from icalendar.parser import Contentline

from app.exchange.ics.content_line import escape, folded, line, read_line, read_lines, split_text, unescape, unfolded

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=300)
NAMES = st.from_regex(r"[A-Z][A-Z-]{0,12}", fullmatch=True)
PARAMS = st.dictionaries(st.sampled_from(["X_ID", "LANGUAGE", "TZID"]), st.text(st.characters(categories=["L", "N"])))


@given(WORDS)
def test_words_come_back_from_a_value(words):
    assert unescape(escape(words)) == words


@pytest.mark.parametrize("words", [r"C:\new", r"C:\New", r"\\server\n", r"a\,b;c", "\\", "ends in \\"])
def test_backslashes_before_letters_survive(words):
    assert unescape(escape(words)) == words


@given(WORDS.filter(lambda words: "\\N" not in words))
def test_a_value_is_written_as_icalendar_writes_it(words):
    assert escape(words) == vText(words).to_ical().decode()


@given(NAMES, WORDS)
def test_a_line_is_the_one_that_icalendar_writes(name, words):
    assert line(name, escape(words)) == Contentline(f"{name}:{escape(words)}").to_ical().decode()


@given(NAMES, WORDS, PARAMS)
def test_a_line_is_read_as_icalendar_reads_it(name, words, params):
    written = line(name, escape(words), **params)
    whole = Contentline.from_ical(written)

    theirs_name, theirs_params, value = whole.raw_parts()
    ours = read_line(1, str(whole))

    assert (ours.name, ours.params, ours.value) == (theirs_name, dict(theirs_params.items()), value)
    assert unescape(ours.value) == words


@given(WORDS)
def test_rows_are_short_and_parted_neither_in_a_letter_nor_in_an_escape(words):
    rows = folded("SUMMARY:" + escape(words)).encode().split(b"\r\n ")

    for row in rows:
        row.decode()
        assert len(row) <= 75
        assert len(re.search(rb"\\*$", row)[0]) % 2 == 0


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_a_list_of_words_is_parted_only_at_its_own_commas(words):
    assert split_text(",".join(map(escape, words))) == words


@pytest.mark.parametrize("words", ["a\r\nBEGIN:VALARM", "a\nEND:VEVENT", "a\x00b", "a\x0bb", "a\x85b"])
def test_no_text_begins_a_line_of_its_own(words):
    assert "\n" not in line("SUMMARY", escape(words))
    assert "\n" not in line("URL", words)
    assert "\n" not in line("X-A", "b", X_ID=words)


def test_a_line_knows_where_it_stands_and_folds_end_anywhere():
    data = 'A:1\r\n 2\n\r\n\tя3\rB;X="a:b;c";Y=2:C:\\n\nbroken\n'.encode()

    found = [(one.number, one.name, one.params, one.value) for one in read_lines(data)]

    assert found == [
        (1, "A", {}, "12я3"),
        (5, "B", {"X": "a:b;c", "Y": "2"}, "C:\\n"),
        (6, "", {}, "broken"),
    ]


def test_a_letter_that_was_parted_becomes_whole():
    data = b"SUMMARY:" + "Ж".encode()[:1] + b"\r\n " + "Ж".encode()[1:]

    assert [one.value for one in read_lines(data)] == ["Ж"]


def test_ten_megabytes_in_one_line_are_one_line():
    assert sum(1 for _ in unfolded(b"X" * 10_000_000)) == 1
    assert read_line(1, "A:" + "x" * 10_000_000).name == "A"
    assert read_line(1, 'A;B="' + "x" * 1_000_000).name == ""


def test_the_rows_of_a_huge_file_are_not_all_kept_at_once():
    data = b"X:1\r\n" * 200_000
    tracemalloc.start()
    rows = sum(1 for _ in unfolded(data))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert rows == 200_000
    assert peak < 100_000


@pytest.mark.parametrize("written", ["SUMMARY:a:b", 'dtstart;TZID="a:b";X=1 : c', "no colon", ":", "A B:c", "X;Y:z"])
def test_a_line_can_be_written_again_as_it_was(written):
    assert read_line(1, written).text == written
