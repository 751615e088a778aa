import pytest

from tests.storage.activity.exports import said, slack, user

CONTRACT = {"id", "name", "value", "unit", "n", "period", "note"}


@pytest.fixture
def told(sample):
    """The sample, and what two people said in one week of Slack."""
    people = user("U1", "Mila D."), user("U2", "Petya S.")
    slack(sample.file("x.zip"), [said("U1", "Hello", 0), said("U2", "Hi", 60), said("U1", "Well", 8 * 86_400)], *people)
    assert sample("import", "k.sedyanka", "x.zip") == 0, sample.err
    return sample


def by_id(typed, *options):
    return {row["id"]: row for row in typed.json("measures", "k.sedyanka", *options)}


def test_every_measure_tells_its_value_what_it_rests_on_and_its_period(told):
    rows = by_id(told)

    assert len(rows) > 30
    assert all(row.keys() >= CONTRACT for row in rows.values())


def test_what_cannot_be_known_is_null_and_says_why(told):
    unknown = [row for row in by_id(told).values() if row["value"] is None]

    assert unknown
    assert all(row["note"] for row in unknown)


def test_a_playbook_without_any_import_knows_nothing_and_says_so(sample):
    rows = by_id(sample)

    assert rows["weekly_active"]["value"] is None
    assert rows["weekly_active"]["note"]


def test_a_span_that_ends_before_it_begins_is_refused(sample):
    assert sample("measures", "k.sedyanka", "--from", "2027-03-10", "--to", "2027-03-01") == 2
    assert "There is no day" in sample.err[0]
