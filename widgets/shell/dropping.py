"""Files dropped on the window: playbooks open, calendars are shown before they come in, pages take what is theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.errors import KnownError
from app.exchange.recognise import (
    BOARD_ENDINGS,
    CALENDAR_ENDINGS,
    OUTLINE_ENDINGS,
    TABLE_ENDINGS,
    FileKind,
    recognise,
)
from app.message import say
from app.playbook.files import SUFFIX
from widgets.shell.pages import PAGES

HEAD: Final = 65_537  # octets that are looked at; a table is not cut off in the middle of a row
BY_NAME: Final = (
    (CALENDAR_ENDINGS, FileKind.ICS), (BOARD_ENDINGS, FileKind.BOARD), (OUTLINE_ENDINGS, FileKind.OUTLINE)
)  # fmt: skip


class FileDrop(QObject):
    """Watches a window; pages that take a drop themselves come first.

    Signals:
        playbook_dropped, import_dropped: a file of that sort came (its path).
        page_dropped: a file came that a page brings in (id of the page, path).
        refused: a file came that nobody can read (a KnownError).
    """

    playbook_dropped = Signal(str)
    import_dropped = Signal(str)
    page_dropped = Signal(str, str)
    refused = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def take(self, files: list[Path]) -> None:
        """Do with files what they are for."""
        if len(files) > 1:
            self.refused.emit(KnownError(say("shell.drop.many"), say("shell.drop.many.do")))
            return
        for file in files:
            if file.suffix.lower() == SUFFIX:
                self.playbook_dropped.emit(str(file))
            elif file.is_dir():
                self.refused.emit(KnownError(say("shell.drop.folder", file=file.name), say("shell.drop.do")))
            else:
                self._take(file, _kind_of(file))

    def _take(self, file: Path, kind: FileKind) -> None:
        page = next((it.id for it in PAGES if kind in it.takes), "")
        if kind is FileKind.ICS:
            self.import_dropped.emit(str(file))
        elif page:
            self.page_dropped.emit(page, str(file))
        elif file.suffix.lower() in TABLE_ENDINGS:
            self.refused.emit(KnownError(say("shell.drop.table", file=file.name), say("shell.drop.table.do")))
        else:
            self.refused.emit(KnownError(say("shell.drop.unknown", file=file.name), say("shell.drop.do")))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and _files(event):
            event.acceptProposedAction()
            self.take(_files(event))
            return True
        return False


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _kind_of(file: Path) -> FileKind:
    """Return what a file is: by what it holds, else by its name, so that its import says what is wrong with it."""
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD)
    except OSError:
        head = b""
    ending, kind = file.suffix.lower(), recognise(head)
    if kind is not FileKind.UNKNOWN:
        return kind
    if ending in TABLE_ENDINGS and _holds_tasks(head):
        return FileKind.TASKS
    return next((kind for endings, kind in BY_NAME if ending in endings), FileKind.UNKNOWN)


def _holds_tasks(head: bytes) -> bool:
    """Return whether a table of tasks begins so; what knows that is not there when the program starts."""
    from app.exchange.csv_tasks import holds_tasks
    from widgets.common.both_languages import BOTH

    return holds_tasks(head, BOTH)
