from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.plan import Plan
from app.calendar.program import Program
from app.playbook.link import Link
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.kpi import Kpi
from app.tactics.tactic import Tactic
from storage.playbooks import SqlPlaybooks
from tests.playbook.beginning import a_template, begun


def test_an_empty_playbook_has_kinds_and_tactics_and_an_empty_quarter(tmp_path):
    store = begun(tmp_path / "p.sedyanka", name="My circle")

    plan = Plan.read(store)
    assert (plan.playbook.name, len(plan.events), len(plan.personas)) == ("My circle", 0, 0)
    assert len(plan.kinds) == len(a_template().kinds)
    assert [tactic.key for tactic in plan.tactics.values()] == [tactic.id for tactic in a_template().tactics]


def test_everything_gets_an_id_of_its_own_and_leads_to_the_copies(tmp_path):
    store = begun(tmp_path / "p.sedyanka", "customer-admins")

    plan = Plan.read(store)
    keys = {one.id for one in (*a_template("customer-admins").kinds, *a_template("customer-admins").tactics)}
    assert not keys & {*plan.kinds, *plan.tactics}
    for event in plan.events.values():
        assert event.kind in plan.kinds
        assert event.tactic in plan.tactics
        assert event.owner in plan.people
        assert {event.program} - {""} <= plan.programs.keys()
        assert {event.kpi} - {""} <= plan.kpis.keys()
        assert set(event.personas) <= plan.personas.keys()
    moderation = next(tactic for tactic in plan.tactics.values() if tactic.key == "moderation")
    assert plan.kinds[moderation.kind].key == "moderation"


def test_every_program_serves_a_kpi(tmp_path):
    store = begun(tmp_path / "p.sedyanka", "founders-creators")

    served = {link.from_id for link in store.of(Link).where(from_kind="program", to_kind="kpi", role="serves")}
    assert served == {program.id for program in store.of(Program).all()}
    assert {link.to_id for link in store.of(Link).where(role="serves")} <= {kpi.id for kpi in store.of(Kpi).all()}


def test_beginning_cannot_be_undone(tmp_path):
    store = begun(tmp_path / "p.sedyanka", "product-users")

    assert store.undo() is None
    assert store.of(Playbook).get(PLAYBOOK_ID)


def test_what_was_begun_is_whole(tmp_path):
    for community in ("", "product-users", "founders-creators", "customer-admins"):
        file = tmp_path / f"{community}.sedyanka"
        begun(file, community, holidays=("BG",), quiet_days=(2,)).close()

        assert list(SqlPlaybooks().verify(file)) == []


def test_only_single_events_have_steps_to_tick(tmp_path):
    store = begun(tmp_path / "p.sedyanka", "product-users")
    repeating = {event.id for event in store.of(Event).all() if event.repeats}

    assert repeating
    assert not repeating & {step.event for step in store.of(ChecklistStep).all()}
    assert not {override.series for override in store.of(Override).all()} - repeating


def test_ideas_wait_in_the_order_in_which_they_were_written(tmp_path):
    store = begun(tmp_path / "p.sedyanka", "product-users")

    waiting = [entry.fields["title"] for entry in a_template("product-users").rhythm if entry.day is None]
    assert [event.title for event in Plan.read(store).backlog()] == waiting
    assert all(store.of(Tactic).get(event.tactic) for event in Plan.read(store).backlog())
