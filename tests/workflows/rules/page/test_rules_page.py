"""A rule is written in a sentence, dry-run, switched on and looked after, by keyboard and by mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.message import say
from app.playbook.playbook import Person
from app.tasks.finishing import finish
from app.workflows.rule import ClauseKind, Firing, Rule, RuleClause
from app.workflows.rules.actions import ACTIONS
from app.workflows.rules.conditions import CONDITIONS
from app.workflows.rules.whole import read_all, read_one
from tests.on_desk import PageOnDesk
from tests.workflows.rules.builders import a_rule, add, column, outcomes, running, titles
from tests.workflows.rules.test_hostile import ODD
from widgets.common.words import set_language
from widgets.workflows.rules.part import OVERVIEW, RULE
from widgets.workflows.rules.places import ADD_ACTION, ADD_CONDITION, Place, lines_of

KEYS = {number: getattr(Qt.Key, f"Key_{number}") for number in range(1, 10)}


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget.window().focusWidget(), key)


def token(page, name, row=0):
    """Return a place of the sentence by the name of its token, that of the first clause that has it or a later one."""
    found = [it for key, it in page.rules.editor.sentence.tokens.items() if key[1] == name and key[0][:1] != "+"]
    return found[row]


def adder(page, kind):
    return page.rules.editor.sentence.tokens[kind, ""]


def chips(page):
    return [chip.text() for chip in page.rules.editor.sentence.strip._chips]


def focus(widget):
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def the_rule(store):
    (whole,) = read_all(store)
    return whole


def said(page):
    """Return the sentence as it reads."""
    whole = page.rules.rules[page.rules.shown]
    lines = lines_of(whole, page.rules._world)
    return [
        " ".join([line.gutter, *(it.text if isinstance(it, Place) else it for it in line.pieces)]) for line in lines
    ]


def begun(page, qtbot):
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    return the_rule(page.store).rule.id


def test_a_rule_is_written_by_keyboard_alone(page, store, qtbot):
    with store.change(say("step.add", title="people")):
        store.of(Person).save([Person("p1", "Mila D.")])
    rule = begun(page, qtbot)
    assert page.window().focusWidget() is token(page, "")
    press(page, KEYS[2])  # a task moves
    assert read_one(store, rule).rule.trigger == "task_moved"
    press(page, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is token(page, "column")
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Right)  # past "any column" and "To do"
    focus(adder(page, ADD_CONDITION))
    press(page, KEYS[2])
    assert page.window().focusWidget() is token(page, "value")  # what is empty in it is open
    press(page, KEYS[1])  # its priority is high
    focus(token(page, "title"))
    QTest.keyClicks(page.window().focusWidget(), "T")
    QTest.keyClicks(page.window().focusWidget(), "hank {owner}")
    press(page, Qt.Key.Key_Return)
    assert page.window().focusWidget() is token(page, "title")
    focus(token(page, "owner"))
    press(page, KEYS[3])

    assert said(page) == [
        "WHEN a task moves to Doing",
        "AND its priority is high and when",
        "THEN create a task Thank {owner} due the same day with no priority for Mila D. and then",
    ]
    whole = read_one(store, rule)
    assert dict(whole.actions[0].values)["title"] == "Thank {owner}"


def test_choices_lie_in_the_strip_and_are_chosen_by_mouse(page, store, qtbot):
    rule = begun(page, qtbot)
    focus(token(page, "priority"))
    strip = page.rules.editor.sentence.strip
    assert chips(page) == ["high", "medium", "low", "no"]
    assert [chip.isChecked() for chip in strip._chips] == [False, False, False, True]
    qtbot.mouseClick(strip._chips[0], Qt.MouseButton.LeftButton)

    assert dict(read_one(store, rule).actions[0].values)["priority"] == "3"
    assert strip._chips[0].isChecked()
    assert page.window().focusWidget() is token(page, "priority")


def test_arrows_stop_at_the_ends_and_digits_beyond_the_choices_do_nothing(page, store, qtbot):
    rule = begun(page, qtbot)
    focus(token(page, "priority"))
    press(page, Qt.Key.Key_Right, KEYS[9])
    assert dict(read_one(store, rule).actions[0].values)["priority"] == "0"
    press(page, *[Qt.Key.Key_Left] * 6)
    assert dict(read_one(store, rule).actions[0].values)["priority"] == "3"


def test_a_clause_goes_by_delete_or_by_its_cross_and_comes_back_by_undo(page, store, qtbot):
    rule = begun(page, qtbot)
    focus(adder(page, ADD_ACTION))
    press(page, KEYS[3])
    assert len(read_one(store, rule).actions) == 2
    focus(token(page, "", 2))
    press(page, Qt.Key.Key_Delete)
    assert len(read_one(store, rule).actions) == 1
    store.undo()
    assert len(read_one(store, rule).actions) == 2
    assert len(page.rules.editor.sentence.tokens) == len(said_places(page))


def said_places(page):
    whole = page.rules.rules[page.rules.shown]
    return [it for line in lines_of(whole, page.rules._world) for it in line.pieces if isinstance(it, Place)]


def test_placeholders_are_put_in_by_their_names(page, store, qtbot):
    rule = begun(page, qtbot)
    qtbot.mouseClick(token(page, "title"), Qt.MouseButton.LeftButton)
    strip = page.rules.editor.sentence.strip
    QTest.keyClicks(page.window().focusWidget(), "See ")
    qtbot.mouseClick(strip._insert.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    strip.flush()

    assert dict(read_one(store, rule).actions[0].values)["title"] == "See {title}"
    assert token(page, "title").accessibleName() == "See Title"


def test_it_cannot_be_switched_on_before_it_is_complete_and_was_dry_run(page, store, qtbot):
    rule = begun(page, qtbot)
    add(store, "Call Mila")
    editor = page.rules.editor
    qtbot.mouseClick(editor.switch, Qt.MouseButton.LeftButton)
    assert [error.what.id for error in PageOnDesk.failed(page.desk)] == ["workflows.error.lacks"]
    PageOnDesk.failed(page.desk).clear()
    assert not editor.switch.isChecked()

    qtbot.mouseClick(token(page, "title"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.window().focusWidget(), "See")
    qtbot.mouseClick(editor.switch, Qt.MouseButton.LeftButton)  # it dry-runs first
    assert PageOnDesk.told(page)[-1] == say("workflows.tried_first")
    assert not read_one(store, rule).on
    assert editor.trial.title.text() == "Would have run once in the last 30 days"
    assert titles(store) == ["Call Mila"]
    qtbot.mouseClick(editor.switch, Qt.MouseButton.LeftButton)
    assert read_one(store, rule).on
    assert editor.state.text() == "On since 10 Mar"

    focus(token(page, "priority"))
    press(page, KEYS[1])
    assert not read_one(store, rule).on
    assert editor.state.text() == "Off: dry-run it first"
    assert editor.trial.note.text() == "Of earlier words of the rule: run it again."


def test_the_inspector_says_how_it_acts(page, store, qtbot):
    rule = a_rule(store, most=0)
    page.show_thing(rule)
    fields = page.rules.inspector.fields
    qtbot.mouseClick(fields.choices[Firing.ASK], Qt.MouseButton.LeftButton)
    fields.name.field.setFocus()
    fields.name.field.selectAll()
    QTest.keyClicks(fields.name.field, "Another name")
    fields.flush()
    fields.most.field.chosen.emit("3")
    fields.again.field.chosen.emit("again")
    fields.quiet.field.chosen.emit("weekend holiday")

    found = store.of(Rule).get(rule)
    assert (found.name, found.firing, found.most, found.again) == ("Another name", Firing.ASK, 3, True)
    assert found.quiet == ("weekend", "holiday")
    assert found.since
    assert fields.quiet.field.currentText() == "Sat, Sun and holidays"


def test_the_log_says_what_it_did_and_takes_it_back(page, store, qtbot):
    rule = a_rule(store, "task_moved", {"column": column(store, "done")})
    page.show_thing(rule)
    with running(store) as (runner, _):
        task = add(store, "Call Mila")
        runner.work()
        finish(store, [task])
        runner.work()
    page.rules.show_log()
    log = page.rules.editor.log
    (line,) = log.lines
    assert line.what == (say("workflows.did.task", title="Follow up: Call Mila"),)
    log.undo_requested.emit(line.row)

    assert titles(store) == ["Call Mila"]
    assert PageOnDesk.told(page)[-1] == say("workflows.taken_back")
    assert outcomes(store) == ["undone"]
    assert not log.lines[0].can_undo


def test_suggestions_are_shown_done_and_dismissed(page, store, qtbot):
    rule = a_rule(store, firing=Firing.ASK)
    with running(store) as (runner, _):
        for title in ("Call Mila", "Ask Ivan", "Thank Nadya"):
            add(store, title)
            runner.work()
        page.show_thing(rule)
        card = page.rules.editor.suggestions
        assert card.title.text() == "3 suggestions"
        card.dismissed.emit([card.found[0].row])
        assert card.title.text() == "2 suggestions"
        qtbot.mouseClick(card.accept, Qt.MouseButton.LeftButton)
        runner.work()

    assert card.isHidden()
    assert titles(store) == ["Ask Ivan", "Call Mila", "Follow up: Ask Ivan", "Follow up: Thank Nadya", "Thank Nadya"]
    assert sorted(outcomes(store)) == ["dismissed", "done", "done"]


def test_ready_rules_are_copied_off_and_shown(page, store):
    page.rules.take("monday")

    whole = the_rule(store)
    assert (whole.rule.name, whole.on, page.rules.shown) == ("Plan the week", False, whole.rule.id)
    page.rules.show(OVERVIEW)
    assert {row.key for row in page.rules.rows() if row.key} == {OVERVIEW, RULE + whole.rule.id}


def test_a_rule_is_duplicated_and_deleted_and_comes_back(page, store):
    rule = a_rule(store)
    page.show_thing(rule)
    page.rules.duplicate()
    names = [whole.rule.name for whole in read_all(store)]
    assert names == ["Follow up", "Follow up (copy)"]
    assert not read_all(store)[1].on
    page.rules.delete()
    assert page.rules.shown == ""
    store.undo()
    assert len(page.rules.rules) == 2


def test_it_speaks_bulgarian_at_once(page, store, qapp):
    page.show_thing(a_rule(store))
    set_language("bg")
    qapp.processEvents()

    assert token(page, "").accessibleName() == "бъде създадена задача"
    assert page.rules.editor.state.text().startswith("Включено от")
    assert page.header.title.text() == "Процеси"


def test_a_rule_of_a_later_version_shows_and_can_be_changed(page, store):
    rule = a_rule(store, "of a later version", on=False)
    page.show_thing(rule)

    assert token(page, "").place.text == "from a later version"
    focus(token(page, ""))
    press(page, KEYS[1])
    assert read_one(store, rule).rule.trigger == "task_created"


def test_a_rule_of_somebody_else_with_odd_values_shows(page, store):
    with store.change(say("step.add", title="odd")):
        store.of(Rule).save([Rule("r", "x" * 3000, "task_due", tuple(ODD.items()), since=1, most=7)])
        clauses = [(ClauseKind.CONDITION, what) for what in CONDITIONS] + [
            (ClauseKind.ACTION, what) for what in ACTIONS
        ]
        values = tuple(ODD.items())
        store.of(RuleClause).save(
            [RuleClause(f"c{n}", "r", kind, what, values, n) for n, (kind, what) in enumerate(clauses)]
        )
    page.show_thing("r")
    page.rules.try_out()
    for token in page.rules.editor.sentence.tokens.values():
        focus(token)

    assert len(page.rules.editor.sentence.tokens) > 40


def test_every_control_has_a_name(page, store):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    page.show_thing(a_rule(store))
    nameless = [
        type(widget).__name__
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for widget in page.findChildren(kind)
        if widget.isVisibleTo(page) and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]

    assert nameless == []
