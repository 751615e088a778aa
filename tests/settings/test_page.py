"""The settings page: what is chosen holds at once, and what belongs to the playbook can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QWidget

from app.calendar.plan import Plan
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from storage.playbooks import SqlPlaybooks
from widgets.common.desk import Desk
from widgets.common.switch import Switch
from widgets.common.theme import theme
from widgets.common.words import set_language
from widgets.settings.countries import Countries
from widgets.settings.page import SettingsPage


class Kept(dict[str, object]):
    """Settings of a computer that forgets."""

    def set(self, name: str, value: object) -> None:
        self[name] = value


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def store(tmp_path) -> Store:
    store = SqlPlaybooks(tmp_path / "backups").create(tmp_path / "book.sedyanka")
    return _with_settings(store)


def _with_settings(store: Store) -> Store:
    from app.message import say

    with store.change(say("step.settings.language")):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle", zone="Europe/Sofia", holidays=("BG",))])
    return store


@pytest.fixture
def page(qtbot, kept, store, tmp_path):
    theme().apply("light", 1.0)
    set_language("en")
    told: list[object] = []
    desk = Desk(kept, None, SqlPlaybooks(tmp_path / "backups"), told.append, told.append, lambda *_: None)
    page = SettingsPage(desk, date(2027, 3, 10), "0.1.0")
    qtbot.addWidget(page)
    page.resize(1232, 872)
    page.attach(store)
    page.show()
    yield page
    page.attach(None)
    set_language("en")


def book(store: Store) -> Playbook:
    return store.of(Playbook).get(PLAYBOOK_ID)


def named(page: QWidget, kind: type, name: str):
    return next(w for w in page.findChildren(kind) if w.accessibleName() == name or getattr(w, "text", str)() == name)


def test_the_theme_is_kept_when_a_segment_is_pressed(page, kept, qtbot):
    qtbot.mouseClick(named(page, QAbstractButton, "Dark"), Qt.MouseButton.LeftButton)

    assert kept["theme"] == "dark"


def test_the_text_grows_by_steps_and_not_without_end(page, kept, qtbot):
    larger = named(page, QAbstractButton, "Larger text")

    for _ in range(9):
        qtbot.mouseClick(larger, Qt.MouseButton.LeftButton)

    assert kept["text_scale"] == 1.5
    assert not larger.isEnabled()


def test_the_looks_of_this_computer_go_back_to_the_usual_ones(page, kept, qtbot):
    qtbot.mouseClick(named(page, QAbstractButton, "Dark"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(named(page, QAbstractButton, "Larger text"), Qt.MouseButton.LeftButton)

    qtbot.mouseClick(named(page, QAbstractButton, "Back to usual looks"), Qt.MouseButton.LeftButton)

    assert kept == {"theme": "system", "text_scale": 1.0, "reduce_motion": False, "weekend_columns": "narrow"}


def test_motion_is_reduced_by_a_switch(page, kept, qtbot):
    qtbot.mouseClick(named(page, Switch, "Reduce motion"), Qt.MouseButton.LeftButton)

    assert kept["reduce_motion"] is True


def test_a_new_name_is_one_step_and_undo_shows_the_old_one(page, store, qtbot):
    field = named(page, QLineEdit, "Name of the community")
    field.selectAll()
    field.insert("Седянка")  # QTest has no keys for such letters
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert book(store).name == "Седянка"

    store.undo()

    assert field.text() == "Kestrel Circle"


def test_capacity_is_typed_with_a_comma_or_a_point(page, store, qtbot):
    field = named(page, QLineEdit, "Capacity")
    field.selectAll()
    qtbot.keyClicks(field, "6,5")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert book(store).capacity == 6.5


def test_working_hours_are_chosen_and_may_be_the_wrong_way_round(page, store):
    first = named(page, QComboBox, "Working hours: from")
    last = named(page, QComboBox, "Working hours: to")
    assert (first.currentText(), last.currentText()) == ("09:00", "18:00")

    choose(first, "20:00")
    assert (book(store).work_from, book(store).work_to) == (18, 20)
    assert (first.currentText(), last.currentText()) == ("18:00", "20:00")

    choose(last, "24:00")
    assert (book(store).work_from, book(store).work_to) == (18, 24)
    store.undo()
    assert last.currentText() == "20:00"


def choose(box: QComboBox, text: str) -> None:
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_a_zone_that_is_none_changes_nothing(page, store, qtbot):
    zone = named(page, QComboBox, "Time zone")

    zone.textActivated.emit("Sofia/Europe")

    assert book(store).zone == zone.currentText() == "Europe/Sofia"


def test_quiet_days_are_ticked_one_by_one(page, store, qtbot):
    qtbot.mouseClick(named(page, QAbstractButton, "Quiet days: Sunday"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(named(page, QAbstractButton, "Quiet days: Friday"), Qt.MouseButton.LeftButton)

    assert book(store).quiet_days == (4, 6)


def test_countries_keep_the_order_in_which_they_were_chosen(qtbot):
    countries = Countries(("BG",))
    qtbot.addWidget(countries)
    seen: list[tuple[str, ...]] = []
    countries.chosen.connect(seen.append)

    countries.search.setText("germ")
    shown = [
        countries.list.item(row) for row in range(countries.list.count()) if not countries.list.item(row).isHidden()
    ]
    shown[0].setCheckState(Qt.CheckState.Checked)

    assert [item.text() for item in shown] == ["Germany"]
    assert seen == [("BG", "DE")]


def test_a_search_leaves_what_fits_and_says_when_nothing_does(page, qtbot):
    search = named(page, QLineEdit, "Find a setting")
    qtbot.keyClicks(search, "holid")
    assert named(page, QAbstractButton, "Change…").isVisible()
    assert not named(page, QAbstractButton, "Dark").isVisible()

    qtbot.keyClicks(search, "xyz")

    clear = named(page, QAbstractButton, "Clear")
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert search.text() == ""


def test_a_backup_is_made_and_told(page, store, qtbot, tmp_path):
    qtbot.mouseClick(named(page, QAbstractButton, "Back up now"), Qt.MouseButton.LeftButton)

    (backup,) = SqlPlaybooks(tmp_path / "backups").backups(store.path)
    assert backup.reason == "manual"


def test_without_a_playbook_its_settings_wait(page):
    page.attach(None)

    assert not named(page, QLineEdit, "Name of the community").isEnabled()
    assert named(page, QAbstractButton, "Dark").isEnabled()


def test_a_section_is_reached_from_the_list(page, qtbot):
    sections = named(page, QListWidget, "Sections of the settings")

    sections.setCurrentRow(2)

    assert sections.currentItem().text() == "Backups"


def test_settings_are_seen_by_the_plan(page, store, qtbot):
    named(page, QComboBox, "Week starts on").setCurrentIndex(6)

    assert Plan.read(store).playbook.first_weekday == 6
