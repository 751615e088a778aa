"""Ten rules come with the program, in both languages, off until somebody chooses them."""

import re

import pytest

from app.tasks.editing import edit
from app.workflows.rules.conditions import CONDITIONS
from app.workflows.rules.editing import entry_of, keep_tried, lacks, switch
from app.workflows.rules.ready import read_ready, take_ready
from app.workflows.rules.triggers import TRIGGERS
from app.workflows.rules.whole import read_all, read_one
from resources.templates import part
from tests.workflows.rules.builders import add, column, running, titles


@pytest.fixture(params=["en", "bg"])
def rules(request):
    return read_ready(part(request.param, "rules"))


def test_there_are_ten_and_each_says_what_it_is_good_for(rules):
    assert len(rules) == 10
    assert len({rule.name for rule in rules}) == 10
    assert all(rule.about.endswith(".") for rule in rules)


def test_both_languages_have_the_same_rules_with_the_same_blanks():
    english, bulgarian = read_ready(part("en", "rules")), read_ready(part("bg", "rules"))

    assert [rule.key for rule in english] == [rule.key for rule in bulgarian]
    for one, other in zip(english, bulgarian, strict=True):
        blanks = [re.findall(r"\{\w+\}", str(dict(clause.values))) for clause in one.clauses]
        assert blanks == [re.findall(r"\{\w+\}", str(dict(clause.values))) for clause in other.clauses]
        assert re.search("[а-я]", other.name)


def test_each_is_complete_asks_only_what_can_be_asked_and_can_be_switched_on(store, rules):
    for ready in rules:
        rule = take_ready(store, ready)
        whole = read_one(store, rule)
        assert not whole.on
        assert not lacks(whole)
        of = TRIGGERS[whole.rule.trigger].of
        assert all(of in entry_of(clause).of for clause in (*whole.conditions, *whole.actions))
        keep_tried(store, rule)
        switch(store, rule, on=True)
    assert len(read_all(store)) == 10


def test_what_a_ready_rule_names_by_its_key_is_found_in_the_playbook(store, rules):
    ready = next(rule for rule in rules if rule.key == "waits")
    whole = read_one(store, take_ready(store, ready))

    assert dict(whole.conditions[0].values)["value"] == column(store, "waiting")


def test_the_rule_of_what_waits_asks_again_after_five_days(file, store, rules):
    rule = take_ready(store, next(rule for rule in rules if rule.key == "waits"))
    keep_tried(store, rule)
    switch(store, rule, on=True)
    with running(store) as (runner, _):
        task = add(store, "Call Mila")
        edit(store, [task], column=column(store, "waiting"))
        runner.work()
        for _ in range(5):
            file.clock.at = file.clock.at.replace(day=file.clock.at.day + 1)
            runner.look()

    assert len([title for title in titles(store) if "Call Mila" in title]) == 2
    assert CONDITIONS["column"].of == ("task",)
