"""What is gathered for the paper: all of the stretch, or what members may see."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.calendar.plan import Plan
from app.playbook.start import begin_sample, settings
from app.playbook.templates import read_template
from resources.templates import SAMPLE, content
from storage.playbooks import SqlPlaybooks
from tests.printing.paper import LAST, MONDAY, options, pdf
from widgets.printing.manuscript import gather, weeks_between
from widgets.printing.options import PaperOptions, Part


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    store = SqlPlaybooks(folder / "data").create(folder / "kestrel.sedyanka")
    template = read_template(content("en", SAMPLE), MONDAY, "en", SAMPLE)
    begin_sample(store, template, settings(template, "en"))
    yield Plan.read(store)
    store.close()


def test_the_whole_quarter_is_gathered(plan):
    manuscript = gather(plan, options())

    assert manuscript.occurrences == tuple(plan.occurrences(MONDAY, LAST))
    assert manuscript.rows == tuple(MONDAY + timedelta(weeks=week) for week in range(13))
    assert manuscript.left_out == 0
    assert manuscript.planned == pytest.approx(sum(load.hours for load in plan.week_loads(manuscript.rows).values()))


def test_members_get_no_private_word(plan):
    public = gather(plan, options(public=True))
    told = "\n".join(page.extract_text() for page in pdf(public, options(public=True, parts=tuple(Part))).pages)

    private = [event.notes for event in plan.events.values() if event.notes]
    private += [person.name for person in plan.people.values()]
    private += [step.text for steps in plan.checklist.values() for step in steps]
    private += [persona.name for persona in plan.personas.values()]
    assert private
    assert [text for text in private if text[:40] in told] == []
    assert "h of" not in told
    assert all(plan.kinds[one.event.kind].members for one in public.occurrences)
    assert public.left_out == len(plan.occurrences(MONDAY, LAST)) - len(public.occurrences) > 0


def test_a_filter_leaves_out_and_says_how_many(plan):
    kind = next(one.event.kind for one in plan.occurrences(MONDAY, LAST))

    manuscript = gather(plan, options(terms=(("kind", kind),)))

    assert {one.event.kind for one in manuscript.occurrences} == {kind}
    assert manuscript.left_out == len(plan.occurrences(MONDAY, LAST)) - len(manuscript.occurrences)
    assert manuscript.planned < gather(plan, options()).planned


def test_holidays_speak_the_language_of_the_paper(plan):
    assert gather(plan, options()).holidays[date(2027, 3, 3)] == "Liberation Day"
    assert gather(plan, options(language="bg")).holidays[date(2027, 3, 3)].startswith("Ден на Освобождението")


def test_a_stretch_has_the_weeks_that_it_touches(plan):
    manuscript = gather(plan, replace(options(), first=date(2027, 3, 10), last=date(2027, 3, 16)))

    assert manuscript.rows == (date(2027, 3, 8), date(2027, 3, 15))
    assert all(one.day <= date(2027, 3, 16) and one.last_day >= date(2027, 3, 10) for one in manuscript.occurrences)


def test_weeks_begin_with_the_first_weekday_of_the_playbook():
    assert weeks_between(MONDAY, MONDAY + timedelta(days=7), 6) == (
        date(2027, 2, 28),
        date(2027, 3, 7),
    )


def test_what_is_gathered_can_go_to_another_process(plan):
    import pickle

    chosen = PaperOptions(MONDAY, LAST)
    assert pickle.loads(pickle.dumps((gather(plan, chosen), chosen)))[0].occurrences
