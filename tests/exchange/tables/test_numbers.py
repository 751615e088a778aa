"""Numbers in tables."""

from __future__ import annotations

import pytest

from app.exchange.tables.numbers import mark_of, number_of


@pytest.mark.parametrize(
    ("texts", "mark"),
    [(["1.5"], "."), (["1,5"], ","), (["1.234"], ""), (["1.234", "1.234,50"], ","), (["$1,234.50"], "."),
     (["1.234.567"], ","), (["12", "x", ""], ""), (["1 234,5 лв."], ",")],
)  # fmt: skip
def test_the_decimal_mark_is_found_out(texts, mark):
    assert mark_of(texts) == mark


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [("1,234.50", ".", 1234.5), ("1.234,50 лв", ",", 1234.5), ("-3 %", ".", -3), ("€ 12", ",", 12), ("1e3", ".", 1000),
     ("free", ".", None), ("", ".", None), ("1e999", ".", None), ("9" * 60, ".", None), ("--", ".", None)],
)  # fmt: skip
def test_numbers_are_read_without_what_stands_around_them(text, mark, value):
    assert number_of(text, mark) == value
