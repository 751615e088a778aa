"""The personas page: puts its parts together and keeps them up to date with the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.funnel.branch import Branch
from app.personas.persona import Persona
from app.personas.section import Shape
from app.personas.snapshot import BLANK, Personas
from app.search.matching import match
from app.store import Changes, Store
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.drop_button import DropButton
from widgets.common.empty_state import EmptyState
from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader
from widgets.common.page_over_store import PageOverStore
from widgets.common.page_side import PageSide
from widgets.common.words import tr
from widgets.personas.document import Document
from widgets.personas.edits import PersonaEdits
from widgets.personas.files import PersonaFiles
from widgets.personas.finder import Finder
from widgets.personas.ideas_part import IdeasPart
from widgets.personas.page_actions import PageActions
from widgets.personas.persona_list import PersonaList
from widgets.personas.programs import Programs
from widgets.personas.section_view import SectionView
from widgets.personas.views import DOCUMENT, Views
from widgets.personas.what_is_shown import Shown
from widgets.records.record_editor import open_records

if TYPE_CHECKING:
    from widgets.common.pictures import Pictures

PALETTE_MOST: Final = 8
KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "personas.key.walk": ("Left", "Right", "Up", "Down"),
    "personas.key.open": ("Enter", "F2"),
    "personas.key.move": ("Alt+Left", "Alt+Right"),
    "personas.key.section": ("Alt+Up", "Alt+Down"),
    "personas.key.next": ("Enter",),
}


class PersonasPage(PageOverStore):
    """The list, the document of one persona, and the inspector of what is selected in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.personas, self.plan, self.branches = Personas(), Plan(), dict[str, Branch]()
        self.shown = Shown(self.personas, self.plan, self.branches)
        self.whose, self.selected = BLANK, ""  # whose document is open, and which card or section of it
        self._pictures: Pictures | None = None
        self.edits, self.files, self.programs = PersonaEdits(self), PersonaFiles(self), Programs(self)
        self._build()
        self._arrange()
        self.finder = Finder(self)
        self.ideas = IdeasPart(self)
        self._commands = PageActions(self)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        from widgets.personas.inspector import PersonaInspector

        self.header = PageHeader()
        self.export = DropButton("drop")
        put_icon(self.export, icon("upload"))
        self.views = Views(self)
        self.header.add_action(self.export)
        self.list, self.document = PersonaList(self.find_picture), Document(self.find_picture)
        self.nothing = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.document)
        self.stack.addWidget(self.nothing)
        self.inspector = PersonaInspector()
        self.side = PageSide(self.desk.settings, "personas")
        self.side.add_side(self.inspector, "inspector", "inspector")

    def _arrange(self) -> None:
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedWidth(1)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.list, line):
            row.addWidget(part)
        row.addWidget(self.stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.views.stand(self.side.stand_beside(main)), 1)

    def _connect(self) -> None:
        edits, inspector, document = self.edits, self.inspector, self.document
        self.export.clicked.connect(self._commands.show_files)
        self.list.chosen.connect(self.open_persona)
        self.list.new_requested.connect(edits.add)
        self.list.moved.connect(edits.move_persona)
        self.list.menu_requested.connect(self._commands.show_persona_menu)
        document.head.edited.connect(lambda fields: edits.edit_persona(self.whose, fields))
        document.head.face_pressed.connect(self.choose_face)
        document.selected.connect(self.select)
        document.opened.connect(self.open_card)
        document.card_moved.connect(edits.move_card)
        document.section_moved.connect(edits.move_section)
        document.section_wanted.connect(edits.add_section)
        self.nothing.asked.connect(self._on_nothing_asked)
        inspector.card_edited.connect(edits.edit_card)
        inspector.section_edited.connect(edits.edit_section)
        inspector.persona_edited.connect(edits.edit_persona)
        inspector.answered.connect(edits.answer)
        inspector.measured.connect(edits.measure)
        inspector.quote_added.connect(edits.add_quote)
        inspector.card_requested.connect(self.show_part)
        inspector.thing_requested.connect(lambda target: self.desk.go(*target))
        inspector.manage_requested.connect(lambda side, field: open_records(self.open_store(), side, field))
        inspector.duplicate_requested.connect(edits.duplicate_selected)
        inspector.delete_requested.connect(self._on_delete_requested)
        inspector.closed.connect(self._on_inspector_closed)

    # --- what the window asks ---

    @override
    def retranslate(self) -> None:
        self.header.set_texts(tr("personas.title"), tr("personas.subtitle"))
        self.export.setText(tr("personas.export"))
        self.export.setAccessibleName(tr("personas.export"))
        self.views.retranslate()
        self._show_all()

    @override
    def begin(self, store: Store) -> None:
        self._pictures = None
        self.personas, self.plan = Personas.read(store), Plan.read(store)
        self.branches = {it.id: it for it in store.of(Branch).all()}
        self.whose, self.selected = next((it.id for it in self.personas.current()), BLANK), ""
        self._read_anew()
        if self.isVisible():
            self.list.focus_now()

    @override
    def take_over(self, changes: Changes) -> None:
        store = self.open_store()
        ours = self.personas.refresh(store, changes)
        ours = self.plan.refresh(store, changes) or ours
        if Branch in changes:
            self.branches = {it.id: it for it in store.of(Branch).all()}
            ours = True
        if ours:
            self._read_anew()

    @override
    def leave(self) -> None:
        self.flush()

    @override
    def page_actions(self) -> Sequence[Action]:
        return self._commands.actions()

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        people = [(it.id, it.name, tr("personas.where")) for it in self.personas.all.values() if match(words, it.name)]
        said = [
            (it.id, it.text, self.personas.all[whose].name)
            for it in self.personas.card.values()
            if (whose := self.personas.persona_of(it.id)) in self.personas.all and match(words, it.text)
        ]
        return [*people, *said][:PALETTE_MOST]

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        persona = self.personas.all.get(id)
        return ("users", persona.colour) if persona else ("user", "")

    @override
    def regions(self) -> Sequence[QWidget]:
        return self.views.regions() if self.views.compares else (self.header, self.list, self.stack, self.side)

    @override
    def show_thing(self, id: str) -> None:
        self.show_document()
        if id in self.personas.all:
            self.open_persona(id)
        else:
            self.show_part(id)

    # --- what is open ---

    @property
    def persona(self) -> Persona | None:
        """The persona whose document is open; None for the blank template."""
        return self.personas.all.get(self.whose)

    def open_persona(self, id: str) -> None:
        """Open the document of a persona, or the blank template."""
        if id != self.whose:
            self.flush()
            self.whose, self.selected = id, ""
        self._show_all()
        self.actions_changed.emit()

    def show_document(self) -> None:
        """Look at one persona again."""
        if self.views.compares:
            self.views.show(DOCUMENT)

    def open_blank(self) -> None:
        """Open the blank template."""
        self.open_persona(BLANK)

    def show_part(self, id: str, *, take_keyboard: bool = True) -> None:
        """Open the document that holds a card or a section, and select it there."""
        card = self.personas.card.get(id)
        section = self.personas.section.get(card.section if card else id)
        if section is None:
            return
        self.open_persona(section.persona or BLANK)
        self.select(id)
        self.document.reveal(id, take_keyboard=take_keyboard)

    def select(self, id: str, *, reveal: bool = False) -> None:
        """Select a card or a section of the open document, "" for neither."""
        if id != self.selected:
            self.inspector.flush()
        self.selected = id
        self.document.show_selection(id)
        self._show_inspector()
        self.actions_changed.emit()
        if reveal:
            self.document.reveal(id)

    def open_card(self, id: str) -> None:
        """Edit a card, or the name of a section, in the inspector."""
        self.select(id)
        if self.side.isHidden():
            self.side.show()
            self.side.fit()
        if id in self.personas.card:
            self.inspector.card.focus_text()
        elif id in self.personas.section:
            self.type_section_name()

    def beside(self, id: str) -> str:
        """Return what stands after a card or a section, else before it; "" when it stands alone."""
        cards = self.personas.cards.get(self.personas.card[id].section, []) if id in self.personas.card else []
        row = next((row for row, it in enumerate(cards) if it.id == id), -1)
        if row < 0:
            return ""
        rest = [it.id for it in (*cards[row + 1 :], *cards[:row][::-1])]
        return rest[0] if rest else self.personas.card[id].section

    def type_name(self) -> None:
        """Put the keyboard on the name of the persona."""
        self.document.head.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.document.head.name.selectAll()

    def type_section_name(self) -> None:
        """Put the keyboard on the name of the selected section."""
        self.document.reveal(self.selected, take_keyboard=False)
        self.inspector.section.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.inspector.section.name.field.selectAll()

    def add_card(self) -> None:
        """Open the line that adds a card, in the section where one is."""
        card = self.personas.card.get(self.selected)
        view = self.document.sections.get(card.section if card else self.selected)
        if view is None or view.section.shape is Shape.PROGRAMS:
            view = next((it for it in self.document.sections.values() if it.section.shape is not Shape.PROGRAMS), None)
        if view is not None:
            view.open_line()

    def choose_face(self) -> None:
        """Show pictures, emoji and colours beside the picture of the persona."""
        from widgets.personas.face_popover import open_faces

        if self.persona is not None:
            open_faces(self, self.document.head.face)

    def focus_document(self) -> None:
        """Give the keyboard to what is selected, or to the list."""
        widget = self.document.widget_of(self.selected)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.focus_now()

    def find_picture(self, id: str) -> QImage | None:
        """Return a picture of a persona, None when it is not there."""
        if self.store is None:
            return None
        if self._pictures is None:
            from widgets.common.pictures import Pictures

            self._pictures = Pictures(self.store)
        return self._pictures.find(id)

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.document.flush()
        self.inspector.flush()

    # --- showing ---

    def _read_anew(self) -> None:
        self.shown = Shown(self.personas, self.plan, self.branches)
        if self.whose not in self.personas.all and self.whose != BLANK:
            self.whose = next((it.id for it in self.personas.current()), BLANK)
            self.selected = ""
        if self.selected not in self.personas.card and self.selected not in self.personas.section:
            self.selected = ""
        self._show_all()
        self.actions_changed.emit()

    def _show_all(self) -> None:
        complete = self.shown.completeness()
        self.list.show_personas(self.personas.current(), self.personas.archived(), complete, self.whose)
        contents = self.shown.contents(self.whose)
        something = bool(contents) or (self.whose == BLANK and bool(self.personas.sections))
        self.stack.setCurrentWidget(self.document if something else self.nothing)
        self.nothing.set_texts(tr("personas.nothing"), tr("personas.nothing.begin"))
        self.document.show_head(self.persona, self.shown.hours(self.whose))
        for view in self.document.show_sections(self.whose, contents, self.selected):
            self._connect_section(view)
        for content in contents:
            view = self.document.sections[content.section.id]
            if content.section.shape is Shape.PROGRAMS:
                view.show_content(content, self.programs.key(), self.programs.parts)
            else:
                view.show_content(content)
            for face in view.faces.values():
                self.document.hear(face)
        self.document.show_selection(self.selected)
        self._show_inspector()
        self.inspector.show_completeness(complete.get(self.whose))
        self.views.refresh()

    def _connect_section(self, view: SectionView) -> None:
        view.added.connect(self.edits.add_cards)
        view.menu_requested.connect(self._commands.show_card_menu)
        view.link_pressed.connect(self.files.ask_about_link)

    def _show_inspector(self) -> None:
        card, section = self.personas.card.get(self.selected), self.personas.section.get(self.selected)
        if card is not None:
            self.inspector.show_card(self.personas, self.plan, card, self.shown.offered(self.whose, card))
        elif section is not None:
            self.inspector.show_section(section)
        else:
            self.inspector.show_persona(self.persona, self.shown.served(self.whose) if self.persona else ())
        self.ideas.refresh()

    def _on_nothing_asked(self) -> None:
        if self.personas.all:
            self.edits.begin()
        else:
            self.edits.add()

    def _on_delete_requested(self) -> None:
        if self.selected:
            self.edits.delete_selected()
        else:
            self.edits.delete_persona()

    def _on_inspector_closed(self) -> None:
        self.flush()
        if self.selected:
            self.focus_document()
        else:
            self.side.hide()
