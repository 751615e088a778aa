"""Every word on screen has an id, and every id has its words in both languages."""

import ast
import re

from resources.texts import LANGUAGES, catalogue
from tests.house.source import name, program_files, tree

CALLS = {"tr", "say"}
BLANK = re.compile(r"\{(\w+)\}")


def strings(node: ast.AST) -> list[str]:
    return [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def ids_in(node: ast.AST) -> list[str]:
    """Ids that a piece of the program names: in tr() and say(), in an Action, in tables named ..._TEXTS."""
    match node:
        case ast.Call(func=ast.Name(id=called)) if called in CALLS and node.args:
            return strings(node.args[0])
        case ast.Call(func=ast.Name(id="Action")) if len(node.args) > 1:
            return strings(node.args[1])
        case ast.Call(func=ast.Name(id="Action")):
            return [text for keyword in node.keywords if keyword.arg == "text" for text in strings(keyword.value)]
        case ast.AnnAssign(target=ast.Name(id=table), value=ast.AST() as value) if table.endswith("_TEXTS"):
            return [text for text in strings(value) if "." in text]
    return []


def named_ids() -> dict[str, str]:
    return {
        text: f"{name(file)}:{getattr(node, 'lineno', 0)}"
        for file in program_files()
        for node in ast.walk(tree(file))
        for text in ids_in(node)
    }


def forms(text) -> list[str]:
    return list(text.values()) if isinstance(text, dict) else [text]


def test_both_languages_have_the_same_ids():
    assert set(catalogue("en")) ^ set(catalogue("bg")) == set()


def test_every_id_that_the_program_names_has_its_words():
    assert {text: place for text, place in named_ids().items() if text not in catalogue("en")} == {}


def test_no_text_is_left_that_nobody_shows():
    written = {text for file in program_files() for text in strings(tree(file))}

    assert sorted(set(catalogue("en")) - written) == []


def test_blanks_and_plurals_are_the_same_in_every_language():
    wrong = []
    for key, text in catalogue("en").items():
        blanks = [set().union(*(BLANK.findall(form) for form in forms(catalogue(lang)[key]))) for lang in LANGUAGES]
        if any(other != blanks[0] for other in blanks) or isinstance(text, dict) != isinstance(
            catalogue("bg")[key], dict
        ):
            wrong.append(key)

    assert wrong == []


def test_every_plural_has_both_forms():
    odd = [
        f"{lang} {key}"
        for lang in LANGUAGES
        for key, text in catalogue(lang).items()
        if isinstance(text, dict) and set(text) != {"one", "other"}
    ]

    assert odd == []


def test_bulgarian_is_bulgarian():
    english = re.compile(r"\b(the|and|with|of|to|for|is|are)\b", re.IGNORECASE)
    left = [
        id for key, text in catalogue("bg").items() if any(english.search(BLANK.sub("", form)) for form in forms(text))
    ]

    assert left == []


def test_no_text_is_put_together_inside_tr():
    glued = []
    for file in program_files():
        for node in ast.walk(tree(file)):
            asks = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args
            )
            if asks and any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in ast.walk(node.args[0])):
                glued.append(f"{name(file)}:{node.lineno}")

    assert glued == []
