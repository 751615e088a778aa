"""The log lists what happened, filters and counts it; what happened is edited, answered, struck and followed up."""

from datetime import date, time

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.guide.escalation import Severity
from app.guide.incident import Incident
from app.guide.snapshot import Row
from app.members.member import Member
from app.message import say
from app.tasks.finishing import finish
from app.tasks.task import Task
from tests.on_desk import PageOnDesk
from widgets.common.words import set_language
from widgets.guide.incidents.seen import SeenBefore

LEFT = Qt.MouseButton.LeftButton
NBSP = "\u00a0"


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_the_latest_stands_on_top_with_how_it_was_answered(setup):
    setup.log(
        date(2027, 3, 3), severity=Severity.HIGH, at=time(11, 10), answered=191, what="A phone number\nin a thread"
    )
    setup.log(date(2027, 3, 5), severity=Severity.HIGH, answered=23, member="ana", closed=True)
    setup.log(date(2027, 3, 9), severity=Severity.HIGH, at=time(9, 0), member="", scenario="")

    rows = setup.rows()

    assert [(when, what, who, grave) for when, what, who, grave, _ in rows] == [
        ("9 Mar 09:00", "Something else", "–", "High"),
        ("5 Mar", "Personal data posted", "Ana B.", "High"),
        ("3 Mar 11:10", "Personal data posted", "Kai S.", "High"),
    ]
    assert [plain(row[4]) for row in rows] == [
        "not answered",
        "after 22 min, within 30 min",
        "late on a holiday, after 3 h 10 min; promised within 30 min",
    ]
    assert setup.view.table.list.lines.all[2].cells[1].below == "A phone number"
    assert setup.view.note.text() == "3 in all · 2 open"


def test_what_waits_too_long_is_said(setup):
    setup.log(severity=Severity.HIGH, at=time(9))

    assert plain(setup.rows()[0][4]) == "waits too long, promised within 30 min"
    assert setup.view.note.text() == "1 in all · 1 open · 1 waits too long"


def test_a_new_one_is_of_now_and_is_written_in_the_inspector(setup, qtbot):
    assert not setup.view.empty.isHidden()
    qtbot.mouseClick(setup.view.new, LEFT)

    (incident,) = setup.store.of(Incident).all()
    assert (incident.day, incident.at) == (date(2027, 3, 10), time(12, 40))
    assert setup.page.bench.chosen == Row(Incident, incident.id)
    inspector = setup.page._inspectors[Incident]
    what, done = inspector.groups
    what.scenario.field.chosen.emit("data")
    what.member.field.setText("ana")
    qtbot.keyClick(what.member.field, Qt.Key.Key_Return)
    what.severity.field.chosen.emit("high")
    what.what.field.committed.emit("A screenshot")
    what.at.field.committed.emit("9:15")
    what.day.field.entered.emit(date(2027, 3, 8))
    done.done.field.committed.emit("Hidden")
    done.answered.field.committed.emit("0")
    done.closed.click()

    saved = setup.get(incident.id)
    assert (saved.scenario, saved.member, saved.severity, saved.what, saved.done, saved.answered, saved.closed) == (
        "data", "ana", Severity.HIGH, "A screenshot", "Hidden", 1, True
    )  # fmt: skip
    assert (saved.day, saved.at) == (date(2027, 3, 8), time(9, 15))
    assert plain(done.kept.text()) == "after 0 min, within 30 min"
    assert what.matrix.text() == "Hide at once\nTell: Mila D., DPO\nWithin 30 min\nUsually earns a strike"
    what.at.field.committed.emit("")
    done.answered.field.committed.emit("")
    assert (setup.get(incident.id).at, setup.get(incident.id).answered) == (None, 0)


