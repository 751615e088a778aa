"""What a person does on boards, map and tasks, at random: the real actions, on whatever is there just then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.calendar.plan import Plan
from app.calendar.program import Program
from app.calendar.scoring import score
from app.errors import KnownError
from app.exchange.ics.apply import apply_import
from app.exchange.ics.merge import compare
from app.exchange.ics.reading import read_calendar
from app.exchange.in_steps import walked
from app.exchange.incoming_tasks import IncomingTask, IncomingTasks
from app.exchange.outline import Outline, OutlineItem, OutlineLine
from app.exchange.tasks_apply import apply_tasks
from app.funnel import crossing, growing, moving, removing, stages
from app.funnel import editing as branches
from app.funnel.branch import Branch, CrossLink, Role
from app.funnel.bringing_in import add_outline_in_steps
from app.funnel.stage import Stage
from app.members import adding as member_adding
from app.members import editing as member_editing
from app.members import merging
from app.members.member import Member, MemberState
from app.members.name_lines import read_names
from app.message import say
from app.plans import editing as plan_editing
from app.plans.audience import Audience
from app.plans.messages import STATUSES, put_in_status
from app.plans.procedure import Procedure, ProcedureStep
from app.plans.running import run as run_procedure
from app.playbook import becoming
from app.playbook.playbook import Playbook
from app.purpose import adding, arranging, boards, connecting, editing, journey, leading, measuring, sentence
from app.purpose.arranging import Edge, Place
from app.purpose.board import Axis, Board, Category, Connector, Course, GridLine, Note, NoteKind, Side
from app.purpose.box import Box
from app.purpose.bringing_in import add_board_from, add_onto_in_steps
from app.purpose.kpi import Kpi, Level
from app.purpose.reading import Reading
from app.purpose.taking_out import content_of
from app.store import Store
from app.tactics import keeping
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic
from app.tasks import board as columns
from app.tasks import checklist, finishing, own_fields
from app.tasks import editing as tasks
from app.tasks import moving as task_moving
from app.tasks.adding import add_task
from app.tasks.task import Column, OwnField, Task, TaskStep
from app.workflows import pipelines, prompts, running, sending, sequences
from app.workflows.enrolment import Delivery, Enrolment
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.prompt import Prompt, PromptKind
from app.workflows.prompts import Banked
from app.workflows.rule import ClauseKind, Rule, RuleClause
from app.workflows.rules import editing as rules
from app.workflows.rules.actions import ACTIONS
from app.workflows.rules.conditions import CONDITIONS
from app.workflows.rules.triggers import TRIGGERS
from app.workflows.sequence import Sequence as Campaign
from app.workflows.sequence import SequenceStep, Weekend
from tests.storage.acting_on_duty import ON_DUTY
from tests.storage.acting_on_guides import ON_THE_GUIDE, settle_guide
from tests.storage.acting_on_personas import ON_PERSONAS, settle_personas

MONDAY: Final = date(2027, 3, 1)
CALENDAR: Final = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Calendar//EN
BEGIN:VEVENT
UID:{uid}@example.org
DTSTAMP:20270301T080000Z
SUMMARY:{title}
DTSTART;VALUE=DATE:202703{day:02}
RRULE:FREQ=WEEKLY;COUNT=4
END:VEVENT
END:VCALENDAR
"""
PICTURE: Final = b"\x89PNG that nobody looks at"  # the window checks and encodes pictures, the store keeps bytes


class Nothing(Exception):
    """There is nothing of the sort to do something with."""


