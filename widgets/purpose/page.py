"""The purpose page: puts its parts together and keeps them up to date with the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.event import Event
from app.calendar.program import Program
from app.message import Message
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.board import Board, NoteKind
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Wall, boards
from app.store import Changes, Store
from app.tasks.today import today_of
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.page_over_store import PageOverStore
from widgets.common.page_side import PageSide
from widgets.common.pictures import Pictures
from widgets.common.wall.minimap import Minimap
from widgets.common.wall.toolbar import WallToolbar
from widgets.common.wall.zoom_bar import ZoomBar
from widgets.purpose.becoming import Becoming
from widgets.purpose.board_questions import BoardQuestions
from widgets.purpose.canvas.board_view import BoardView
from widgets.purpose.canvas.keys import KEYS_TEXTS
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.clipboard import Clipboard
from widgets.purpose.files import BoardFiles
from widgets.purpose.finder import Finder
from widgets.purpose.gestures import Gestures
from widgets.purpose.header import PurposeHeader
from widgets.purpose.journey_editing import JourneyEditing
from widgets.purpose.no_board import NoBoard
from widgets.purpose.page_actions import PageActions
from widgets.purpose.painting.picture import BoardPicture, rect_of
from widgets.purpose.sentence_bar import SentenceBar
from widgets.purpose.side import PurposeSide
from widgets.purpose.steps import Steps
from widgets.purpose.tools import TOOLS, NoteBar
from widgets.purpose.writing import Writing

if TYPE_CHECKING:
    from widgets.purpose.presenting import Presenting

LAST = "purpose.board"
SOON = 400  # ms after which the page makes what a first selection shows
NOTHING = Board("", "")


class PurposePage(PageOverStore):
    """The sentence, a board, and beside it the inspector of what is selected."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.wall = Wall(NOTHING)
        self.around = Surroundings()
        self.today = date(2027, 1, 1)
        self.changes = 0  # heard from the store so far
        self._pictures: Pictures | None = None
        self._presenting: Presenting | None = None
        self._build()
        self._arrange()
        self._connect()

    def _build(self) -> None:
        self.header, self.sentence = PurposeHeader(), SentenceBar()
        self.canvas = BoardView(self._picture())
        self.tools = WallToolbar(self.canvas, TOOLS)
        self.zoom_bar = ZoomBar(self.canvas)
        self.minimap = Minimap(self.canvas, self._paint_overview)
        self.bar = NoteBar(self.canvas)
        self.no_board = NoBoard()
        self.side = PageSide(self.desk.settings, "purpose")
        self.inspector = PurposeSide()
        self.writing = Writing(self)
        self.gestures = Gestures(self)
        self.clip = Clipboard(self)
        self.files = BoardFiles(self)
        self.become = Becoming(self)
        self.finder = Finder(self)
        self.board_questions = BoardQuestions(self)
        self.journey = JourneyEditing(self)
        self.steps = Steps(self)
        self._commands = PageActions(self)

    def _arrange(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self.no_board)
        self.side.add_side(self.inspector, "inspector", "inspector")
        self.splitter = self.side.stand_beside(self.stack)
        self.side.open_side(self.inspector)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.sentence)
        outer.addWidget(self.splitter, 1)
        self.tools.show_mode("select")

    def _connect(self) -> None:
        self.canvas.selection_changed.connect(self._on_selection_changed)
        self.canvas.edit_requested.connect(self._on_edit_requested)
        self.canvas.menu_requested.connect(self._commands.show_menu)
        self.canvas.mode_changed.connect(self.tools.show_mode)
        self.canvas.dropped.connect(self.clip.drop)
        self.canvas.followed.connect(self._on_followed)
        self.tools.chosen.connect(self._on_tool)
        self.bar.fill_chosen.connect(self._on_fill)
        self.bar.asked.connect(self._on_bar)
        self.header.board_chosen.connect(self.open_board)
        self.header.boards_requested.connect(self.board_questions.show_menu)
        self.header.templates_requested.connect(self.board_questions.show_templates)
        self.header.present_requested.connect(self.present)
        self.header.export_requested.connect(self.files.show_export)
        self.sentence.sentence_requested.connect(self.write_sentence)
        self.sentence.kpi_requested.connect(self.board_questions.choose_kpi)
        self.no_board.add_requested.connect(self.board_questions.add)
        self.no_board.template_requested.connect(self.board_questions.add_starter)
        self.inspector.attach_page(self)

    # --- what the window asks ---

    @override
    def leave(self) -> None:
        self.writing.flush()
        self.inspector.flush()
        self.steps.forget()
        self._pictures = None

    @override
    def begin(self, store: Store) -> None:
        self._pictures = Pictures(store)
        self.today = today_of(store)
        self.around = Surroundings.read(store)
        self.open_board(str(self.desk.settings.get(LAST, "")))

    @override
    def page_actions(self) -> Sequence[Action]:
        return self._commands.actions()

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        return self.finder.for_palette(words)

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        return self.finder.look_of(id)

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.sentence, self.canvas, self.tools, self.side)

    @override
    def bring_in(self, file: Path) -> None:
        self.files.bring_in(file)

    @override
    def show_step(self, step: Message) -> None:
        self.steps.show(step)

    @override
    def show_thing(self, id: str) -> None:
        board = self.finder.board_of(id)
        if board and board != self.wall.board.id:
            self.open_board(board)
        self.reveal(id)

    # --- what the parts ask ---

    def has_board(self) -> bool:
        """Return whether a board is open."""
        return self.store is not None and bool(self.wall.board.id)

    def boards(self) -> list[Board]:
        """Return the boards of the playbook in their order."""
        return list(boards(self.store)) if self.store else []

    def playbook(self) -> Playbook:
        """Return the settings of the playbook."""
        return next(self.open_store().of(Playbook).some([PLAYBOOK_ID]), Playbook(PLAYBOOK_ID, ""))

    def community(self) -> str:
        """Return the name of the community."""
        return self.playbook().name

    def open_board(self, id: str) -> None:
        """Show a board, the first one when it is not there."""
        self.writing.flush()
        every = self.boards()
        board = next((it for it in every if it.id == id), every[0] if every else NOTHING)
        self.wall = Wall.read(self.open_store(), board.id) if board.id else Wall(NOTHING)
        if board.id:
            self.desk.settings.set(LAST, board.id)
        self.stack.setCurrentWidget(self.canvas if board.id else self.no_board)
        self.canvas.show_picture(self._picture())
        self.minimap.content_changed()
        self._show_head()
        self.actions_changed.emit()

    def reveal(self, id: str) -> None:
        """Select a note and bring it into the middle of the view."""
        box = self.canvas.picture.box(id)
        if box:
            self.canvas.select(Selection((id,)))
            self.canvas.reveal(rect_of(box), middle=True)

    def edit_text(self) -> None:
        """Type on what is selected."""
        chosen = self.canvas.selection
        self.writing.open(chosen.single or chosen.line)

    def toggle_lock(self) -> None:
        """Lock what is selected, or unlock it when all of it is locked."""
        from app.purpose.editing import lock

        notes = [self.wall.notes[key] for key in self.gestures.ids()]
        self.gestures.do(lock, locked=not all(note.locked for note in notes))

    def show_outline(self) -> None:
        """Show the list of everything on the board, or the fields again."""
        self.inspector.toggle_outline()

    def choose_emoji(self) -> None:
        """Show emoji beside their tool."""
        from widgets.purpose.emoji_popover import open_emoji

        open_emoji(self, self.tools.buttons["emoji"])

    def write_sentence(self) -> None:
        """Open the parts of the sentence."""
        self.board_questions.write_sentence(self.sentence.sentence)

    def present(self) -> None:
        """Show the board and nothing else, on the whole screen."""
        from widgets.purpose.presenting import Presenting

        self.writing.flush()
        self._presenting = Presenting(self)
        self._presenting.begin()

    # --- refreshing ---

    def _picture(self) -> BoardPicture:
        return BoardPicture(self.wall, self.around, self._find_picture, lambda: self.today)

    def _paint_overview(self, painter: QPainter, part: QRectF) -> None:
        self.canvas.picture.paint_overview(painter, part)

    def _find_picture(self, id: str) -> QImage | None:
        return self._pictures.find(id) if self._pictures else None

    def _show_head(self) -> None:
        if self.store is None:
            return
        self.header.show_board(self.wall.board.name, there=self.has_board())
        self.sentence.show_purpose(self.playbook(), self.around, self.today)

    @override
    def take_over(self, changes: Changes) -> None:
        store = self.open_store()
        self.changes += 1
        self.steps.hear(store, changes)
        other = self.around.refresh(store, changes)
        if Board in changes and (
            not self.wall.board.id or not any(it.id == self.wall.board.id for it in self.boards())
        ):
            self.open_board("")
            return
        touched = self.wall.refresh(store, changes) if self.wall.board.id else None
        if other:
            self.canvas.forget_faces()
        if touched:
            self.canvas.refresh(touched)
            self.writing.keep_up()
            self.minimap.content_changed()
        if touched or other or Event in changes or Program in changes:
            self.inspector.refresh()
            self.bar.follow()
            self.finder.refresh()
        if other or Board in changes or Playbook in changes:
            self._show_head()

    def _on_selection_changed(self, _selection: Selection) -> None:
        self.bar.follow()
        self.inspector.show_selection()
        self.actions_changed.emit()

    def _on_edit_requested(self, id: str, letters: str) -> None:
        self.writing.open(id, letters)
        self.bar.follow()

    def _on_followed(self, id: str) -> None:
        note = self.wall.notes[id]
        if note.kind is NoteKind.METRIC:
            self.side.open_side(self.inspector)
            self.inspector.ask_target()
        else:
            self.become.jump()

    def _on_tool(self, tool: str) -> None:
        match tool:
            case "undo":
                self._step(back=True)
            case "redo":
                self._step(back=False)
            case "image":
                self.clip.ask_image()
            case "emoji":
                self.choose_emoji()
            case _:
                self.canvas.set_mode(tool)
                self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, *, back: bool) -> None:
        store = self.open_store()
        step = self.gestures.run(store.undo if back else store.redo)
        if step is not None:
            self.show_step(step)

    def _on_fill(self, fill: str) -> None:
        from app.purpose.editing import edit_notes

        self.gestures.do(edit_notes, fill=fill)

    def _on_bar(self, what: str) -> None:
        match what:
            case "connect":
                if len(self.gestures.ids()) > 1:
                    self.gestures.connect_selected()
                else:
                    self.canvas.set_mode("connect")
            case "duplicate":
                self.gestures.duplicate()
            case _:
                self.gestures.delete()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(SOON, self, self.inspector.prepare)

    @override
    def retranslate(self) -> None:
        self.canvas.forget_faces()
        self._show_head()