def test_a_member_whom_nobody_knew_is_written_down_where_they_are_named(setup, qtbot):
    field = setup.open(setup.log(member="")).groups[0].member.field
    field.setFocus()
    qtbot.keyClicks(field, "Rumi K.")
    assert field.completer().model().stringList()[-1] == "Add ‘Rumi K.’"
    qtbot.keyClick(field.completer().popup(), Qt.Key.Key_Tab)  # what is open has the keyboard

    (incident,) = setup.store.of(Incident).all()
    assert setup.store.of(Member).get(incident.member).name == "Rumi K."
    assert field.text() == "Rumi K."
    assert PageOnDesk.told(setup.page)[-1] == say("members.added.named", name="Rumi K.")
    setup.store.undo()
    assert {it.name for it in setup.store.of(Member).all()} == {"Kai S.", "Ana B."}


def test_letters_of_somebody_known_add_nobody(setup, qtbot):
    field = setup.open(setup.log(member="")).groups[0].member.field
    field.setFocus()
    qtbot.keyClicks(field, "ai s")  # Kai S. holds them
    qtbot.keyClick(field.completer().popup(), Qt.Key.Key_Tab)  # what is open has the keyboard

    assert len(list(setup.store.of(Member).all())) == 2
    assert field.text() == ""


def test_numbers_stand_in_a_card_as_high_as_they_are(setup):
    setup.log()

    assert setup.view.card.height() == setup.view.card.sizeHint().height()


def test_typing_is_one_step_and_deleting_can_be_taken_back(setup):
    inspector = setup.open(setup.log())
    inspector.groups[1].done.field.committed.emit("Hid")
    inspector.groups[1].done.field.committed.emit("Hidden")
    setup.store.undo()
    (incident,) = setup.store.of(Incident).all()
    assert incident.done == ""

    inspector.delete()

    assert setup.rows() == []
    assert PageOnDesk.told(setup.page)[-1] == say("guide.deleted")
    setup.store.undo()
    assert len(setup.rows()) == 1


def test_the_next_strike_is_proposed_given_chosen_and_taken_back(setup, qtbot):
    first, second = setup.log(date(2027, 3, 1)), setup.log(date(2027, 3, 9))
    strike = setup.open(first).strike
    assert strike.state.text() == "No strike counts yet."
    assert strike.give.text() == "Give: Coach"
    qtbot.mouseClick(strike.give, LEFT)
    assert setup.get(first).expires == date(2027, 4, 30)
    assert strike.state.text() == "Coach, counts until 30 Apr 2027"
    assert strike.give.isHidden()

    setup.open(second)
    assert strike.state.text() == "1 strike counts already."
    qtbot.mouseClick(strike.give, LEFT)
    assert (setup.get(second).level, setup.get(second).expires) == ("warn", None)
    assert strike.state.text() == "Warn, stays"
    strike.level.chosen.emit("coach")
    assert setup.get(second).level == "coach"
    qtbot.mouseClick(strike.back, LEFT)
    assert (setup.get(second).level, setup.get(second).expires) == ("", None)


def test_without_a_member_no_strike_is_given(setup):
    strike = setup.open(setup.log(member="")).strike

    assert strike.state.text() == "Strikes count for a member: choose one above."
    assert strike.give.isHidden()


def test_a_follow_up_is_made_with_the_deadline_and_leads_to_its_task(setup, qtbot):
    one = setup.log(severity=Severity.HIGH, at=time(23, 45))
    after = setup.open(one).after
    assert after.make.text() == "Make a follow-up task, due 10 Mar 00:15"
    qtbot.mouseClick(after.make, LEFT)

    (task,) = setup.store.of(Task).all()
    assert task.title == "Follow up: Personal data posted – Kai S."
    area = setup.page._inspectors[Incident].area
    qtbot.waitUntil(lambda: after.mapTo(area, after.rect().bottomLeft()).y() <= area.height())
    (row,) = after.rows._rows
    assert (row.text, row.quiet) == (task.title, "due 10 Mar 00:15")
    assert setup.view.table.list.lines.all[0].cells[4].below == "1 follow-up open"
    qtbot.mouseClick(after.rows.buttons[0], LEFT)
    assert PageOnDesk.gone(setup.page) == [("tasks", task.id)]
    finish(setup.store, [task.id])
    assert after.rows._rows[0].quiet == "done"
    assert setup.view.table.list.lines.all[0].cells[4].below == ""