class Hand:
    """Takes things of a store by chance."""

    def __init__(self, store: Store, seed: int, text: str) -> None:
        self.store, self.text, self.chance = store, text, Random(seed)

    def one(self, kind: type[Any]) -> Any:
        """Return a thing of a kind."""
        there = sorted(self.store.of(kind).all(), key=lambda thing: thing.id)
        if not there:
            raise Nothing
        return self.chance.choice(there)

    def id(self, kind: type[Any]) -> str:
        return str(self.one(kind).id)

    def ids(self, kind: type[Any], *, most: int = 4) -> list[str]:
        """Return some things of a kind, in any order."""
        there = sorted(thing.id for thing in self.store.of(kind).all())
        if not there:
            raise Nothing
        return self.chance.sample(there, min(len(there), self.chance.randint(1, most)))

    def notes(self) -> list[str]:
        """Return some things of one board."""
        board = self.one(Note).board
        there = sorted(note.id for note in self.store.of(Note).where(board=board))
        return self.chance.sample(there, min(len(there), self.chance.randint(1, 5)))

    def onto(self) -> str:
        """Return a stage or a branch."""
        return self.id(self.chance.choice([Stage, Branch, Branch]))

    def pick(self, choices: Any) -> Any:
        return self.chance.choice(list(choices))

    def banked(self) -> Banked:
        """Return a text of the bank."""
        return Banked("day_tabs", PromptKind.PROMPT, "", "", {"en": self.text})

    def by(self, most: int = 300) -> int:
        return self.chance.randint(-most, most)

    def day(self) -> date:
        return MONDAY + timedelta(days=self.chance.randint(0, 60))

    def yes(self) -> bool:
        return self.chance.random() < 0.5

    def sources(self) -> list[tuple[str, str]]:
        """Return what something becomes of."""
        return [("note", key) for key in self.notes()] if self.yes() else [("branch", key) for key in self.ids(Branch)]


Deed = Callable[[Store, Hand], object]

