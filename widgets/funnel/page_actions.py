"""Everything that can be done on the funnel page, as records for menus, palette and shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint

from widgets.common.action import Action
from widgets.common.action_menu import action_menu
from widgets.funnel.canvas.laid import ROOT
from widgets.funnel.header import MAP, OUTLINE, TABLE

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage

OF_BRANCH: Final = (
    "funnel_child", "funnel_after", "funnel_before", "funnel_parent", "", "funnel_rename", "funnel_done", "funnel_fold",
    "funnel_focus", "", "funnel_schedule", "funnel_task", "funnel_connect", "", "funnel_cut", "funnel_copy",
    "funnel_paste", "funnel_duplicate", "", "funnel_delete", "funnel_delete_only",
)  # fmt: skip
OF_STAGE: Final = (
    "funnel_child", "funnel_groups", "funnel_stage", "", "funnel_rename", "funnel_reading", "funnel_fold",
    "funnel_fold_children", "funnel_sort", "funnel_focus", "", "funnel_paste", "", "funnel_delete",
)  # fmt: skip
OF_MAP: Final = ("funnel_stage", "funnel_fold_all", "funnel_fit", "funnel_find")


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self.exports = self._out()
        self._actions = (
            *self._growing(), *self._writing(), *self._moving(), *self._going(), *self._clipboard(), *self._views(),
            *self._becoming(), *self.exports,
        )  # fmt: skip
        self._by_id = {action.id: action for action in self._actions}

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def run(self, id: str) -> None:
        """Do what a key of the map asked for, when it can be done."""
        action = self._by_id[id]
        if action.enabled():
            action.handler()

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of what is selected."""
        page = self._page
        names = OF_BRANCH if page.branches() else OF_STAGE if page.current in page.funnel.stages else OF_MAP
        action_menu(page, [self._by_id[name] if name else None for name in names]).popup(place)

    def _open(self) -> bool:
        return self._page.store is not None

    def _one(self) -> bool:
        return self._open() and self._page.current not in ("", ROOT)

    def _some(self) -> bool:
        return self._open() and any(key != ROOT for key in self._page.selected)

    def _branches(self) -> bool:
        return self._open() and bool(self._page.branches())

    def _one_or_two(self) -> bool:
        return self._open() and len(self._page.branches()) in (1, 2)

    def _of_branch(
        self, id: str, text: str, handler: Callable[[], object], sign: str, enabled: Callable[[], bool], *keys: str
    ) -> Action:
        return Action(id, text, handler, sign, keys, "branch", enabled)

    def _growing(self) -> Sequence[Action]:
        deeds, add = self._page.deeds, self._of_branch
        return (
            add("funnel_child", "funnel.action.child", deeds.child, "plus", self._open, "Ins"),
            add("funnel_after", "funnel.action.after", deeds.after, "arrow-down", self._one),
            add("funnel_before", "funnel.action.before", deeds.before, "arrow-up", self._one),
            add("funnel_parent", "funnel.action.parent", deeds.put_between, "arrow-left", self._branches),
            add("funnel_stage", "funnel.action.stage", deeds.add_stage, "funnel", self._open),
            add("funnel_groups", "funnel.action.groups", deeds.add_groups, "list-tree", self._one),
            add("funnel_duplicate", "common.duplicate", deeds.duplicate, "copy", self._branches, "Ctrl+D"),
        )

    def _writing(self) -> Sequence[Action]:
        page, deeds, add = self._page, self._page.deeds, self._of_branch
        return (
            add("funnel_rename", "funnel.action.rename", deeds.rename, "pencil", self._one, "F2"),
            add("funnel_notes", "funnel.action.notes", page.write_notes, "file-text", self._one),
            add("funnel_done", "funnel.action.done", deeds.toggle_done, "circle-check", self._branches, "Ctrl+Shift+X"),
            add("funnel_fold", "funnel.action.fold", deeds.fold, "minus", self._some),
            add("funnel_fold_children", "funnel.action.fold_children", deeds.fold_children, "list-tree", self._some),
            add("funnel_fold_all", "funnel.action.fold_all", deeds.fold_all, "list-tree", self._open),
            add("funnel_reading", "funnel.action.reading", page.edits.ask_reading_here, "gauge", self._one),
        )

    def _moving(self) -> Sequence[Action]:
        deeds, add = self._page.deeds, self._of_branch
        return (
            add("funnel_up", "funnel.action.up", deeds.up, "chevron-up", self._some, "Alt+Up"),
            add("funnel_down", "funnel.action.down", deeds.down, "chevron-down", self._some, "Alt+Down"),
            add("funnel_out", "funnel.action.out", deeds.out, "chevron-left", self._branches, "Alt+Left"),
            add("funnel_in", "funnel.action.in", deeds.into, "chevron-right", self._branches, "Alt+Right"),
            add("funnel_sort", "funnel.action.sort", deeds.sort, "list", self._one),
            add("funnel_connect", "funnel.action.connect", deeds.connect_two, "spline", self._one_or_two, "Ctrl+L"),
        )

    def _going(self) -> Sequence[Action]:
        deeds, add = self._page.deeds, self._of_branch
        return (
            add("funnel_delete", "common.delete", deeds.delete, "trash-2", self._some, "Del"),
            add("funnel_delete_only", "funnel.action.delete_only", deeds.delete_only, "x", self._branches),
        )

    def _clipboard(self) -> Sequence[Action]:
        clip = self._page.clipboard

        def edit(id: str, text: str, handler: Callable[[], object], sign: str, keys: str) -> Action:
            enabled = self._open if id == "funnel_paste" else self._branches
            return Action(id, text, handler, sign, (keys,), "edit", enabled)

        return (
            edit("funnel_cut", "funnel.action.cut", clip.cut, "scissors", "Ctrl+X"),
            edit("funnel_copy", "funnel.action.copy", clip.copy, "clipboard-copy", "Ctrl+C"),
            edit("funnel_paste", "funnel.action.paste", clip.paste, "clipboard-paste", "Ctrl+V"),
            Action(
                "funnel_all", "funnel.action.all", self._page.select_all, "square", ("Ctrl+A",), "edit", self._open
            ),
            Action(
                "funnel_find", "funnel.action.find", self._page.finder.open, "search", ("Ctrl+F",), "edit",
                self._open, in_fields=True,
            ),
            Action(
                "funnel_find_next", "common.find.next", lambda: self._page.finder.step(1), "arrow-down", ("F3",),
                "edit", self._open, in_fields=True,
            ),
            Action(
                "funnel_find_previous", "common.find.previous", lambda: self._page.finder.step(-1), "arrow-up",
                ("Shift+F3",), "edit", self._open, in_fields=True,
            ),
        )  # fmt: skip

    def _views(self) -> Sequence[Action]:
        page = self._page

        def view(id: str, text: str, name: str, keys: str, sign: str) -> Action:
            return Action(
                id, text, lambda: page.open_view(name), sign, (keys,), "view", self._open, in_fields=True,
                checked=lambda: page.view == name,
            )  # fmt: skip

        def look(id: str, text: str, handler: Callable[[], object], sign: str, *keys: str) -> Action:
            return Action(id, text, handler, sign, keys, "view", self._open)

        return (
            view("funnel_map", "funnel.action.map", MAP, "Ctrl+1", "network"),
            view("funnel_outline", "funnel.action.outline", OUTLINE, "Ctrl+2", "list-tree"),
            view("funnel_table", "funnel.action.table", TABLE, "Ctrl+3", "table"),
            look("funnel_fit", "funnel.action.fit", page.fit, "maximize", "Ctrl+0"),
            look("funnel_fit_selection", "funnel.action.fit_selection", page.fit_selection, "zoom-in", "Ctrl+Shift+0"),
            look("funnel_focus", "funnel.action.focus", page.focus_on_branch, "eye", "Ctrl+Shift+E"),
            look("funnel_focus_off", "funnel.action.focus_off", page.focus_on_all, "eye-off"),
            look("funnel_details", "funnel.action.details", page.toggle_side, "panel-left", "Ctrl+Shift+I"),
        )

    def _becoming(self) -> Sequence[Action]:
        becoming, add = self._page.becoming, self._of_branch
        return (
            add(
                "funnel_schedule",
                "funnel.action.schedule",
                becoming.schedule,
                "calendar-plus",
                self._branches,
                "Ctrl+M",
            ),
            add("funnel_task", "funnel.action.task", becoming.make_task, "square", self._branches, "Ctrl+Shift+T"),
            add("funnel_program", "funnel.action.program", becoming.make_program, "layers", self._branches),
        )

    def _out(self) -> Sequence[Action]:
        out = self._page.files

        def file(id: str, text: str, handler: Callable[[], object], sign: str) -> Action:
            return Action(id, text, handler, sign, (), "file", self._open)

        return (
            file("funnel_png", "funnel.export.png", lambda: out.save("png"), "image"),
            file("funnel_svg", "funnel.export.svg", lambda: out.save("svg"), "image"),
            file("funnel_pdf", "funnel.export.pdf", lambda: out.save("pdf"), "file-text"),
            file("funnel_opml", "funnel.export.opml", lambda: out.save("opml"), "list-tree"),
            file("funnel_mm", "funnel.export.mm", lambda: out.save("mm"), "network"),
            file("funnel_markdown", "funnel.export.markdown", lambda: out.save("md"), "hash"),
            file("funnel_import", "funnel.import", out.bring_in, "file-down"),
        )
