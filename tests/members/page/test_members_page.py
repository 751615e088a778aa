"""The members page: the list, its filters, the inspector, merging and pasting."""

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from app.members.filter import MemberFilter, Who
from app.members.member import Member
from app.message import say
from tests.members.builders import add, get
from widgets.common.overlay import Overlay
from widgets.common.person_field import PersonField
from widgets.common.popover import Popover
from widgets.common.words import set_language


def names(page) -> list[str]:
    return [page.members.all[one].name for one in page.people.model.ids()]


def rows(page) -> dict[str, str]:
    model = page.nav.rows
    found = [model.data(model.index(at, 0), Qt.ItemDataRole.UserRole) for at in range(model.rowCount())]
    return {row.text: row.count for row in found if row.key}


def type_into(field: QLineEdit, text: str, qtbot) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_everybody_stands_by_name_with_counts_at_the_left(setup):
    assert names(setup.page) == ["Mila D.", "Nadia R.", "Nadya R.", "Tom H."]
    assert rows(setup.page) == {
        "All people": "4", "Members": "3", "Team": "1", "Invited": "1", "Introduced": "", "Creator": "",
    }  # fmt: skip


def test_the_model_behaves_as_qt_expects_while_members_come_and_go(setup):
    page = setup.page
    tester = QAbstractItemModelTester(page.people.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    add(setup.store, "Aylin D.")
    page.edits.edit([setup.ids["Tom H."]], {"name": "Aaron H."})
    page.sort_by("joined")
    page.edits.delete([setup.ids["Mila D."]])
    setup.store.undo()
    page.set_filter(MemberFilter(words="nad"))

    assert tester
    assert names(page) == ["Nadia R.", "Nadya R."]


def test_a_press_on_a_state_at_the_left_shows_who_is_in_it(setup, qtbot):
    page = setup.page
    index = page.nav.rows.index(page.nav.rows.row_of(f"state:{setup.states['Invited']}"), 0)
    QTest.mouseClick(page.nav.viewport(), Qt.MouseButton.LeftButton, pos=page.nav.visualRect(index).center())
    assert names(page) == ["Nadya R."]
    page.nav.setFocus()
    qtbot.keyClick(page.nav, Qt.Key.Key_Up)
    assert names(page) == ["Mila D."]
    for _ in range(2):
        qtbot.keyClick(page.nav, Qt.Key.Key_Up)

    assert len(names(page)) == 4


def test_a_filter_that_finds_nobody_says_so_and_offers_everybody(setup):
    page = setup.page
    page.set_filter(MemberFilter(words="nobody of this name"))
    assert page.stack.currentWidget() is page.nothing
    page.nothing.asked.emit()

    assert len(names(page)) == 4


def test_who_is_new_is_named_at_once_and_undo_takes_them_back(setup, qtbot):
    page = setup.page
    page.add()
    field = page.side.inspector.who.name.field
    assert field.hasFocus()
    type_into(field, "Hanna W.", qtbot)

    assert "Hanna W." in names(page)
    setup.store.undo()
    setup.store.undo()
    assert "Hanna W." not in names(page)


def test_what_is_typed_survives_a_change_from_elsewhere(setup, qtbot):
    page = setup.page
    page.people.reveal(setup.ids["Tom H."])
    page.open_selection()
    field = page.side.inspector.about.role.field
    field.setFocus()
    qtbot.keyClicks(field, "Plan")
    page.edits.edit([setup.ids["Mila D."]], {"company": "Kestrel"})

    assert field.text() == "Plan"
    field.flush()
    assert get(setup.store, setup.ids["Tom H."]).role == "Plan"


def test_the_fields_of_one_write_what_they_say(setup, qtbot):
    page, one = setup.page, setup.ids["Tom H."]
    page.people.reveal(one)
    page.open_selection()
    inspector = page.side.inspector
    inspector.known.handles.field.committed.emit("slack: tom.h\nforum: tom")
    inspector.known.emails.field.committed.emit("tom@example.org, t@example.org")
    inspector.lists.fields["languages"].field.line.setText("en")
    inspector.lists.fields["languages"].field.flush()
    inspector.who.state.field.chosen.emit(setup.states["Creator"])
    type_into(inspector.about.zone.field, "Nowhere/Else", qtbot)
    assert inspector.about.zone.error.isVisible()
    type_into(inspector.about.zone.field, "Europe/Sofia", qtbot)
    inspector.about.bot.click()

    tom = get(setup.store, one)
    assert tom.handles == (("slack", "tom.h"), ("forum", "tom"))
    assert (tom.emails, tom.languages) == (("tom@example.org", "t@example.org"), ("en",))
    assert (tom.state, tom.zone, tom.bot) == (setup.states["Creator"], "Europe/Sofia", True)


def test_several_are_edited_at_once_in_one_step(setup):
    page, ids = setup.page, [setup.ids["Nadya R."], setup.ids["Tom H."]]
    page.select(ids)
    page.open_selection()
    assert page.side.inspector.who.state.field.value() is None
    page.side.inspector.who.state.field.chosen.emit(setup.states["Introduced"])

    assert {get(setup.store, one).state for one in ids} == {setup.states["Introduced"]}
    setup.store.undo()
    assert get(setup.store, ids[1]).state == ""


def test_delete_by_key_says_how_to_take_it_back(setup, qtbot):
    page = setup.page
    page.people.reveal(setup.ids["Tom H."])
    qtbot.keyClick(page.people.list, Qt.Key.Key_Delete)

    assert names(page) == ["Mila D.", "Nadia R.", "Nadya R."]
    assert setup.asked.told == [say("members.deleted", n=1)]


def test_two_selected_are_merged_field_by_field_in_one_step(setup):
    page = setup.page
    stays, goes = setup.ids["Nadya R."], setup.ids["Nadia R."]
    dialog = page.asking.merge(stays, goes)
    assert dialog.table.taken() == ["joined"]
    dialog.table.choose("name", 1)
    assert dialog.accept.text() == "Merge into Nadia R."
    dialog.accept.click()

    assert names(page) == ["Mila D.", "Nadia R.", "Tom H."]
    assert get(setup.store, stays).emails == ("nadya@example.org",)
    assert page.side.inspector.ids == [stays]
    setup.store.undo()
    assert names(page) == ["Mila D.", "Nadia R.", "Nadya R.", "Tom H."]


def test_swap_lets_the_other_one_stay(setup):
    page = setup.page
    dialog = page.asking.merge(setup.ids["Nadya R."], setup.ids["Nadia R."])
    dialog.swap.click()
    dialog.accept.click()

    assert [it.id for it in setup.store.of(Member).all() if it.name == "Nadia R."] == [setup.ids["Nadia R."]]


def test_one_alone_is_asked_with_whom_and_who_is_called_alike_is_proposed(setup, qtbot):
    page = setup.page
    page.people.reveal(setup.ids["Nadya R."])
    page.ask_merge()
    popover = page.findChild(Popover)
    field = popover.findChild(PersonField)
    assert field.person() == setup.ids["Nadia R."]
    type_into(field, "tom", qtbot)

    assert field.person() == setup.ids["Tom H."]
    assert page.findChild(Overlay).panel.table is not None
    page.findChild(Overlay).dismiss()


def test_a_pasted_list_is_counted_while_it_is_typed_and_added_at_once(setup):
    page = setup.page
    dialog = page.asking.paste()
    assert not dialog.accept.isEnabled()
    assert dialog.field.hasFocus()
    dialog.field.setPlainText("Aylin D. <aylin@example.org>\nTom H.\n\n- Boris N.")
    dialog._read()
    assert dialog.accept.text() == "Add 3 people"
    dialog.accept.click()

    assert setup.asked.told[-1] == say("members.added", n=2, known=1)
    assert "Aylin D." in names(page)
    setup.store.undo()
    assert len(names(page)) == 4


def test_find_leaves_who_holds_the_words_and_esc_shows_everybody(setup, qtbot):
    page = setup.page
    page.finder.open()
    page.finder.bar.field.setText("nad")
    qtbot.keyClick(page.finder.bar.field, Qt.Key.Key_Return)
    assert names(page) == ["Nadia R.", "Nadya R."]
    page.finder.step(1)
    page.finder.step(1)
    assert page.people.selection() == [setup.ids["Nadya R."]]
    qtbot.keyClick(page.finder.bar.field, Qt.Key.Key_Escape)

    assert len(names(page)) == 4


def test_the_palette_finds_people_and_the_page_shows_them(setup):
    page = setup.page
    page.set_filter(MemberFilter(who=Who.TEAM))
    found = page.look_up("tom")
    assert [(one, name) for one, name, _ in found] == [(setup.ids["Tom H."], "Tom H.")]
    page.show_thing(found[0][0])

    assert page.people.selection() == [setup.ids["Tom H."]]


def test_the_page_speaks_bulgarian_at_once(setup, qtbot):
    set_language("bg")
    qtbot.waitUntil(lambda: "Всички" in rows(setup.page))

    assert setup.page.header.title.text() == "Членове"


def test_twenty_thousand_people_stay_fluent(setup, qtbot):
    page, store = setup.page, setup.store
    with store.change(say("step.begin")):
        store.of(Member).save(Member(f"m{n:05}", f"Person {n}", tags=("beta",) if n % 3 else ()) for n in range(20_000))
    begun = time.perf_counter()
    page.edits.edit(["m00001"], {"name": "Zora N."})
    page.set_filter(MemberFilter(words="person 1999"))
    page.set_filter(MemberFilter())
    page.people.list.scrollToBottom()
    page.grab()

    assert time.perf_counter() - begun < 2.0  # a tenth of it where nothing else works
    assert names(page)[-1] == "Zora N."