def test_the_log_is_filtered_by_member_scenario_state_and_number(setup, qtbot):
    first = setup.log(date(2027, 1, 5), answered=5, severity=Severity.MEDIUM, closed=True)
    second = setup.log(date(2027, 3, 1), member="ana", scenario="spam")
    view = setup.view

    def shown() -> list[str]:
        return [line.row.id for line in view.table.list.lines.all]

    view.who._choose(None, ("ana",))
    assert shown() == [second]
    view.who._choose(None, ())
    view.state._choose(None, ("closed",))
    assert shown() == [first]
    view.what._choose(None, ("spam",))
    assert shown() == []
    assert not view.empty.isHidden()
    qtbot.mouseClick(view.clear, LEFT)
    assert shown() == [second, first]
    assert view.clear.isHidden()

    numbers = view.overview.numbers
    assert [numbers.text(row, 0) for row in range(4)] == ["", "Personal data posted", "Promotion", "In all"]
    assert [numbers.text(0, column) for column in range(8)] == ["", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "In all"]
    assert [numbers.text(3, column) for column in range(1, 8)] == ["·", "·", "·", "1", "·", "1", "2"]
    assert numbers.index(2, 6).data(Qt.ItemDataRole.AccessibleTextRole) == "Promotion, March 2027: 1"
    view.overview.clicked.emit(numbers.index(2, 6))
    assert shown() == [second]
    view.overview.clicked.emit(numbers.index(2, 6))
    assert shown() == [second, first]
    view.overview.clicked.emit(numbers.index(3, 4))
    assert shown() == [first]


def test_a_link_from_elsewhere_shows_the_incident_also_when_it_is_filtered_away(setup):
    one = setup.log()
    setup.view.who._choose(None, ("ana",))
    setup.page.show_document()

    setup.page.show_thing(one)

    assert setup.page.middle.currentWidget() is setup.view
    assert setup.page.bench.chosen == Row(Incident, one)
    assert len(setup.rows()) == 1
    assert setup.view.table.list.hasFocus()


def test_another_name_of_a_member_is_shown_at_once(setup):
    setup.log()
    with setup.store.change(say("step.begin")):
        setup.store.of(Member).save([Member("kai", "Kai Sun")])

    assert setup.rows()[0][2] == "Kai Sun"


def test_a_scenario_says_how_often_it_was_seen_and_leads_to_the_log(setup, qtbot):
    first = setup.log(date(2027, 2, 18), severity=Severity.HIGH, answered=23)
    second = setup.log(date(2027, 3, 3), severity=Severity.HIGH, answered=191)
    setup.log(severity=Severity.MEDIUM)
    seen = SeenBefore(setup.page.bench)
    qtbot.addWidget(seen)

    seen.show_scenario("data", Severity.HIGH)

    assert seen.rows.heading.text() == "Seen 2 times"
    assert [(row.text, plain(row.quiet), row.target) for row in seen.rows._rows] == [
        ("3 Mar", "late on a holiday, after 3 h 10 min; promised within 30 min", second),
        ("18 Feb", "after 22 min, within 30 min", first),
    ]
    seen.rows.pressed.emit(first)
    assert setup.page.bench.chosen == Row(Incident, first)
    seen.show_scenario("data")
    assert seen.rows.heading.text() == "Seen 3 times"
    seen.show_scenario("spam")
    assert seen.isHidden() or seen.rows.isHidden()


def test_everything_speaks_bulgarian(setup):
    setup.open(setup.log(severity=Severity.HIGH, answered=23))
    set_language("bg")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)

    assert plain(setup.rows()[0][4]) == "след 22 мин, в рамките на 30 мин"
    assert setup.rows()[0][3] == "Висока"
    assert setup.view.overview.numbers.text(0, 7) == "Общо"
