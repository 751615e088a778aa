"""The rule of a stage: kept, read again, said in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.funnel.entry_rule import ACTIVITY_TEXTS, MOST, EntryRule, described, kept_rule, read_rule
from resources.texts import find

numbers = st.integers(0, MOST)
rules = st.builds(EntryRule, st.sampled_from(sorted(ACTIVITY_TEXTS)), numbers, numbers, st.text(max_size=20), numbers)


def said(rule: EntryRule, language: str = "en") -> str:
    message = described(rule)
    return find(language, message.id, dict(message.values))


@given(rules)
def test_a_rule_comes_back_as_it_was_meant(rule):
    again = read_rule(kept_rule(rule))

    assert kept_rule(again) == kept_rule(rule)
    assert said(again) == said(rule)
    assert bool(again) == bool(rule)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (EntryRule("post", 1), "1 post"),
        (EntryRule("visit", 2, days=14), "2 visits within 14 days"),
        (EntryRule("reply", 3, 1, days=30), "3 replies and attended 1 event within 30 days"),
        (EntryRule("any", 1, 0, "introduced"), "1 activity and state ‘introduced’"),
        (EntryRule(state="ambassador", days=9), "state ‘ambassador’"),
        (EntryRule(), "Nothing is counted yet"),
    ],
)
def test_a_rule_is_said_in_words(rule, words):
    assert said(rule) == words
    assert said(rule, "bg") != words


def test_what_a_foreign_file_says_is_no_rule():
    strange = (("activity", "sorcery"), ("count", "-3"), ("days", "٣"), ("attendance", "9" * 50), ("x", "y"))

    assert read_rule(strange) == EntryRule()
