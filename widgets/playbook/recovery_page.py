"""The page for a playbook that is damaged: what is known, which copies there are, and how to go on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTreeView, QVBoxLayout
from typing_extensions import override

from app.message import say
from app.playbook.files import Backup, BackupState, DamageReport, Salvaged
from widgets.common.banner import Banner
from widgets.common.desk import Desk
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon, put_icon
from widgets.common.key_hints import KeyHints
from widgets.common.page import Page
from widgets.common.page_header import PageHeader
from widgets.common.words import clock, day, tr, words
from widgets.playbook.backup_delegate import BackupDelegate
from widgets.playbook.backup_model import COLUMNS, BackupModel, counts_in_words, size_in_words
from widgets.playbook.step_card import StepCard

WIDTHS = (221, 98, 0, 142, 126)  # of the columns; what they hold takes the rest
HOLDS = 2
ROW, HEAD, LONGEST = 44, 29, 12


class RecoveryPage(Page):
    """Lists the backups, newest verified first chosen; nothing here changes the damaged file.

    Signals:
        restore_requested: a backup is to be put in place (its path).
        read_only_requested: the damaged file is to be looked at as far as it goes.
        closed: the person leaves it as it is.
        other_folder_requested, show_file_requested, export_requested: so is one of these.
    """

    restore_requested = Signal(str)
    read_only_requested = Signal()
    closed = Signal()
    other_folder_requested = Signal()
    show_file_requested = Signal()
    export_requested = Signal()

    def __init__(self, desk: Desk, now: datetime) -> None:
        super().__init__(desk)
        self._now = now
        self._report: DamageReport | None = None
        self._salvaged: tuple[str, Salvaged] | None = None
        self._model = BackupModel(now, self)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def show_report(self, report: DamageReport) -> None:
        """Show a damaged file and its backups."""
        self._report, self._salvaged = report, None
        self._model.show_backups(report.backups)
        for column, width in enumerate(WIDTHS):
            if width:
                self.list.setColumnWidth(column, width)
        shown = max(1, min(LONGEST, len(report.backups)))
        self.list.setFixedHeight(HEAD + ROW * shown + 4)
        best = next((row for row, backup in enumerate(report.backups) if backup.state == BackupState.VERIFIED), 0)
        self.list.setCurrentIndex(self._model.index(best, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def show_salvaged(self, name: str, salvaged: Salvaged) -> None:
        """Say what came into a new playbook, and what could not be read."""
        self._salvaged = name, salvaged
        self.retranslate()

    def chosen(self) -> Backup | None:
        """Return the backup that would be restored."""
        return self._model.backup(self.list.currentIndex().row())

    def _build(self) -> None:
        self._header = PageHeader()
        self._banner = Banner("danger", icon="file-warning")
        self._copy = QPushButton()
        put_icon(self._copy, icon("copy"), 14)
        self._copy.setProperty("look", "small")
        self._banner.add_action(self._copy)
        self._title, self._facts = ElidedLabel(look="section"), ElidedLabel(look="subtitle")
        self._other = QPushButton()
        self._other.setProperty("look", "link")
        self.list = QTreeView()
        self.list.setModel(self._model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setProperty("look", "backups")
        self.list.setItemDelegate(BackupDelegate(self.list))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(HOLDS, QHeaderView.ResizeMode.Stretch)
        self.list.setSelectionBehavior(QTreeView.SelectionBehavior.SelectRows)
        self.restore, self._read, self._file = QPushButton(), QPushButton(), QPushButton()
        put_icon(self.restore, icon("history", "on_accent"))
        put_icon(self._read, icon("eye"))
        put_icon(self._file, icon("folder-open"))
        self.restore.setProperty("look", "primary")
        self._file.setProperty("look", "ghost")
        self._keys = KeyHints(
            (
                (("↑", "↓"), say("shell.palette.choose")),
                (("Enter",), say("recovery.key.restore")),
                (("Esc",), say("recovery.key.close")),
            )
        )
        self._steps = StepCard()
        self._lost, self._readable = StepCard(), StepCard()
        self.export = QPushButton()
        put_icon(self.export, icon("file-down"), 14)
        self.export.setProperty("look", "small")
        self._readable.body.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        head.addStretch()
        head.addWidget(self._other)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.restore, self._read, self._file):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self._keys)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(head)
        left.addWidget(self.list)
        left.addLayout(foot)
        left.addStretch()
        right = QVBoxLayout()
        right.setSpacing(12)
        for card in (self._steps, self._lost, self._readable):
            card.setFixedWidth(320)
            right.addWidget(card)
        right.addStretch()
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left, 1)
        body.addLayout(right)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 16, 24, 16)
        inner.setSpacing(16)
        inner.addWidget(self._banner)
        inner.addLayout(body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(inner, 1)

    def _connect(self) -> None:
        self._copy.clicked.connect(self._on_copy)
        self._other.clicked.connect(self.other_folder_requested)
        self._read.clicked.connect(self.read_only_requested)
        self._file.clicked.connect(self.show_file_requested)
        self.restore.clicked.connect(self._on_restore)
        self.export.clicked.connect(self.export_requested)
        self.list.activated.connect(self._on_restore)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)

    def _show_keys(self) -> None:
        """Name the keys where there is room beside the buttons."""
        taken = sum(button.sizeHint().width() + 8 for button in (self.restore, self._read, self._file))
        self._keys.setVisible(taken + self._keys.sizeHint().width() <= self.list.width())

    def _on_copy(self) -> None:
        if self._report is not None:
            strange = [words(message) for message in self._report.strange]
            lines = [self._report.file.name, *filter(None, [self._report.found]), *strange]
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_restore(self) -> None:
        backup = self.chosen()
        if backup is not None and backup.state != BackupState.UNREADABLE:
            self.restore_requested.emit(str(backup.file))

    def _on_chosen(self) -> None:
        backup = self.chosen()
        usable = backup is not None and backup.state != BackupState.UNREADABLE
        self.restore.setEnabled(usable)
        when = backup.made.astimezone() if backup is not None else self._now
        self.restore.setText(tr("recovery.restore", when=clock(when.time()) if usable else "–"))
        self._show_lost(backup)

    def _show_lost(self, backup: Backup | None) -> None:
        """Name the steps that the chosen copy does not have."""
        steps = backup.lost if backup is not None else ()
        self._lost.setVisible(bool(steps))
        if backup is not None and steps:
            lines = [_line(made.astimezone(), words(step), self._now.astimezone()) for made, step in steps]
            self._lost.show_lines(
                tr("recovery.lost", n=backup.steps_lost or len(steps)), [*lines, tr("recovery.lost.source")]
            )

    def _show_readable(self) -> None:
        """Say what can be read; after it was exported, where to, and what could not."""
        counts = self._report.readable if self._report is not None else ()
        self.export.setVisible(any(number for _, number in counts) and self._salvaged is None)
        if self._salvaged is None:
            readable = counts_in_words(counts)
            self._readable.show_lines(tr("recovery.readable"), [readable or tr("recovery.readable.none")])
            return
        name, salvaged = self._salvaged
        said = (words(message) for message in salvaged.lost[:LONGEST])
        lost = [line[:1].upper() + line[1:] for line in said]
        lines = [tr("recovery.exported", file=name, what=counts_in_words(salvaged.counts))]
        self._readable.show_lines(tr("recovery.exported.title"), [*lines, *(lost or [tr("recovery.exported.all")])])

    def _lines(self, backups: Sequence[Backup]) -> None:
        name = self._report.file.name if self._report is not None else ""
        self._title.setText(tr("recovery.backups", file=name))
        self._facts.setText(tr("recovery.found", n=len(backups)) if backups else tr("recovery.found.none"))

    @override
    def retranslate(self) -> None:
        report = self._report
        file = report.file if report is not None else Path()
        size = size_in_words(file.stat().st_size) if report is not None and file.exists() else ""
        self._header.set_texts(tr("recovery.title", file=file.name), f"{file} · {size}")
        strange = report.strange[0] if report is not None and report.strange else None
        note = tr("recovery.strange.note", what=words(strange)) if strange else tr("recovery.damaged.note")
        self._banner.set_texts(tr("recovery.damaged"), note)
        self._copy.setText(tr("recovery.copy"))
        self._other.setText(tr("recovery.other"))
        self._read.setText(tr("recovery.read_only"))
        self._file.setText(tr("recovery.show"))
        self._lines(report.backups if report is not None else ())
        self.list.setAccessibleName(self._title.text())
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        moment = f"{day(self._now.astimezone().date())} {self._now.astimezone():%H:%M}"
        kept = tr("recovery.kept", name=f"{file.stem} ({tr('recovery.kept.word')} {moment}){file.suffix}")
        self._steps.show_lines(
            tr("recovery.does"), [kept, tr("recovery.does.copy"), tr("recovery.does.open")], numbered=True
        )
        self.export.setText(tr("recovery.export"))
        self._show_readable()
        self._on_chosen()
        self._show_keys()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def _line(made: datetime, step: str, now: datetime) -> str:
    at = clock(made.time())
    when = at if made.date() == now.date() else f"{day(made.date(), 'd MMM')} {at}"
    return f"{when}  {step[:1].upper()}{step[1:]}"
