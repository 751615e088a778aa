"""Colours live in the theme, and can be read by everybody."""

import ast
import json
import re
from itertools import product

import pytest

from tests.house.source import ROOT, name, python_files, tree

HEX = re.compile(r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")
MUTATOR = re.compile(r"set(Alpha|Red|Green|Blue|Rgb|Rgba|Hsl|Hsv|Hue|Cmyk|NamedColor)")
DRESSING = {"widgets/common/theme.py", "widgets/common/stylesheet.py"}
TOKENS = json.loads((ROOT / "resources/themes/tokens.json").read_text(encoding="utf-8"))
TEXT_PAIRS = [
    *product(("text", "text_2", "text_muted"), ("bg", "rail", "surface", "raised", "sunken", "hover")),
    *product(("success_text", "warning_text", "danger_text"), ("bg", "surface", "raised")),
    ("text", "selection"), ("text", "today_soft"), ("text", "weekend"), ("danger_text", "weekend"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent_soft_text", "accent_soft"),
    ("success_text", "success_soft"), ("warning_text", "warning_soft"), ("danger_text", "danger_soft"),
    ("on_tooltip", "tooltip"), ("raised", "today"), ("accent", "surface"), ("accent", "raised"),
]  # fmt: skip
LINE_PAIRS = [*product(("focus_ring", "success", "danger"), ("bg", "surface", "raised"))]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio, 1 … 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_can_be_read(mode):
    colours = TOKENS["color"][mode]
    weak = [(a, b) for a, b in TEXT_PAIRS if contrast(colours[a], colours[b]) < 4.5]
    for family, parts in colours["category"].items():
        weak += [
            (family, part)
            for part in ("tint", "tint_hover", "tint_done")
            if contrast(parts["on_tint"], parts[part]) < 4.5
        ]
        if contrast(parts["on_solid"], parts["solid"]) < 4.5:
            weak.append((family, "solid"))

    assert weak == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_focus_and_state_can_be_seen(mode):
    colours = TOKENS["color"][mode]

    assert [(a, b) for a, b in LINE_PAIRS if contrast(colours[a], colours[b]) < 3] == []


def test_no_colour_is_named_outside_the_theme():
    found = []
    for file in python_files("widgets", "app"):
        if name(file) in DRESSING:
            continue
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and HEX.match(node.value):
                found.append(f"{name(file)}:{node.lineno} {node.value}")
            if (
                isinstance(node, ast.Attribute)
                and ast.unparse(node).startswith("Qt.GlobalColor.")
                and node.attr != "transparent"
            ):
                found.append(f"{name(file)}:{node.lineno} {node.attr}")

    assert found == []


def shared_colours(scope):
    """The names that stand for a colour of the theme itself, not for a copy."""
    found = set()
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value and lent(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {ast.unparse(target) for target in targets}
    return found


def lent(value):
    """Whether a value is, or may be, a colour that the theme goes on lending to others."""
    if isinstance(value, ast.IfExp):
        return lent(value.body) or lent(value.orelse)
    return isinstance(value, ast.Call) and bool(
        re.fullmatch(r".*\b(color|family|_?ink|_?tone)", ast.unparse(value.func))
    )


def changed_colours(source):
    """Where a colour of the theme would be changed for everybody."""
    scopes = [node for node in ast.walk(source) if isinstance(node, ast.FunctionDef | ast.Module)]
    return sorted(
        {
            f"{node.lineno} {ast.unparse(node)}"
            for scope in scopes
            for node in ast.walk(scope)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and MUTATOR.match(node.func.attr)
            and (lent(node.func.value) or ast.unparse(node.func.value) in shared_colours(scope))
        }
    )


def test_the_colours_of_the_theme_are_changed_by_nobody_who_borrows_them():
    found = {name(file): changed_colours(tree(file)) for file in python_files("widgets")}

    assert {file: places for file, places in found.items() if places} == {}


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("def f():\n  c = theme().color('accent')\n  c.setAlphaF(0.1)", True),
        ("def f():\n  c = theme().family('live') if on else theme().color('x')\n  c.setAlpha(1)", True),
        ("def f():\n  self.theme.color('accent').setRed(3)", True),
        ("def f():\n  c = QColor(theme().color('accent'))\n  c.setAlphaF(0.1)", False),
    ],
)
def test_a_borrowed_colour_is_told_from_a_copy(code, refused):
    assert bool(changed_colours(ast.parse(code))) is refused


def test_no_style_sheet_is_set_outside_the_theme():
    found = [
        f"{name(file)}:{node.lineno}"
        for file in python_files("widgets")
        if name(file) not in DRESSING
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet"
    ]

    assert found == []


def test_every_icon_is_used_and_there():
    icons = {file.stem for file in (ROOT / "resources/icons").glob("*.svg")}
    named = set()
    for file in [
        *python_files("widgets", "app"),
        *(ROOT / "resources/templates").rglob("*.json"),
        ROOT / "resources/themes/tokens.json",
    ]:
        named |= set(re.findall(r"[\"']([a-z0-9]+(?:-[a-z0-9]+)*)[\"']", file.read_text(encoding="utf-8")))

    assert sorted(icons - named) == []