ON_BOARDS: Final[Sequence[Deed]] = (
    lambda s, h: boards.add_board(s, h.text),
    lambda s, h: boards.add_journey(s, h.text, ["Joins", "Posts"], ["Live"]),
    lambda s, h: boards.rename_board(s, h.id(Board), h.text),
    lambda s, h: boards.delete_board(s, h.id(Board)),
    lambda s, h: adding.add_note(s, adding.at(h.pick(adding.SIZES), h.id(Board), h.by(), h.by(), text=h.text)),
    lambda s, h: adding.add_note(s, adding.at(NoteKind.METRIC, h.id(Board), h.by(), h.by(), text=h.text)),
    lambda s, h: adding.add_image(s, h.id(Board), PICTURE + bytes([h.chance.randrange(3)]), Box(0, 0, 90, 60)),
    lambda s, h: adding.add_neighbour(s, h.id(Note), h.pick([(1, 0), (0, -1)]), connect=h.yes()),
    lambda s, h: adding.create_connected(s, h.id(Note), h.by(), h.by(), h.pick(Side)),
    lambda s, h: adding.duplicate(s, h.notes()),
    lambda s, h: adding.paste(s, h.id(Board), [h.one(Note)], [], h.by(), h.by()),
    lambda s, h: editing.type_text(s, h.id(Note), h.text, h.chance.choice([0, 200])),
    lambda s, h: editing.edit_notes(s, h.notes(), category=h.pick(Category)),
    lambda s, h: editing.edit_notes(s, h.notes(), fill=h.pick(["", "mint", "sky"])),
    lambda s, h: editing.group(s, h.notes()),
    lambda s, h: editing.ungroup(s, h.notes()),
    lambda s, h: editing.lock(s, h.notes(), locked=h.yes()),
    lambda s, h: editing.delete(s, h.notes()),
    lambda s, h: editing.delete(s, [], h.ids(Connector)),
    lambda s, h: arranging.move(s, h.notes(), h.by(), h.by(), nudge=h.yes()),
    lambda s, h: arranging.resize(s, {h.id(Note): Box(h.by(), h.by(), 200, 100)}),
    lambda s, h: arranging.align(s, h.notes(), h.pick(Edge)),
    lambda s, h: arranging.distribute(s, h.notes(), upright=h.yes()),
    lambda s, h: arranging.reorder(s, h.notes(), h.pick(Place)),
    lambda s, h: connecting.connect(s, *(h.notes() * 2)[:2], h.pick(Side)),
    lambda s, h: connecting.reattach(s, h.id(Connector), h.id(Note), h.pick(Side), start=h.yes()),
    lambda s, h: connecting.label(s, h.id(Connector), h.text),
    lambda s, h: connecting.edit_connectors(s, h.ids(Connector), course=h.pick(Course)),
    lambda s, h: connecting.turn_round(s, h.ids(Connector)),
    lambda s, h: journey.add_line(s, h.id(Board), h.pick(Axis), h.text),
    lambda s, h: journey.move_line(s, h.id(GridLine), h.chance.randint(0, 3)),
    lambda s, h: journey.delete_line(s, h.id(GridLine)),
    lambda s, h: measuring.read_kpi(s, h.id(Kpi), h.day(), h.chance.random(), h.text),
    lambda s, h: measuring.delete_reading(s, h.id(Reading)),
    lambda s, h: measuring.edit_card(s, h.id(Note), target=h.chance.random(), level=h.pick(Level)),
    lambda s, h: measuring.make_card(s, h.notes(), h.text),
    lambda s, h: sentence.write_purpose(s, whom=h.text),
    lambda s, h: sentence.show_kpis(s, h.ids(Kpi)),
    lambda s, h: leading.lead_to(s, h.id(Note), h.notes()),
)  # fmt: skip
ON_THE_MAP: Final[Sequence[Deed]] = (
    lambda s, h: stages.add_stage(s, h.text, h.chance.randint(0, 3), groups={Role.CHANNELS: "Channels"}),
    lambda s, h: stages.change_stage(s, h.id(Stage), target=h.chance.random()),
    lambda s, h: stages.change_stage(s, h.id(Stage), name=h.text),
    lambda s, h: stages.move_stage(s, h.id(Stage), h.chance.randint(0, 4)),
    lambda s, h: stages.delete_stages(s, h.ids(Stage, most=2)),
    lambda s, h: stages.add_reading(s, h.id(Stage), h.day(), h.chance.random()),
    lambda s, h: growing.add_child(s, h.onto(), h.text),
    lambda s, h: growing.add_parent(s, h.ids(Branch), h.text),
    lambda s, h: growing.duplicate(s, h.ids(Branch)),
    lambda s, h: branches.rename(s, h.id(Branch), h.text),
    lambda s, h: branches.set_notes(s, h.id(Branch), h.text),
    lambda s, h: branches.set_field(s, h.ids(Branch), icon=h.pick(["", "star"])),
    lambda s, h: branches.set_done(s, h.ids(Branch), done=h.yes()),
    lambda s, h: branches.fold(s, [h.onto()], folded=h.yes()),
    lambda s, h: branches.fold_all(s, folded=h.yes()),
    lambda s, h: moving.move(s, h.ids(Branch), h.onto(), h.pick([None, 0, 1])),
    lambda s, h: moving.move_by(s, h.ids(Branch), h.by(2)),
    lambda s, h: moving.move_out(s, h.ids(Branch)),
    lambda s, h: moving.move_in(s, h.ids(Branch)),
    lambda s, h: moving.sort_children(s, h.onto()),
    lambda s, h: removing.delete(s, h.ids(Branch, most=2)),
    lambda s, h: removing.delete_only(s, h.ids(Branch)),
    lambda s, h: crossing.connect(s, h.id(Branch), h.id(Branch), h.text),
    lambda s, h: crossing.disconnect(s, h.id(CrossLink)),
)  # fmt: skip
ON_TASKS: Final[Sequence[Deed]] = (
    lambda s, h: add_task(s, Task("", h.text, "", due=h.day(), repeat=h.pick(["", "FREQ=WEEKLY"]))),
    lambda s, h: tasks.edit(s, h.ids(Task), title=h.text),
    lambda s, h: tasks.edit(s, h.ids(Task), due=h.day(), priority=h.chance.randint(0, 3)),
    lambda s, h: tasks.edit(s, h.ids(Task), parent=h.id(Task)),
    lambda s, h: tasks.tag(s, h.ids(Task), add=[h.text], remove=["ama"]),
    lambda s, h: tasks.set_own(s, h.ids(Task), h.id(OwnField), h.text),
    lambda s, h: tasks.delete(s, h.ids(Task)),
    lambda s, h: finishing.finish(s, h.ids(Task)),
    lambda s, h: finishing.reopen(s, h.ids(Task)),
    lambda s, h: task_moving.move(s, h.ids(Task), h.id(Column), h.id(Task)),
    lambda s, h: checklist.add_step(s, h.id(Task), h.text),
    lambda s, h: checklist.tick_step(s, h.id(TaskStep), done=h.yes()),
    lambda s, h: checklist.make_part(s, h.id(TaskStep)),
    lambda s, h: checklist.remove_step(s, h.id(TaskStep)),
    lambda s, h: own_fields.add_field(s, h.text),
    lambda s, h: own_fields.delete_field(s, h.id(OwnField)),
    lambda s, h: columns.add_column(s, h.text),
    lambda s, h: columns.set_done(s, h.id(Column), done=h.yes()),
    lambda s, h: columns.delete_column(s, h.id(Column), h.id(Column)),
)  # fmt: skip
ON_MEMBERS: Final[Sequence[Deed]] = (
    lambda s, h: member_adding.add_member(s, Member("", h.text, handles=(("slack", h.text),))),
    lambda s, h: member_adding.add_names(s, read_names(f"{h.text}\nTom {h.chance.randrange(9)} <tom@example.org>")),
    lambda s, h: member_editing.edit(s, h.ids(Member), name=h.text),
    lambda s, h: member_editing.edit(s, h.ids(Member), joined=h.day(), staff=h.yes()),
    lambda s, h: member_editing.tag(s, h.ids(Member), "tags", add=[h.text], remove=["beta"]),
    lambda s, h: member_editing.put_in_state(s, h.ids(Member), h.id(MemberState)),
    lambda s, h: member_editing.delete(s, h.ids(Member, most=2)),
    lambda s, h: merging.merge(s, h.id(Member), h.id(Member), h.pick([(), ("name", "state")])),
)  # fmt: skip
ON_SEQUENCES: Final[Sequence[Deed]] = (
    lambda s, h: sequences.add_sequence(s, h.text, every=h.pick([0, 7])),
    lambda s, h: sequences.duplicate_sequence(s, h.id(Campaign), h.text),
    lambda s, h: sequences.edit_sequence(s, h.id(Campaign), name=h.text, weekend=h.pick(Weekend)),
    lambda s, h: sequences.move_sequence(s, h.id(Campaign), h.chance.randint(0, 2)),
    lambda s, h: sequences.delete_sequence(s, h.id(Campaign)),
    lambda s, h: sequences.add_step(s, h.id(Campaign), h.text, h.chance.randint(0, 20), texts=(("en", h.text),)),
    lambda s, h: sequences.edit_step(s, h.id(SequenceStep), day=h.chance.randint(0, 20), state="creator"),
    lambda s, h: sequences.write_text(s, h.id(SequenceStep), h.pick(["en", "bg"]), h.text),
    lambda s, h: sequences.drop_language(s, h.id(SequenceStep), "en"),
    lambda s, h: sequences.move_step(s, h.id(SequenceStep), h.chance.randint(0, 3)),
    lambda s, h: sequences.duplicate_step(s, h.id(SequenceStep)),
    lambda s, h: sequences.delete_steps(s, h.ids(SequenceStep, most=2)),
    lambda s, h: running.start(s, h.id(Campaign), h.pick([h.ids(Member), []]), h.day()),
    lambda s, h: running.pause(s, h.ids(Enrolment)),
    lambda s, h: running.go_on(s, h.ids(Enrolment)),
    lambda s, h: running.stop(s, h.ids(Enrolment, most=1)),
    lambda s, h: running.take_away(s, h.ids(Enrolment, most=1)),
    lambda s, h: running.pause_sequence(s, h.id(Campaign)),
    lambda s, h: running.go_on_with(s, h.id(Campaign)),
    lambda s, h: sending.mark_sent(s, h.ids(Delivery)),
    lambda s, h: sending.skip(s, h.ids(Delivery)),
    lambda s, h: sending.take_back(s, h.ids(Delivery)),
    lambda s, h: sending.write_for_one(s, h.id(Delivery), h.text),
    lambda s, h: pipelines.add_entry(s, PipelineEntry("", h.pick(Pipeline), "invited", h.text, h.id(Member))),
    lambda s, h: pipelines.edit_entry(s, h.id(PipelineEntry), due=h.day(), notes=h.text),
    lambda s, h: pipelines.move_entries(s, h.ids(PipelineEntry), h.pick(["review", "active", "invited"])),
    lambda s, h: pipelines.delete_entries(s, h.ids(PipelineEntry, most=1)),
    lambda s, h: prompts.add_prompt(s, Prompt("", h.pick(PromptKind), (("en", h.text),))),
    lambda s, h: prompts.edit_prompt(s, h.id(Prompt), texts=(("bg", h.text),)),
    lambda s, h: prompts.delete_prompts(s, h.ids(Prompt, most=1)),
    lambda s, h: prompts.note_use(s, "day_tabs", "copy", h.text),
    lambda s, h: h.pick([prompts.use_as_task, prompts.use_as_event, prompts.use_in_loop])(s, h.banked(), "en"),
)  # fmt: skip
OF_BECOMING: Final[Sequence[Deed]] = (
    lambda s, h: becoming.make_task(s, h.sources(), h.text),
    lambda s, h: becoming.make_event(s, h.sources(), h.text, h.pick([None, h.day()])),
    lambda s, h: becoming.make_event(s, h.sources(), h.text, h.day(), kind=h.id(Kind), rrule="FREQ=WEEKLY;COUNT=5"),
    lambda s, h: becoming.make_program(s, h.sources(), h.text),
    lambda s, h: becoming.make_kpi(s, h.sources(), h.text),
)  # fmt: skip


