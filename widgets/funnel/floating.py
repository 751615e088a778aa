"""The bars that float over the map: tools, zoom, the part that is shown alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.message import say
from widgets.common.wall.toolbar import Tool, WallToolbar
from widgets.common.wall.zoom_bar import ZoomBar
from widgets.funnel.focus_bar import FocusBar

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage

TOOLS: Final = (
    Tool("select", "mouse-pointer-2", say("funnel.tool.select"), mode=True),
    Tool("hand", "hand", say("funnel.tool.hand"), mode=True),
    Tool(),
    Tool("child", "plus", say("funnel.action.child"), "Tab"),
    Tool("connect", "spline", say("funnel.action.connect"), "Ctrl+L"),
    Tool("fold", "list-tree", say("funnel.action.fold_all")),
    Tool(),
    Tool("undo", "undo-2", say("funnel.tool.undo"), "Ctrl+Z"),
    Tool("redo", "redo-2", say("funnel.tool.redo"), "Ctrl+Shift+Z"),
)


class MapBars(QObject):
    """What they offer, the palette and the menus offer too."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self.tools = WallToolbar(page.map, TOOLS)
        self.zoom = ZoomBar(page.map)
        self.focus = FocusBar(page.map)
        self.tools.show_mode("select")
        self.tools.chosen.connect(self._on_chosen)
        self.focus.left.connect(page.focus_on_all)

    def _on_chosen(self, tool: str) -> None:
        page = self._page
        if tool in ("select", "hand"):
            page.map.hand = tool == "hand"
            page.map.show_cursor()
            return
        deeds = page.deeds
        {
            "child": deeds.child,
            "connect": deeds.connect_two,
            "fold": deeds.fold_all,
            "undo": deeds.undo,
            "redo": deeds.redo,
        }[tool]()
        if not page.map.is_editing():
            page.focus_view()
