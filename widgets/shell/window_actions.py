"""What can be asked for on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.common.action import Action
from widgets.common.theme import theme
from widgets.common.words import language
from widgets.shell.pages import PAGES, PageEntry

if TYPE_CHECKING:
    from widgets.shell.program import Program


def window_actions(program: Program) -> tuple[Action, ...]:
    """Return the actions of the window, in the order of the menus."""
    return (*_file_actions(program), *_edit_actions(program), *_go_actions(program), *_look_actions(program))


def _file_actions(program: Program) -> tuple[Action, ...]:
    opening = program.opening
    return (
        Action("new", "action.new", program.show_start, "file-plus", ("Ctrl+N",), "file"),
        Action("open", "action.open", opening.ask_file, "folder-open", ("Ctrl+O",), "file", in_fields=True),
        Action("sample", "action.sample", opening.begin_sample, "sparkles", menu="file"),
        Action(
            "copy_file", "action.copy_file", opening.save_copy, "save", ("Ctrl+Shift+S",), "file",
            enabled=program.has_file, in_fields=True,
        ),
        Action("import", "action.import", lambda: program.go("import", ""), "file-down", ("Ctrl+I",), "file"),
        Action(
            "close", "action.close", opening.close_file, "x", ("Ctrl+W",), "file",
            enabled=program.has_file, in_fields=True,
        ),
        Action("quit", "action.quit", program.quit, "log-out", ("Ctrl+Q",), "file", in_fields=True),
    )  # fmt: skip


def _edit_actions(program: Program) -> tuple[Action, ...]:
    return (
        Action(
            "undo", "action.undo", program.undo, "undo-2", ("Ctrl+Z",), "edit",
            enabled=program.can_undo, in_fields=True,
        ),
        Action(
            "redo", "action.redo", program.redo, "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y"), "edit",
            enabled=program.can_redo, in_fields=True,
        ),
        Action(
            "find", "action.find", program.show_palette, "search", ("Ctrl+F",), "edit",
            enabled=program.has_file, in_fields=True,
        ),
    )  # fmt: skip


def _go_actions(program: Program) -> tuple[Action, ...]:
    return (
        Action(
            "palette", "action.palette", program.show_palette, "search", ("Ctrl+K",), "go",
            enabled=program.has_file, in_fields=True,
        ),
        *(_page_action(program, entry) for entry in PAGES),
        Action(
            "settings", "page.settings", lambda: program.go("settings", ""), "settings", ("Ctrl+,",), "go",
            in_fields=True,
        ),
        Action("region", "action.region", lambda: program.step_region(1), shortcuts=("F6",), menu="go", in_fields=True),
        Action(
            "region_back", "action.region_back", lambda: program.step_region(-1), shortcuts=("Shift+F6",), menu="go",
            in_fields=True,
        ),
        Action("menu", "action.menu", program.show_menu, "list", ("F10",), in_fields=True),
        Action("shortcuts", "action.shortcuts", program.show_shortcuts, "keyboard", ("F1",), "help", in_fields=True),
        Action("logs", "action.logs", program.show_logs, "folder", menu="help"),
    )  # fmt: skip


def _page_action(program: Program, entry: PageEntry) -> Action:
    return Action(
        entry.id, entry.title.id, lambda: program.go(entry.id, ""), entry.icon, (), "go",
        enabled=program.has_file, in_fields=True,
    )  # fmt: skip


def _look_actions(program: Program) -> tuple[Action, ...]:
    looks = program.looks
    return (
        Action("rail", "action.rail", program.window.rail.toggle, "panel-left", ("Ctrl+B",), "view", in_fields=True),
        Action(
            "full", "action.full", program.toggle_full_screen, "maximize", ("F11",), "view",
            in_fields=True, checked=program.frame.isFullScreen,
        ),
        Action("larger", "action.larger", lambda: looks.resize_text(1), "zoom-in", ("Ctrl++", "Ctrl+="), "view"),
        Action("smaller", "action.smaller", lambda: looks.resize_text(-1), "zoom-out", ("Ctrl+-",), "view"),
        Action("usual_size", "action.usual_size", lambda: looks.resize_text(0), menu="view"),
        Action(
            "light", "action.light", lambda: looks.choose_theme("light"), "sun", menu="view",
            checked=lambda: theme().choice == "light",
        ),
        Action(
            "dark", "action.dark", lambda: looks.choose_theme("dark"), "moon", menu="view",
            checked=lambda: theme().choice == "dark",
        ),
        Action(
            "system", "action.system", lambda: looks.choose_theme("system"), "monitor", menu="view",
            checked=lambda: theme().choice == "system",
        ),
        Action(
            "english", "action.english", lambda: looks.choose_language("en"), "languages", menu="view",
            checked=lambda: language() == "en",
        ),
        Action(
            "bulgarian", "action.bulgarian", lambda: looks.choose_language("bg"), "languages", menu="view",
            checked=lambda: language() == "bg",
        ),
    )  # fmt: skip