def _bring_board(store: Store, hand: Hand) -> None:
    content = content_of(store, hand.id(Board))
    if hand.yes():
        add_board_from(store, content, hand.text)
    else:
        walked(add_onto_in_steps(store, hand.id(Board), content, 9, 9))


def _bring_outline(store: Store, hand: Hand) -> None:
    items = (OutlineItem(hand.text), OutlineItem("Inner", 0, done=True), OutlineItem("Deep", 1, notes=hand.text))
    outline = Outline("", items, (OutlineLine(1, 2, "leads"),))
    walked(add_outline_in_steps(store, outline, hand.pick(["", hand.onto()])))


def _bring_tasks(store: Store, hand: Hand) -> None:
    said = frozenset({"title", "notes", "column"})
    sources = [f"clickup:{hand.chance.randrange(4)}" for _ in range(2)]
    brought = [
        IncomingTask(line, hand.text, source, "doing", notes="n", own=(("Room", hand.text),), spoken=said)
        for line, source in enumerate(dict.fromkeys(sources))
    ]
    apply_tasks(store, IncomingTasks(tuple(brought)), (), "tasks.csv")


def _bring_calendar(store: Store, hand: Hand) -> None:
    text = CALENDAR.format(uid=hand.chance.randrange(3), title=f"Ask {hand.by()}", day=hand.chance.randint(1, 28))
    incoming = read_calendar(text.replace("\n", "\r\n").encode(), home="Europe/Sofia", file="theirs.ics")
    apply_import(store, compare(incoming, Plan.read(store), store.new_id))


