"""What the page of a guide wears: its style with the colours of the theme, its script, and its own few words."""

from __future__ import annotations

from typing import Final

from app.text.page import Dress, Labels
from resources import FOLDER
from widgets.common.theme import FAMILIES, Theme
from widgets.common.words import speaking, tr

ROLES: Final = (
    "bg",
    "surface",
    "raised",
    "sunken",
    "border",
    "border_strong",
    "text",
    "text_2",
    "text_muted",
    "accent",
    "focus_ring",
    "success_soft",
    "success_text",
    "danger_soft",
    "danger_text",
    "warning_soft",
    "warning_fill",
    "tooltip",
    "on_tooltip",
)


def dress(language: str) -> Dress:
    """Return style, script and words of a page in one language."""
    light, dark = _colours("light"), _colours("dark")
    worn = (
        f":root {{ color-scheme: light; {light} }}\n"
        f'@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) '
        f"{{ color-scheme: dark; {dark} }} }}\n"
        f'@media screen {{ :root[data-theme="dark"] {{ color-scheme: dark; {dark} }} }}\n'
    )
    families = "".join(f".c-{it} {{ background: var(--c-{it}); }}\n" for it in FAMILIES)
    return Dress(worn + families + _file("page.css"), _file("page.js"), _labels(language))


def _colours(name: str) -> str:
    theme = Theme()
    theme.name = name
    roles = [f"--{role.replace('_', '-')}: {theme.color(role).name()};" for role in ROLES]
    families = [f"--c-{it}: {theme.color(f'category.{it}.solid').name()};" for it in FAMILIES]
    return " ".join((*roles, *families))


def _file(name: str) -> str:
    return (FOLDER / "handover" / name).read_text(encoding="utf-8")


def _labels(language: str) -> Labels:
    with speaking(language):
        return Labels(
            search=tr("handover.page.search"),
            found=tr("handover.page.found", n="{n}"),
            nothing=tr("handover.page.nothing"),
            copy=tr("handover.page.copy"),
            copied=tr("handover.page.copied"),
            not_copied=tr("handover.page.not_copied"),
            theme=tr("handover.page.dark"),
            contents=tr("handover.page.contents"),
            to_text=tr("handover.page.to_text"),
        )
