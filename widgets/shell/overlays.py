"""What lies over the page for a while: palette, shortcuts, menus, dialogs, the report of a crash."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from shiboken6 import isValid

from widgets.common.overlay import Overlay
from widgets.common.words import words
from widgets.shell.pages import DIALOGS, EVERY

if TYPE_CHECKING:
    from widgets.shell.menus import MenuBar
    from widgets.shell.palette.palette import Palette
    from widgets.shell.palette.rows import Row
    from widgets.shell.program import Program


class Overlays:
    """Opens them, one of each sort at a time; while one is open the keys of the page are off."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._window = program.window
        self._palette: Palette | None = None
        self._open: dict[str, Overlay] = {}
        self._bar: MenuBar | None = None

    def show_palette(self, typed: str = "") -> Palette:
        """Open the palette, or what is typed in the open one."""
        from widgets.shell.palette.palette import TOP, Palette

        if "palette" not in self._open:
            pages = self._window.pages
            here = words(EVERY[pages.current_id].title) if pages.current_id in EVERY else ""
            self._palette = Palette(self._rows, here)
            self._palette.chosen.connect(self._on_chosen)
            overlay = Overlay(self._palette, self._window, top=TOP, press_closes=True)
            self._palette.resized.connect(overlay.arrange)
            self._show("palette", overlay)
        assert self._palette is not None
        self._palette.type(typed)
        return self._palette

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        if "shortcuts" in self._open:
            return
        from widgets.shell.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(self._program.actions, self._window.pages.page)
        overlay = Overlay(sheet, self._window, press_closes=True)
        sheet.accepted.connect(overlay.dismiss)
        sheet.rejected.connect(overlay.dismiss)
        self._show("shortcuts", overlay)

    def show_menu(self) -> None:
        """Open the menu bar."""
        from widgets.shell.menus import MenuBar

        if self._bar is None:
            self._bar = MenuBar(self._program.actions, self._window)
            self._program.frame.setMenuBar(self._bar)
        self._bar.open()

    def show_playbooks(self) -> None:
        """Open the menu of playbooks below the top of the rail."""
        from widgets.shell.menus import below, playbook_menu

        store = self._program.opening.store
        recent = [file for file in self._program.recent() if store is None or file != store.path]
        menu = playbook_menu(self._window, self._program.actions, recent, self._program.opening.open_file)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self._window.rail.community))

    def show_dialog(self, name: str, thing: str) -> None:
        """Open a dialog that a page or the program asks for by name."""
        if name in self._open:
            return
        module, function = DIALOGS[name]
        make = getattr(import_module(module), function)
        overlay = make(self._window, self._program.desk, self._program.opening.store, thing)
        if overlay is not None:
            self._show(name, overlay)

    def show_crash(self, details: str) -> None:
        """Show the report of a crash; while one shows, or nothing can any more, further ones only go to the log."""
        if "crash" not in self._open and self._is_there():
            from widgets.shell.crash_dialog import show_crash

            self._show("crash", show_crash(self._window, details, self._program.log_folder()))

    def announce(self, text: str) -> None:
        """Let a screen reader say something."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))

    def _show(self, name: str, overlay: Overlay) -> None:
        self._open[name] = overlay
        overlay.closed.connect(lambda: self._on_closed(name))
        overlay.open()
        self._program.actions.set_page_free(free=False)

    def _on_closed(self, name: str) -> None:
        self._open.pop(name, None)
        if self._is_there():
            self._program.actions.set_page_free(free=not self._open)

    def _is_there(self) -> bool:
        """Return whether the window is still one: while it goes, its pages go before its actions."""
        program = self._program
        return isValid(program) and isValid(program.frame) and program.frame.isVisible() and isValid(program.actions)

    def _rows(self, typed: str) -> list[Row]:
        from widgets.shell.palette.rows import rows_for

        pages = self._window.pages
        return rows_for(typed, self._program.actions, pages.page, pages.current_id, self._program.opening.store)

    def _on_chosen(self, row: Row) -> None:
        self._open["palette"].dismiss()
        if row.action:
            self._program.actions.run(row.action)
        else:
            self._program.go(row.page, row.thing)