OF_IMPORTS: Final[Sequence[Deed]] = (_bring_board, _bring_outline, _bring_tasks, _bring_calendar)
ON_RULES: Final[Sequence[Deed]] = (
    lambda s, h: rules.begin_rule(s, h.text),
    lambda s, h: rules.duplicate(s, h.id(Rule), h.text),
    lambda s, h: rules.rename(s, h.id(Rule), h.text),
    lambda s, h: rules.edit(s, h.id(Rule), most=h.chance.randint(0, 3)),
    lambda s, h: rules.set_trigger(s, h.id(Rule), h.pick(TRIGGERS)),
    lambda s, h: rules.set_value(s, h.id(Rule), "near", str(h.chance.randint(-3, 3))),
    lambda s, h: rules.add_clause(s, h.id(Rule), ClauseKind.CONDITION, h.pick(CONDITIONS)),
    lambda s, h: rules.add_clause(s, h.id(Rule), ClauseKind.ACTION, h.pick(ACTIONS)),
    lambda s, h: rules.set_clause_value(s, h.id(RuleClause), "title", h.text),
    lambda s, h: rules.remove_clause(s, h.id(RuleClause)),
    lambda s, h: rules.keep_tried(s, h.id(Rule)),
    lambda s, h: rules.switch(s, h.id(Rule), on=h.yes()),
    lambda s, h: rules.delete(s, h.id(Rule)),
)
ON_PLANS: Final[Sequence[Deed]] = (
    lambda s, h: plan_editing.add(s, Procedure("", h.text, "Nobody waits")),
    lambda s, h: plan_editing.add(s, ProcedureStep("", h.id(Procedure), h.text, day=h.by(9), effort=0.5)),
    lambda s, h: plan_editing.add(s, Audience("", h.text), at=0),
    lambda s, h: plan_editing.edit(s, ProcedureStep, h.id(ProcedureStep), text=h.text),
    lambda s, h: plan_editing.edit(s, Audience, h.id(Audience), engagement=h.chance.randint(0, 5)),
    lambda s, h: plan_editing.move(s, ProcedureStep, h.id(ProcedureStep), h.chance.randint(0, 3)),
    lambda s, h: plan_editing.duplicate(s, h.id(Procedure), h.text),
    lambda s, h: plan_editing.delete(s, Procedure, h.id(Procedure)),
    lambda s, h: plan_editing.write(s, "action", h.pick(["timing", "feedback"]), h.text),
    lambda s, h: run_procedure(s, h.id(Procedure), h.day()),
    lambda s, h: put_in_status(s, [(h.id(Event), "")], h.pick(STATUSES)),
    lambda s, h: keeping.edit_tactic(s, h.id(Tactic), success=h.text),
    lambda s, h: keeping.duplicate_tactic(s, h.id(Tactic), h.text),
    lambda s, h: keeping.add_tactics(s, [(Tactic("", h.text, "other"), (TacticMessage("", "", h.text),))]),
    lambda s, h: keeping.add_message(s, TacticMessage("", h.id(Tactic), h.text, -7)),
    lambda s, h: keeping.say_in(s, h.id(TacticMessage), h.pick(["en", "bg"]), h.text),
    lambda s, h: keeping.delete_message(s, h.id(TacticMessage)),
    lambda s, h: score(s, ("event", h.id(Event)), h.chance.randint(0, 6), h.chance.randint(0, 6)),
    lambda s, h: score(s, ("program", h.id(Program)), h.chance.randint(0, 6), 3),
)

