"""The house keeps its shape: four floors, small files, names that say something."""

import ast
import shutil
import subprocess
import tomllib
from statistics import median

import pytest

from tests.house.source import ROOT, name, program_files, python_files, tree
from widgets.shell.pages import DIALOGS, EVERY

TOP_LEVEL = {"app", "widgets", "storage", "resources", "tests", "main.py", "pyproject.toml", "Makefile", "LICENSE"}
TOP_LEVEL |= {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"}
TOP_LEVEL |= {"requirements.lock", "requirements-dev.lock"}
NO_NAMES = {"utils", "helpers", "manager", "base", "misc", "util", "helper"}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return listed.stdout.split("\n")[:-1]


def lines(file) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_nothing_else_stands_at_the_top():
    if not ((ROOT / ".git").exists() and shutil.which("git")):
        pytest.skip("not a git checkout: nothing tells which files belong to the project")
    top = {path.split("/")[0].strip('"') for path in tracked()}

    assert {entry for entry in top if not entry.startswith(".")} <= TOP_LEVEL


def test_every_page_is_kept_apart_from_the_others():
    contracts = {
        contract["name"]: contract
        for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    }
    named = [entry.module for entry in EVERY.values()] + [module for module, _ in DIALOGS.values()]
    pages = {".".join(module.split(".")[:2]) for module in named}

    assert pages <= set(contracts["Pages do not know each other, nor the window"]["modules"])
    assert pages | {"widgets.shell"} <= set(contracts["The editor of records knows no page"]["forbidden_modules"])
    above = pages | {"widgets.shell", "widgets.records"}
    assert above <= set(contracts["Common controls know no page"]["forbidden_modules"])


def test_files_stay_small():
    sizes = {name(file): lines(file) for file in program_files()}

    assert {file: size for file, size in sizes.items() if size > 400} == {}
    assert median(size for size in sizes.values() if size > 1) <= 120


def test_test_files_stay_small():
    assert {name(file): lines(file) for file in python_files("tests") if lines(file) > 500} == {}


def test_functions_stay_small():
    long = {}
    for file in program_files():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = node.end_lineno - node.lineno + 1
                if size > 40:
                    long[f"{name(file)}:{node.name}"] = size

    assert long == {}


def test_no_file_has_a_name_that_says_nothing():
    assert [name(file) for file in program_files() if file.stem in NO_NAMES] == []


def test_the_roof_is_small_and_imports_floors_only_when_it_needs_them():
    heavy = {"sqlalchemy", "storage", "icalendar", "holidays", "alembic", "matplotlib"}
    imported = set()
    for node in tree(ROOT / "main.py").body:
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])

    assert imported & heavy == set()
    assert lines(ROOT / "main.py") <= 120


def test_app_touches_no_clock_no_chance_and_no_disk():
    forbidden = {("datetime", "now"), ("date", "today"), ("time", "time"), ("uuid", "uuid4"), ("random", "random")}
    found = [
        f"{name(file)}:{node.lineno}"
        for file in python_files("app")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if (node.value.id, node.attr) in forbidden
    ]

    assert found == []


def test_words_of_the_program_are_frozen_and_slotted():
    soft = []
    for file in python_files("app"):
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.ClassDef):
                continue
            for mark in node.decorator_list:
                text = ast.unparse(mark)
                if text.startswith("dataclass") and ("frozen=True" not in text or "slots=True" not in text):
                    soft.append(f"{name(file)}:{node.name}")

    assert soft == []


def test_errors_are_caught_by_name_but_at_the_borders():
    borders = {"widgets/shell/worker.py", "widgets/shell/crash.py", "storage/store.py"}
    borders |= {"storage/publish.py"}
    caught = []
    for file in program_files():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ExceptHandler) and name(file) not in borders:
                text = "bare" if node.type is None else ast.unparse(node.type)
                reraised = any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(node))
                if text in {"bare", "Exception", "BaseException"} and not reraised:
                    caught.append(f"{name(file)}:{node.lineno}")

    assert caught == []


def test_no_row_is_replaced_behind_the_back_of_undo():
    text = "\n".join(file.read_text(encoding="utf-8").upper() for file in python_files("storage"))

    assert "INSERT OR REPLACE" not in text
    assert "REPLACE INTO" not in text
