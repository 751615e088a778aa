from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.message import say
from app.playbook.files import Backup, BackupState, DamageReport, Salvaged
from widgets.common.desk import Desk
from widgets.common.theme import theme
from widgets.common.words import clock, set_language
from widgets.playbook.backup_model import BackupModel
from widgets.playbook.recovery_page import RecoveryPage

NOW = datetime(2027, 3, 10, 8, 40, tzinfo=UTC)


def a_backup(minutes: int, state: BackupState = BackupState.VERIFIED, **fields: object) -> Backup:
    made = NOW - timedelta(minutes=minutes)
    return Backup(
        **{"file": Path(f"/copies/{minutes}"), "made": made, "reason": "automatic", "bytes": 6_400_000, "state": state}
        | fields
    )


BACKUPS = (
    a_backup(9, BackupState.UNREADABLE),
    a_backup(39, counts=(("event", 69), ("persona", 1)), steps_lost=7, lost=((NOW, say("step.delete", title="AMA")),)),
    a_backup(2000, BackupState.UNCHECKED, reason="close"),
)


@pytest.fixture
def page(qtbot, tmp_path):
    theme().apply("light", 1.0)
    set_language("en")
    damaged = tmp_path / "kestrel.sedyanka"
    damaged.write_bytes(b"x" * 1000)
    page = RecoveryPage(Desk(None, None, None, print, print, print), NOW)
    qtbot.addWidget(page)
    page.show_report(DamageReport(damaged, "page 207", (("event", 67),), BACKUPS))
    page.show()
    qtbot.wait(20)
    yield page
    set_language("en")


def texts(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def test_the_newest_copy_that_can_be_trusted_is_chosen(page):
    assert page.chosen() == BACKUPS[1]
    assert page.restore.isEnabled()


def test_enter_restores_the_chosen_copy(page, qtbot):
    with qtbot.waitSignal(page.restore_requested) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)

    assert asked.args == [str(BACKUPS[1].file)]


def test_a_copy_that_cannot_be_read_is_not_restored(page, qtbot):
    qtbot.keyClick(page.list, Qt.Key.Key_Up)

    assert not page.restore.isEnabled()
    with qtbot.assertNotEmitted(page.restore_requested):
        qtbot.keyClick(page.list, Qt.Key.Key_Return)


def test_esc_leaves_the_file_as_it_is(page, qtbot):
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_it_says_what_can_still_be_read_and_where_the_damaged_file_goes(page):
    said = texts(page)

    assert "67 events" in said
    assert "kestrel (damaged" in said
    assert "The integrity check found damage" in said


def test_it_names_what_the_chosen_copy_does_not_have(page, qtbot):
    assert "You would lose 7 changes" in texts(page)
    assert f"{clock(NOW.astimezone().time())}  Delete ‘AMA’" in texts(page)

    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert not page._lost.isVisible()


def test_the_report_for_support_holds_no_path(page, qtbot, qapp):
    copy = next(button for button in page.findChildren(QAbstractButton) if button.text() == "Copy report")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert qapp.clipboard().text() == "kestrel.sedyanka\npage 207"


def test_values_that_nobody_would_have_written_are_named(page, qtbot, qapp):
    strange = say("storage.found.strange", table=say("storage.kind.event"))
    page.show_report(DamageReport(page._report.file, "", (("event", 67),), BACKUPS, (strange,)))

    assert "“events” holds a value that Sedyanka would not have written. Nothing you do here" in texts(page)
    page._copy.click()
    assert qapp.clipboard().text().endswith("“events” holds a value that Sedyanka would not have written.")


def test_what_is_readable_is_exported_and_what_is_not_is_listed(page, qtbot):
    with qtbot.waitSignal(page.export_requested):
        qtbot.mouseClick(page.export, Qt.MouseButton.LeftButton)
    lost = (say("storage.salvage.lost", kind=say("storage.kind.event"), n=2), say("storage.salvage.title", title="AMA"))

    page.show_salvaged("new.sedyanka", Salvaged((("event", 67),), lost))

    for part in ("Saved as new.sedyanka: 67 events", "Events: 2 could not be read.", "‘AMA’"):
        qtbot.waitUntil(lambda part=part: part in texts(page))
    assert not page.export.isVisible()
    page.show_salvaged("new.sedyanka", Salvaged((("event", 69),), ()))
    qtbot.waitUntil(lambda: "could be read" in texts(page))


def test_of_nothing_nothing_is_exported(page):
    page.show_report(DamageReport(page._report.file, "file is empty", (), ()))

    assert not page.export.isVisible()


def test_every_word_follows_the_language(page, qtbot):
    english = texts(page)
    set_language("bg")
    page.retranslate()
    qtbot.waitUntil(lambda: "повреден" in texts(page))

    set_language("en")
    page.retranslate()
    qtbot.waitUntil(lambda: texts(page) == english)


def test_the_list_keeps_the_contract_of_a_model():
    model = BackupModel(NOW)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_backups(BACKUPS)

    assert [model.index(1, column).data() for column in range(1, 5)] == [
        "6.4 MB",
        "69 events, 1 persona",
        "loses 7 changes",
        "verified",
    ]
    assert model.index(0, 2).data() == "cannot be opened"
    assert [model.index(row, 3).data() for row in (0, 2)] == ["", "older by a day"]
