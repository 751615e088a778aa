"""Does on the map what keys, mouse, menus and palette ask for; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject

from app.errors import KnownError
from app.funnel import crossing, editing, growing, moving, removing, stages
from app.funnel.branch import Role
from app.message import Message, say
from widgets.common.words import tr, words
from widgets.funnel.canvas.laid import ROOT
from widgets.funnel.typing_flow import TypingFlow

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage

_T = TypeVar("_T")
GROUP_TEXTS: Final[Mapping[Role, str]] = {
    Role.CRITERIA: "funnel.group.criteria",
    Role.CHANNELS: "funnel.group.channels",
    Role.BEHAVIOURS: "funnel.group.behaviours",
    Role.TRIGGERS: "funnel.group.triggers",
}


STAGE_TEXTS: Final = (
    "funnel.stage.awareness",
    "funnel.stage.activation",
    "funnel.stage.contribution",
    "funnel.stage.advocacy",
)


class Deeds(QObject):
    """Works on what is selected on the page."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self.typing = TypingFlow(page)
        self._start = ""  # the branch from which a line is to be drawn to the next one

    # --- growing ---

    def child(self) -> None:
        """Begin a branch on what is selected; on the root, or on nothing, a stage."""
        at = self._page.current
        if at in ("", ROOT):
            self.add_stage()
        else:
            self.typing.draft(at, len(self._page.funnel.forest.children(at)))

    def after(self) -> None:
        """Begin a branch or a stage after the one that is selected."""
        self._beside(1)

    def before(self) -> None:
        """Begin a branch or a stage before the one that is selected."""
        self._beside(0)

    def _beside(self, after: int) -> None:
        at, funnel = self._page.current, self._page.funnel
        self._see_around(at)
        if at in funnel.stages:
            self.add_stage(list(funnel.stages).index(at) + after)
        elif funnel.branch(at):
            self.typing.draft(funnel.up(at), funnel.forest.row(at) + after)
        elif at == ROOT:
            self.add_stage()

    def _see_around(self, *ids: str) -> None:
        """Show the whole map when what is shown alone gets something beside it."""
        if self._page.map.shown.focus in ids:
            self._page.focus_on_all()

    def put_between(self) -> None:
        """Put a branch between those that are selected and what they hang on."""
        branches = self._page.branches()
        self._see_around(*branches)
        if branches:
            text = tr("funnel.new")
            new = self._run(lambda: growing.add_parent(self._page.open_store(), branches, text))
            self._name(new)

    def add_stage(self, row: int | None = None) -> None:
        """Add a stage with its groups; on a map beside the funnel, a first branch."""
        if root := self._page.funnel.map:
            self.typing.draft(root, len(self._page.funnel.forest.children(root)))
            return
        name = tr("funnel.new_stage")
        new = self._run(lambda: stages.add_stage(self._page.open_store(), name, row, groups=_group_names()))
        self._name(new)

    def begin(self) -> None:
        """Add the four stages that every community knows, with their groups."""
        store, names = self._page.open_store(), [words(Message(text)) for text in STAGE_TEXTS]
        self._run(lambda: stages.begin(store, names, _group_names()))
        self._page.fit()

    def add_groups(self) -> None:
        """Hang the groups on the stage that it has not."""
        branch = self._page.funnel.branch(self._page.current)
        stage = branch.stage if branch else self._page.current
        if stage in self._page.funnel.stages and not self._page.funnel.map:
            self._run(lambda: stages.add_groups(self._page.open_store(), stage, _group_names()))

    def _name(self, new: str | None) -> None:
        if new:
            back = self._page.current
            self._page.select([new])
            self.typing.rename(new, new=True, back=back)

    def duplicate(self) -> None:
        """Copy the selected branches with all that hangs on them."""
        branches = self._page.branches()
        if branches:
            copies = self._run(lambda: growing.duplicate(self._page.open_store(), branches))
            self._page.select(copies or branches)

    def undo(self) -> None:
        """Take the last step back."""
        self._run(self._page.open_store().undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._run(self._page.open_store().redo)

    # --- text and looks ---

    def rename(self) -> None:
        """Type on what is selected."""
        if self._page.current not in ("", ROOT):
            self.typing.rename(self._page.current)

    def type_over(self, text: str) -> None:
        """Begin to type on what is selected; the text takes the place of the one there."""
        if self._page.current not in ("", ROOT):
            self.typing.rename(self._page.current, typed=text)

    def toggle_done(self) -> None:
        """Mark the selected branches as done, or as not done when all are."""
        branches = self._page.branches()
        done = not all(self._page.funnel.forest.branches[key].done for key in branches)
        if branches:
            self._run(lambda: editing.set_done(self._page.open_store(), branches, done=done))

    def set_text(self, id: str, text: str) -> None:
        """Take over what was typed in a row."""
        store = self._page.open_store()
        if id in self._page.funnel.stages:
            self._run(lambda: stages.change_stage(store, id, name=text))
        else:
            self._run(lambda: editing.rename(store, id, text))

    def set_done(self, id: str, done: bool) -> None:
        """Take over a tick of a row."""
        self._run(lambda: editing.set_done(self._page.open_store(), [id], done=done))

    # --- folding ---

    def fold(self) -> None:
        """Fold what is selected, or unfold it when it is folded."""
        ids = [key for key in self._page.selected if key != ROOT]
        peeked = self._page.map.shown.opened
        folded = not any(self._page.funnel.folded(key) and key not in peeked for key in ids)
        if ids:
            self._fold(ids, folded=folded)

    def set_folded(self, id: str, folded: bool) -> None:
        """Fold or unfold one."""
        self._fold([id], folded=folded)

    def _fold(self, ids: Sequence[str], *, folded: bool) -> None:
        self._page.map.show_open(frozenset(self._page.map.shown.opened - set(ids)))
        self._run(lambda: editing.fold(self._page.open_store(), ids, folded=folded))

    def fold_children(self) -> None:
        """Fold the children of what is selected, or unfold them; on the root all groups."""
        at, store = self._page.current, self._page.open_store()
        if at == ROOT:
            self.fold_all()
        elif at:
            self._run(lambda: editing.fold_children(store, at))

    def fold_all(self) -> None:
        """Fold every group, or unfold the whole map when all are folded."""
        funnel = self._page.funnel
        groups = [key for stage in funnel.stages for key in funnel.forest.children(stage)]
        open_ones = [key for key in groups if funnel.forest.children(key) and not funnel.folded(key)]
        self._run(lambda: editing.fold_all(self._page.open_store(), folded=bool(open_ones), on=funnel.map))

    def open_way(self, id: str) -> None:
        """Unfold what hides a branch."""
        funnel = self._page.funnel
        if branch := funnel.branch(id):
            way = [key for key in (branch.stage, *funnel.forest.path(id)[:-1]) if funnel.folded(key)]
            if way:
                self._run(lambda: editing.fold(self._page.open_store(), way, folded=False))

    # --- moving ---

    def move(self, ids: Sequence[str], onto: str, row: int) -> None:
        """Move what was dragged to where it was dropped."""
        store = self._page.open_store()
        if onto == ROOT:
            self._run(lambda: stages.move_stage(store, ids[0], row))
        else:
            self._run(lambda: moving.move(store, ids, onto, row))
        self._page.select(list(ids))

    def up(self) -> None:
        """Move what is selected up among its siblings."""
        self._by(-1)

    def down(self) -> None:
        """Move what is selected down among its siblings."""
        self._by(1)

    def _by(self, by: int) -> None:
        store, at, order = self._page.open_store(), self._page.current, list(self._page.funnel.stages)
        branches = self._page.branches()
        if at in order:
            row = order.index(at) + (2 if by > 0 else -1)
            self._run(lambda: stages.move_stage(store, at, max(0, row)))
        elif branches:
            self._run(lambda: moving.move_by(store, branches, by))

    def out(self) -> None:
        """Hang the selected branches beside what they hang on."""
        if branches := self._page.branches():
            self._run(lambda: moving.move_out(self._page.open_store(), branches))

    def into(self) -> None:
        """Hang the selected branches on the sibling before them."""
        if branches := self._page.branches():
            self._run(lambda: moving.move_in(self._page.open_store(), branches))

    def sort(self) -> None:
        """Order what hangs on the selected node by its text."""
        at = self._page.current
        if at not in ("", ROOT):
            self._run(lambda: moving.sort_children(self._page.open_store(), at))

    # --- joining and going ---

    def connect_two(self) -> None:
        """Draw a line between the two branches that are selected, or from one to the one that is chosen next."""
        branches = self._page.branches()
        if len(branches) == 1 and self._page.funnel.branch(self._start) and self._start != branches[0]:
            branches = [self._start, *branches]
        self._start = ""
        if len(branches) == 2:
            self._run(lambda: crossing.connect(self._page.open_store(), branches[0], branches[1]))
        elif len(branches) == 1:
            self._start = branches[0]
            self._page.desk.tell(say("funnel.crossings.other", title=self._page.funnel.text(self._start)))

    def delete(self) -> None:
        """Delete the selected branches with all that hangs on them, or the selected stages."""
        page, store = self._page, self._page.open_store()
        gone = [key for key in page.selected if key in page.funnel.stages]
        branches = page.branches()
        near = self._neighbour([*gone, *branches])
        if branches and not gone:
            self._run(lambda: removing.delete(store, branches))
        elif gone:
            self._run(lambda: stages.delete_stages(store, gone))
        if gone or branches:
            page.select([near] if near else [])

    def delete_only(self) -> None:
        """Delete the selected branches, but keep what hangs on them."""
        branches = self._page.branches()
        if branches:
            kept = self._page.funnel.forest.children(branches[0])
            near = kept[0] if kept else self._neighbour(branches)
            self._run(lambda: removing.delete_only(self._page.open_store(), branches))
            self._page.select([near] if near else [])

    def _neighbour(self, gone: Sequence[str]) -> str:
        """Return what to select when some are gone: the next sibling, else the one before, else what they hang on."""
        funnel = self._page.funnel
        below = set(funnel.forest.below(*gone))
        for key in reversed(gone):
            siblings = funnel.siblings(key)
            at = siblings.index(key)
            for other in (*siblings[at + 1 :], *reversed(siblings[:at])):
                if other not in below:
                    return other
            if (up := funnel.up(key)) and up not in below:
                return up
        return ""

    def _run(self, deed: Callable[[], _T]) -> _T | None:
        try:
            return deed()
        except KnownError as error:
            self._page.desk.fail(error)
            return None


def _group_names() -> dict[Role, str]:
    return {role: words(Message(text)) for role, text in GROUP_TEXTS.items()}
