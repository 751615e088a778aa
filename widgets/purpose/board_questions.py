"""Asks what boards are called, which KPIs stand beside the sentence, and what the sentence says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.message import say
from app.purpose import boards, sentence
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.purpose.no_board import STARTER_ICONS, STARTER_TEXTS
from widgets.purpose.starters import add_community_board, journey_words

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage


class BoardQuestions(QObject):
    """Small panels beside what they are about."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page

    def show_menu(self, place: QPoint) -> None:
        """Show the boards and what can be done with them."""
        menu = self._page.header.menu_of_boards(
            self._page.boards(),
            self._page.wall.board.id,
            (
                ("plus", tr("purpose.action.board"), self.add),
                ("file-down", tr("purpose.action.import"), self._page.files.ask),
                ("pencil", tr("purpose.action.board_rename"), self.rename),
                ("trash-2", tr("purpose.action.board_delete"), self.delete),
            ),
        )
        menu.popup(place)

    def show_templates(self, place: QPoint) -> None:
        """Show the boards to start from."""
        menu = QMenu(self._page)
        for key, text in STARTER_TEXTS.items():
            menu.addAction(icon(STARTER_ICONS[key]), tr(text), lambda key=key: self.add_starter(key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def add(self) -> None:
        """Ask for a name and add an empty board."""
        panel = SmallPanel(tr("purpose.board.new"), tr("purpose.board.new.about"), tr("purpose.board.add"))
        field = self._name_field(panel, self._next_name())

        def take() -> bool:
            named = field.field.text().strip()
            if not named:
                field.set_error(tr("purpose.board.needs_name"))
                return False
            made = self._page.gestures.run(lambda: boards.add_board(self._page.open_store(), named))
            if made:
                self._page.open_board(made)
            return True

        self._open(panel, take)

    def add_starter(self, key: str) -> None:
        """Add a board to start from, and show it."""
        page, store = self._page, self._page.open_store()
        if key == "journey":
            title, moments, touchpoints = journey_words(store)
            made = page.gestures.run(lambda: boards.add_journey(store, title, moments, touchpoints))
        else:
            made = page.gestures.run(lambda: add_community_board(store, key))
        if made:
            page.open_board(made)
            page.desk.tell(say("purpose.board.added"), undo=True)

    def rename(self) -> None:
        """Ask for another name of the board."""
        panel = SmallPanel(tr("purpose.action.board_rename"), "", tr("purpose.board.rename"))
        field = self._name_field(panel, self._page.wall.board.name)

        def take() -> bool:
            named, board = field.field.text().strip(), self._page.wall.board.id
            if not named:
                field.set_error(tr("purpose.board.needs_name"))
                return False
            self._page.gestures.run(lambda: boards.rename_board(self._page.open_store(), board, named))
            return True

        self._open(panel, take)

    def delete(self) -> None:
        """Delete the board; undo brings it back."""
        page, board = self._page, self._page.wall.board
        page.writing.flush()
        page.gestures.run(lambda: boards.delete_board(page.open_store(), board.id))
        page.desk.tell(say("purpose.board.deleted", title=board.name), undo=True)

    def write_sentence(self, beside: QWidget) -> None:
        """Ask for the three parts of the sentence."""
        store = self._page.open_store()
        before = sentence.purpose_of(store)
        about = tr("purpose.sentence.about", name=self._page.community())
        panel = SmallPanel(tr("purpose.sentence.title"), about, tr("purpose.sentence.take"))
        panel.setFixedWidth(420)
        fields = [Labelled(TextArea(2)) for _ in range(3)]
        labels = (tr("purpose.sentence.whom"), tr("purpose.sentence.promise"), tr("purpose.sentence.outcome"))
        hints = (
            tr("purpose.sentence.whom.hint"), tr("purpose.sentence.promise.hint"), tr("purpose.sentence.outcome.hint")
        )  # fmt: skip
        values = (before.whom, before.promise, before.outcome)
        for field, label, hint, value in zip(fields, labels, hints, values, strict=True):
            field.set_label(label)
            field.field.set_hint(hint)
            field.field.show_value(value)
            panel.fields.addWidget(field)

        def take() -> bool:
            whom, promise, outcome = (field.field.toPlainText().replace("\n", " ") for field in fields)
            self._page.gestures.run(lambda: sentence.write_purpose(store, whom=whom, promise=promise, outcome=outcome))
            return True

        open_small(panel, beside, beside.rect(), take)

    def choose_kpi(self, kpi: str, chip: QWidget) -> None:
        """Show the metric cards that a chip can stand for, and where the chosen one lies."""
        page, store = self._page, self._page.open_store()
        shown = list(page.around.purpose.kpis)
        menu = QMenu(page)
        if kpi:
            card = next((note.id for note in page.wall.notes.values() if note.ref == kpi), "")
            jump = menu.addAction(icon("target"), tr("purpose.chip.show"), lambda: page.reveal(card))
            jump.setEnabled(bool(card))
            menu.addSeparator()
        for one in page.around.kpis.values():
            entry = menu.addAction(one.name.replace("&", "&&") or tr("purpose.kind.metric"))
            entry.setCheckable(True)
            entry.setChecked(one.id in shown)
            others = [key for key in shown if key != kpi]
            chosen = [one.id if key == kpi else key for key in shown] if kpi else [*others, one.id]
            if one.id in shown:
                chosen = [key for key in shown if key != one.id]
            entry.triggered.connect(lambda _=False, kpis=chosen: sentence.show_kpis(store, kpis))
        if not page.around.kpis:
            menu.addAction(tr("purpose.chip.none")).setEnabled(False)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _next_name(self) -> str:
        count = len(self._page.boards())
        return tr("purpose.board.numbered", n=count + 1) if count else tr("purpose.board.first")

    def _name_field(self, panel: SmallPanel, value: str) -> Labelled[TextField]:
        field = Labelled(TextField())
        field.set_label(tr("purpose.board.name"))
        field.field.setText(value)
        field.field.selectAll()
        panel.fields.addWidget(field)
        return field

    def _open(self, panel: SmallPanel, take: object) -> None:
        header = self._page.header
        beside = header.boards if header.boards.isVisible() else header.templates
        open_small(panel, beside, beside.rect(), take)  # type: ignore[arg-type]
