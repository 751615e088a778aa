"""Copies branches to the clipboard as an outline that any program takes, and pastes them or any other outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from app.errors import KnownError
from app.exchange.at_once import is_small_outline
from app.exchange.markdown_outline import read_markdown, write_markdown
from app.exchange.opml import read_opml, write_opml
from app.funnel.outline import outline_of
from app.message import say
from widgets.common.words import tr
from widgets.funnel.canvas.laid import ROOT
from widgets.funnel.reading import read_opml_copied, read_text_copied

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage

MIME: Final = "text/x-opml"


class Clipboard(QObject):
    """OPML for ourselves and other outliners, Markdown for everything else."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page

    def copy(self) -> None:
        """Copy the selected branches with all that hangs on them."""
        branches = self._page.branches()
        if not branches:
            return
        outline = outline_of(self._page.funnel, self._page.funnel.forest.tops(branches))
        data = QMimeData()
        data.setData(MIME, write_opml(outline))
        data.setText(write_markdown(outline).decode())
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the selected branches and delete them."""
        self.copy()
        self._page.deeds.delete()

    def paste(self) -> None:
        """Hang what was copied on what is selected; a text becomes one branch a line."""
        data, name = QGuiApplication.clipboard().mimeData(), tr("funnel.clipboard")
        onto = self._page.current if self._page.current != ROOT else ""
        if not onto:
            onto = next(iter(self._page.funnel.stages), "")
        opml = data.hasFormat(MIME)
        copied = bytes(data.data(MIME).data()) if opml else data.text().strip().encode("utf-8", "replace")
        if not is_small_outline(copied):
            self._read_elsewhere(copied, name, onto, opml=opml)
        elif copied:
            read = read_opml if opml else read_markdown
            try:
                self._page.files.paste(read(copied, name), onto)
            except KnownError as error:
                self._page.desk.fail(error)

    def _read_elsewhere(self, copied: bytes, name: str, onto: str, *, opml: bool) -> None:
        page, store = self._page, self._page.store
        page.desk.jobs.start(
            say("import.job", file=name),
            read_opml_copied if opml else read_text_copied,
            copied,
            name,
            done=lambda outline: page.files.paste(outline, onto) if page.store is store else None,
            failed=page.desk.fail,
        )
