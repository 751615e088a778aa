"""Everything that can be done on the purpose page, as records for menus, palette and shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint

from app.purpose import arranging, connecting, editing
from app.purpose.arranging import Edge, Place
from app.purpose.board import Axis, BoardKind, Category, Course, NoteKind
from widgets.common.action import Action
from widgets.common.action_menu import action_menu
from widgets.purpose.no_board import STARTER_ICONS
from widgets.purpose.painting.fills import ICONS
from widgets.purpose.painting.words import CATEGORY_TEXTS

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

OF_NOTES: Final = (
    "purpose_edit", "purpose_duplicate", "purpose_cut", "purpose_copy", "purpose_paste", "", "purpose_become_task",
    "purpose_become_event", "purpose_become_program", "purpose_become_kpi", "purpose_become_risk", "",
    "purpose_group", "purpose_ungroup", "purpose_lock", "purpose_front", "purpose_back", "", "purpose_delete",
)  # fmt: skip
OF_SEVERAL: Final = (
    "purpose_connect", "", "purpose_left", "purpose_centre", "purpose_right", "purpose_top", "purpose_middle",
    "purpose_bottom", "purpose_spread", "purpose_spread_down", "", *OF_NOTES,
)  # fmt: skip
OF_LINES: Final = (
    "purpose_edit", "purpose_curved", "purpose_straight", "purpose_elbow", "purpose_turn", "", "purpose_delete",
)  # fmt: skip
OF_BOARD: Final = (
    "purpose_note", "purpose_frame", "purpose_metric", "purpose_text", "purpose_image", "", "purpose_paste",
    "purpose_all", "purpose_fit",
)  # fmt: skip


STARTING_TEXTS: Final = {
    "product-users": "purpose.action.starter.product-users",
    "founders-creators": "purpose.action.starter.founders-creators",
    "customer-admins": "purpose.action.starter.customer-admins",
    "journey": "purpose.action.starter.journey",
}


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page
        self._actions = (
            *self._of_making(), *self._of_clipboard(), *self._of_becoming(), *self._of_categories(),
            *self._of_places(), *self._of_lining_up(), *self._of_lines(), *self._of_looking(), *self._of_boards(),
            *self._of_starters(), *self._of_files(),
        )  # fmt: skip

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the selection, or of the board when nothing is selected."""
        chosen = self._page.canvas.selection
        of_notes = OF_SEVERAL if len(chosen.notes) > 1 else OF_NOTES
        names = of_notes if chosen.notes else OF_LINES if chosen.connectors else OF_BOARD
        by_id = {action.id: action for action in self._actions}
        action_menu(self._page, [by_id[name] if name else None for name in names]).popup(place)

    def _open(self) -> bool:
        return self._page.has_board()

    def _some(self) -> bool:
        return self._open() and bool(self._page.canvas.selection.notes)

    def _any(self) -> bool:
        return self._open() and bool(self._page.canvas.selection)

    def _one(self) -> bool:
        chosen = self._page.canvas.selection
        return self._open() and bool(chosen.single or chosen.line)

    def _several(self) -> bool:
        return self._open() and len(self._page.canvas.selection.notes) > 1

    def _line(self) -> bool:
        return self._open() and bool(self._page.canvas.selection.connectors)

    def _of_making(self) -> Sequence[Action]:
        page, gestures = self._page, self._page.gestures

        def make(id: str, text: str, kind: NoteKind, sign: str, *keys: str) -> Action:
            return Action(id, text, lambda: gestures.create_here(kind), sign, keys, "edit", self._open)

        return (
            make("purpose_note", "purpose.action.note", NoteKind.NOTE, "sticky-note", "Ins"),
            make("purpose_frame", "purpose.action.frame", NoteKind.FRAME, "frame"),
            make("purpose_metric", "purpose.action.metric", NoteKind.METRIC, "target"),
            make("purpose_text", "purpose.action.text", NoteKind.TEXT, "type"),
            Action("purpose_image", "purpose.action.image", page.clip.ask_image, "image-plus", (), "edit", self._open),
            Action("purpose_emoji", "purpose.action.emoji", page.choose_emoji, "smile", (), "edit", self._open),
            Action(
                "purpose_neighbour", "purpose.action.neighbour",
                lambda: gestures.add_neighbour((0, 1), connect=False), "plus", ("Ctrl+Return",), "edit", self._one,
            ),
            Action("purpose_edit", "purpose.action.edit", page.edit_text, "pencil", (), "edit", self._one),
            Action("purpose_delete", "common.delete", gestures.delete, "trash-2", ("Del",), "edit", self._any),
        )  # fmt: skip

    def _of_clipboard(self) -> Sequence[Action]:
        clip, some = self._page.clip, self._some
        return (
            Action(
                "purpose_duplicate", "common.duplicate", self._page.gestures.duplicate, "copy", ("Ctrl+D",), "edit",
                some,
            ),
            Action("purpose_cut", "purpose.action.cut", clip.cut, "scissors", ("Ctrl+X",), "edit", some),
            Action("purpose_copy", "purpose.action.copy", clip.copy, "clipboard-copy", ("Ctrl+C",), "edit", some),
            Action(
                "purpose_paste", "purpose.action.paste", clip.paste, "clipboard-paste", ("Ctrl+V",), "edit", self._open
            ),
        )  # fmt: skip

    def _of_becoming(self) -> Sequence[Action]:
        become, some = self._page.become, self._some
        return (
            Action(
                "purpose_become_task", "purpose.action.task", become.to_task, "list-checks", ("Ctrl+Shift+T",), "edit",
                some,
            ),
            Action("purpose_become_event", "purpose.action.event", become.to_event, "calendar-plus", (), "edit", some),
            Action("purpose_become_program", "purpose.action.program", become.to_program, "layers", (), "edit", some),
            Action("purpose_become_kpi", "purpose.action.kpi", become.to_kpi, "target", (), "edit", some),
            Action("purpose_become_risk", "purpose.action.risk", become.to_risk, "triangle-alert", (), "edit", some),
            Action(
                "purpose_jump", "purpose.action.jump", become.jump, "skip-forward", ("Ctrl+J",), "go",
                lambda: self._one() and become.has_result(),
            ),
        )  # fmt: skip

    def _of_categories(self) -> Sequence[Action]:
        do = self._page.gestures.do

        def make(category: Category) -> Action:
            return Action(
                f"purpose_category_{category.value}", CATEGORY_TEXTS[category],
                lambda: do(editing.edit_notes, category=category), ICONS[category], (), "edit", self._some,
            )  # fmt: skip

        return tuple(make(category) for category in Category)

    def _of_places(self) -> Sequence[Action]:
        do = self._page.gestures.do

        def place(id: str, text: str, sign: str, keys: tuple[str, ...], work: Callable[[], Any]) -> Action:
            return Action(id, text, work, sign, keys, "edit", self._some)

        return (
            place("purpose_group", "purpose.action.group", "group", ("Ctrl+G",), lambda: do(editing.group)),
            place(
                "purpose_ungroup", "purpose.action.ungroup", "ungroup", ("Ctrl+Shift+G",), lambda: do(editing.ungroup)
            ),
            place("purpose_lock", "purpose.action.lock", "lock", ("Ctrl+L",), self._page.toggle_lock),
            place(
                "purpose_front", "purpose.action.front", "bring-to-front", ("Ctrl+Shift+]",),
                lambda: do(arranging.reorder, Place.FRONT),
            ),
            place(
                "purpose_forward", "purpose.action.forward", "arrow-up", ("Ctrl+]",),
                lambda: do(arranging.reorder, Place.FORWARD),
            ),
            place(
                "purpose_backward", "purpose.action.backward", "arrow-down", ("Ctrl+[",),
                lambda: do(arranging.reorder, Place.BACKWARD),
            ),
            place(
                "purpose_back", "purpose.action.back", "send-to-back", ("Ctrl+Shift+[",),
                lambda: do(arranging.reorder, Place.BACK),
            ),
        )  # fmt: skip

    def _of_lining_up(self) -> Sequence[Action]:
        do = self._page.gestures.do

        def line_up(id: str, text: str, edge: Edge, sign: str) -> Action:
            return Action(id, text, lambda: do(arranging.align, edge), sign, (), "edit", self._several)

        return (
            line_up("purpose_left", "purpose.action.left", Edge.LEFT, "align-start-vertical"),
            line_up("purpose_centre", "purpose.action.centre", Edge.CENTRE, "align-center-vertical"),
            line_up("purpose_right", "purpose.action.right", Edge.RIGHT, "align-end-vertical"),
            line_up("purpose_top", "purpose.action.top", Edge.TOP, "align-start-horizontal"),
            line_up("purpose_middle", "purpose.action.middle", Edge.MIDDLE, "align-center-horizontal"),
            line_up("purpose_bottom", "purpose.action.bottom", Edge.BOTTOM, "align-end-horizontal"),
            Action(
                "purpose_spread", "purpose.action.spread", lambda: do(arranging.distribute, upright=False),
                "align-horizontal-space-between", (), "edit", self._several,
            ),
            Action(
                "purpose_spread_down", "purpose.action.spread_down", lambda: do(arranging.distribute, upright=True),
                "align-vertical-space-between", (), "edit", self._several,
            ),
        )  # fmt: skip

    def _of_lines(self) -> Sequence[Action]:
        page, edit = self._page, self._page.gestures.edit_lines

        def course(id: str, text: str, course: Course, sign: str) -> Action:
            return Action(id, text, lambda: edit(course=course), sign, (), "edit", self._line)

        return (
            Action(
                "purpose_connect", "purpose.action.connect", page.gestures.connect_selected, "spline", ("Ctrl+R",),
                "edit", self._several,
            ),
            course("purpose_curved", "purpose.action.curved", Course.CURVED, "spline"),
            course("purpose_straight", "purpose.action.straight", Course.STRAIGHT, "minus"),
            course("purpose_elbow", "purpose.action.elbow", Course.ELBOW, "corner-down-right"),
            Action("purpose_turn", "purpose.action.turn", self._turn, "repeat", (), "edit", self._line),
        )  # fmt: skip

    def _turn(self) -> None:
        lines = self._page.canvas.selection.connectors
        self._page.gestures.run(lambda: connecting.turn_round(self._page.open_store(), lines))

    def _of_looking(self) -> Sequence[Action]:
        page, canvas, finder = self._page, self._page.canvas, self._page.finder
        return (
            Action("purpose_all", "purpose.action.all", canvas.select_all, "square", ("Ctrl+A",), "edit", self._open),
            Action("purpose_fit", "purpose.action.fit", canvas.fit, "maximize", ("Ctrl+0",), "view", self._open),
            Action(
                "purpose_fit_selection", "purpose.action.fit_selection", canvas.fit_selection, "focus",
                ("Ctrl+Shift+0",), "view", self._any,
            ),
            Action(
                "purpose_zoom_in", "wall.zoom.in", lambda: canvas.step_zoom(1), "zoom-in", ("Ctrl+=", "Ctrl++"), "view",
                self._open,
            ),
            Action(
                "purpose_zoom_out", "wall.zoom.out", lambda: canvas.step_zoom(-1), "zoom-out", ("Ctrl+-",), "view",
                self._open,
            ),
            Action(
                "purpose_outline", "purpose.action.outline", page.show_outline, "list-tree", ("Ctrl+Shift+O",), "view",
                self._open,
            ),
            Action("purpose_present", "purpose.present", page.present, "presentation", ("F5",), "view", self._open),
            Action(
                "purpose_find", "purpose.action.find", finder.open, "search", ("Ctrl+F",), "edit", self._open,
                in_fields=True,
            ),
            Action(
                "purpose_find_next", "common.find.next", lambda: finder.step(1), "arrow-down", ("F3",), "edit",
                self._open, in_fields=True,
            ),
            Action(
                "purpose_find_previous", "common.find.previous", lambda: finder.step(-1), "arrow-up", ("Shift+F3",),
                "edit", self._open, in_fields=True,
            ),
        )  # fmt: skip

    def _of_boards(self) -> Sequence[Action]:
        page, ask, journey = self._page, self._page.board_questions, self._page.journey

        def has_grid() -> bool:
            return self._open() and page.wall.board.kind is BoardKind.JOURNEY

        return (
            Action(
                "purpose_moment", "purpose.action.moment", lambda: journey.add(Axis.MOMENT), "plus", (), "edit",
                has_grid,
            ),
            Action(
                "purpose_touchpoint", "purpose.action.touchpoint", lambda: journey.add(Axis.TOUCHPOINT), "plus", (),
                "edit", has_grid,
            ),
            Action(
                "purpose_board_add", "purpose.action.board", ask.add, "plus", (), "edit", lambda: page.store is not None
            ),
            Action("purpose_board_rename", "purpose.action.board_rename", ask.rename, "pencil", (), "edit", self._open),
            Action(
                "purpose_board_delete", "purpose.action.board_delete", ask.delete, "trash-2", (), "edit", self._open
            ),
            Action(
                "purpose_sentence", "purpose.action.sentence", page.write_sentence, "quote", (), "edit",
                lambda: page.store is not None,
            ),
        )  # fmt: skip

    def _of_starters(self) -> Sequence[Action]:
        page = self._page

        def starter(key: str, text: str) -> Action:
            return Action(
                f"purpose_starter_{key}", text, lambda: page.board_questions.add_starter(key), STARTER_ICONS[key], (),
                "edit", lambda: page.store is not None,
            )  # fmt: skip

        return tuple(starter(key, text) for key, text in STARTING_TEXTS.items())

    def _of_files(self) -> Sequence[Action]:
        page, files = self._page, self._page.files

        def out(key: str, text: str, sign: str) -> Action:
            return Action(f"purpose_export_{key}", text, lambda: files.save(key), sign, (), "file", self._open)

        return (
            out("png", "purpose.action.export_png", "image"),
            out("svg", "purpose.action.export_svg", "image"),
            out("pdf", "purpose.action.export_pdf", "file-text"),
            out("canvas", "purpose.action.export_canvas", "network"),
            out("excalidraw", "purpose.action.export_excalidraw", "pencil"),
            Action(
                "purpose_import", "purpose.action.import", files.ask, "file-down", (), "file",
                lambda: page.store is not None,
            ),
            Action(
                "purpose_import_here", "purpose.action.import_here", files.ask_here, "file-down", (), "file", self._open
            ),
        )  # fmt: skip