DEEDS: Final = (
    *ON_BOARDS, *ON_THE_MAP, *ON_TASKS, *ON_MEMBERS, *ON_SEQUENCES, *ON_RULES, *ON_PLANS, *ON_PERSONAS,
    *ON_THE_GUIDE, *ON_DUTY, *OF_BECOMING, *OF_IMPORTS
)  # fmt: skip


def carry_out(store: Store, deed: Deed, seed: int, text: str) -> None:
    """Do something as the window does it: what cannot be done changes nothing."""
    with suppress(KnownError, Nothing):
        deed(store, Hand(store, seed, text))


def settle(store: Store) -> None:
    """Fill a playbook with a little of everything that stays: there is no step to take it back."""
    with store.change(say("step.begin")):
        store.of(Playbook).save([Playbook("playbook", "Kestrel Circle", start=MONDAY, zone="Europe/Sofia")])
        store.of(Kind).save([Kind("other", "Other", key="other")])
        store.of(Stage).save([Stage("s1", "Awareness"), Stage("s2", "Activation", position=1)])
        store.of(Branch).save(
            [Branch(f"b{n}", "s1", "" if n < 2 else f"b{n - 2}", n, f"Branch {9 - n}") for n in range(6)]
        )
        add_task(store, Task("t1", "Call Mila", ""))
        store.of(MemberState).save([MemberState("invited", "Invited"), MemberState("creator", "Creator", position=1)])
        settle_personas(store)
        settle_guide(store)
        for name in ("Mila D.", "Petya S.", "Rado T."):
            member_adding.add_member(store, Member("", name))
        welcome = sequences.add_sequence(store, "Welcome", ends="creator")
        for at, name in enumerate(("Hello", "How is it?")):
            sequences.add_step(store, welcome, name, 3 * at, texts=(("en", "Hi {name}"),))
        running.start(store, welcome, [next(iter(store.of(Member).all())).id], MONDAY)
        board = boards.add_board(store, "Purpose")
        notes = [adding.at(NoteKind.NOTE, board, 200 * n, 0, text=f"Note {n}") for n in range(3)]
        ids = [adding.add_note(store, note) for note in notes]
        card = adding.add_note(store, adding.at(NoteKind.METRIC, board, 0, 300, text="Answers within a day"))
        frame = adding.at(NoteKind.FRAME, board, 0, 0, text="Key behaviours")
        adding.add_note(store, replace(frame, width=600))
        connecting.connect_chain(store, [(ids[0], ids[1]), (ids[1], card)])
    store.forget_steps()
