"""What can be done on the personas page, as actions for menus, palette and shortcut sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below
from widgets.personas.views import COMPARE, DOCUMENT

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage

OF_PERSONA: Final = ("persona_rename", "persona_face", "persona_versions", "", "persona_duplicate", "persona_archive",
                     "persona_unarchive", "persona_delete")  # fmt: skip
OF_CARD: Final = ("persona_open", "persona_card", "", "persona_copy", "persona_remove")
OUT: Final = ("personas_pdf", "personas_all_pdf", "", "personas_markdown", "personas_all_markdown", "",
              "personas_import")  # fmt: skip


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: PersonasPage) -> None:
        super().__init__(page)
        self._page = page
        self._actions = (*self._of_personas(), *self._of_document(), *self._of_files(), *self._of_finding())

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def show_persona_menu(self, place: QPoint) -> None:
        """Show what can be done with the open persona."""
        self._menu(OF_PERSONA).popup(place)

    def show_card_menu(self, place: QPoint) -> None:
        """Show what can be done with what is selected in the document."""
        self._menu(OF_CARD).popup(place)

    def show_files(self) -> None:
        """Show the ways out and in, below the button."""
        pop_up_below(self._menu(OUT), self._page.export)

    def _menu(self, names: Sequence[str]) -> QMenu:
        by_id = {action.id: action for action in self._actions}
        archived = self._page.persona is not None and self._page.persona.archived
        without = "persona_archive" if archived else "persona_unarchive"
        return action_menu(self._page, [by_id[name] if name else None for name in names if name != without])

    def _open(self) -> bool:
        return self._page.store is not None

    def _persona(self) -> bool:
        return self._open() and self._page.persona is not None

    def _chosen(self) -> bool:
        return self._open() and self._page.selected in (
            self._page.personas.card.keys() | self._page.personas.section.keys()
        )

    def _card(self) -> bool:
        return self._open() and self._page.selected in self._page.personas.card

    def _of_personas(self) -> Sequence[Action]:
        page, there = self._page, self._persona

        def is_archived(*, archived: bool) -> Callable[[], bool]:
            return lambda: self._open() and page.persona is not None and page.persona.archived == archived

        def add(id: str, text: str, work: Callable[[], object], sign: str, enabled: Callable[[], bool]) -> Action:
            return Action(id, text, work, sign, (), "edit", enabled)

        return (
            Action("persona_new", "personas.action.new", page.edits.add, "user-plus", ("Ctrl+Shift+P",), "edit",
                   self._open),
            add("persona_rename", "personas.action.rename", page.type_name, "pencil", there),
            add("persona_face", "personas.face", page.choose_face, "smile", there),
            add("persona_duplicate", "personas.action.duplicate", page.edits.duplicate, "copy", there),
            add("persona_archive", "personas.action.archive", page.edits.archive, "folder",
                is_archived(archived=False)),
            add("persona_unarchive", "personas.action.unarchive", page.edits.archive, "folder-open",
                is_archived(archived=True)),
            add("persona_delete", "personas.action.delete", page.edits.delete_persona, "trash-2", there),
            add("persona_blank", "personas.action.blank", page.open_blank, "layout-template", self._open),
        )  # fmt: skip

    def _of_document(self) -> Sequence[Action]:
        page = self._page
        return (
            Action("persona_compare", "personas.action.compare", lambda: page.views.show(COMPARE), "columns-3",
                   ("Ctrl+2",), "view", self._open),
            Action("persona_document", "personas.action.document", lambda: page.views.show(DOCUMENT), "user",
                   ("Ctrl+1",), "view", self._open),
            Action("persona_card", "personas.action.card", page.add_card, "plus", ("Ins",), "edit", self._open),
            Action("persona_section", "personas.action.section", page.edits.add_section, "list", (), "edit",
                   self._open),
            Action("persona_open", "personas.action.open", lambda: page.open_card(page.selected), "pencil", (), "edit",
                   self._chosen),
            Action("persona_copy", "common.duplicate", page.edits.duplicate_selected, "copy", ("Ctrl+D",), "edit",
                   self._card),
            Action("persona_remove", "common.delete", page.edits.delete_selected, "trash-2", ("Del",), "edit",
                   self._chosen),
        )  # fmt: skip

    def _of_files(self) -> Sequence[Action]:
        files, there, some = self._page.files, self._persona, self._some

        def out(id: str, text: str, work: Callable[[], object], sign: str, enabled: Callable[[], bool]) -> Action:
            return Action(id, text, work, sign, (), "file", enabled)

        return (
            out("personas_pdf", "personas.export.pdf", self._saving("pdf"), "file-text", there),
            out("personas_all_pdf", "personas.export.all_pdf", self._saving("pdf", every=True), "file-text",
                some),
            out("personas_markdown", "personas.export.markdown", self._saving("md"), "list-tree", there),
            out("personas_all_markdown", "personas.export.all_markdown", self._saving("md", every=True), "list-tree",
                some),
            out("personas_import", "personas.import", files.ask, "file-down", self._open),
            out("persona_versions", "personas.action.versions", self._show_versions, "history", there),
        )  # fmt: skip

    def _show_versions(self) -> None:
        from widgets.personas.history import show_versions

        show_versions(self._page)

    def _saving(self, form: str, *, every: bool = False) -> Callable[[], None]:
        return lambda: self._page.files.save(form, every=every)

    def _some(self) -> bool:
        return self._open() and bool(self._page.personas.all)

    def _of_finding(self) -> Sequence[Action]:
        finder = self._page.finder

        def find(id: str, text: str, work: Callable[[], None], sign: str, keys: str) -> Action:
            return Action(id, text, work, sign, (keys,), "edit", self._open, in_fields=True)

        return (
            find("personas_find", "personas.action.find", finder.open, "search", "Ctrl+F"),
            find("personas_find_next", "common.find.next", lambda: finder.step(1), "arrow-down", "F3"),
            find("personas_find_previous", "common.find.previous", lambda: finder.step(-1), "arrow-up", "Shift+F3"),
        )
