"""The maps beside the funnel: which one is shown, what it is called, and how it becomes part of the funnel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.errors import KnownError
from app.funnel.branch import Branch
from app.funnel.maps import merge_map
from app.funnel.stage import Stage
from app.funnel.stages import change_stage, delete_stages
from app.message import say
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage


class Maps(QObject):
    """Works on the map that is shown; each change is one step of undo."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page

    def show_menu(self) -> QMenu:
        """Show the funnel and the maps beside it, and what can be done with the one that is shown."""
        page, menu = self._page, QMenu(self._page)
        beside = [(it.id, it.name, "network") for it in page.funnel.maps.values()]
        for key, name, sign in (("", tr("page.funnel"), "funnel"), *beside):
            shown = key == page.funnel.map
            text = name.replace("&", "&&") or tr("funnel.map.untitled")
            entry = menu.addAction(icon("check" if shown else sign), text)
            entry.setCheckable(True)
            entry.setChecked(shown)
            entry.triggered.connect(lambda _=False, key=key: page.open_map(key))
        menu.addSeparator()
        menu.addAction(icon("file-down"), tr("funnel.import"), page.files.bring_in)
        if page.funnel.map:
            menu.addAction(icon("pencil"), tr("funnel.map.rename"), self.rename)
            menu.addAction(icon("funnel"), tr("funnel.map.merge"), self.merge)
            menu.addAction(icon("trash-2"), tr("funnel.map.delete"), self.delete)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = page.header.maps
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        return menu

    def open_one_with(self, id: str) -> None:
        """Show the funnel or the map that a stage, a branch or a map of this id is part of."""
        store = self._page.open_store()
        branch = next(iter(store.of(Branch).some([id])), None)
        root = next(iter(store.of(Stage).some([branch.stage if branch else id])), None)
        if root is not None and (root.id if root.is_map else "") != self._page.funnel.map:
            self._page.open_map(root.id if root.is_map else "")

    def rename(self) -> SmallPanel:
        """Ask for another name of the map."""
        page, shown = self._page, self._page.funnel.map
        panel = SmallPanel(tr("funnel.map.rename"), "", tr("funnel.map.rename.do"))
        field = Labelled(TextField())
        field.set_label(tr("funnel.field.name"))
        field.field.setText(page.funnel.name)
        field.field.selectAll()
        panel.fields.addWidget(field)

        def take() -> bool:
            named = field.field.text().strip()
            if not named:
                field.set_error(tr("funnel.map.needs_name"))
                return False
            change_stage(page.open_store(), shown, name=named)
            return True

        open_small(panel, page.header.maps, page.header.maps.rect(), take)
        return panel

    def merge(self) -> None:
        """Let the first branches of the map be stages of the funnel."""
        page, name = self._page, self._page.funnel.name
        try:
            stages = merge_map(page.open_store(), page.funnel.map)
        except KnownError as error:
            page.desk.fail(error)
            return
        page.open_map("")
        page.select(stages)
        page.desk.tell(say("funnel.map.merged", title=name), undo=True)

    def delete(self) -> None:
        """Delete the map; undo brings it back."""
        name = self._page.funnel.name
        delete_stages(self._page.open_store(), [self._page.funnel.map])
        self._page.desk.tell(say("funnel.map.deleted", title=name), undo=True)
