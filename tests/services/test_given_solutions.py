"""Solutions as people write them, graded as sets of numbers: a table that a teacher can extend."""

from __future__ import annotations

import pytest

from tutor.services.verbs import answer

# What is solved, what somebody gives, the verdict, how it was read.
ROWS = [
    ("log_(1/2) x > 1", "0 < x < 1/2", "correct", "0 < x and x < 1/2"),
    ("log_(1/2) x > 1", "0<x and x<1/2", "correct", "0 < x and x < 1/2"),
    ("log_(1/2) x > 1", "1/2 > x > 0", "correct", "1/2 > x and x > 0"),
    ("log_(1/2) x > 1", "0 < x < 0.5", "correct", "0 < x and x < 0.5"),
    ("log_(1/2) x > 1", "x < 1/2, x > 0", "correct", "x < 1/2 and x > 0"),
    ("log_(1/2) x > 1", "0 < x かつ x < 1/2", "correct", "0 < x and x < 1/2"),
    ("log_(1/2) x > 1", "x in (0,1/2)", "correct", "x > 0 and x < 1/2"),
    ("log_(1/2) x > 1", "x ∈ (0, 1/2)", "correct", "x > 0 and x < 1/2"),
    ("log_(1/2) x > 1", "]0;1/2[", "correct", "x > 0 and x < 1/2"),
    ("log_(1/2) x > 1", "{x | 0 < x < 1/2}", "correct", "0 < x and x < 1/2"),
    ("log_(1/2) x > 1", "0 < x ≤ 1/2", "wrong", "0 < x and x <= 1/2"),
    ("log_(1/2) x > 1", "x < 1/2", "wrong", "x < 1/2"),
    ("log_(1/2) x > 1", "x > 1/2", "wrong", "x > 1/2"),
    ("log_(1/2) x > 1", "1/4", "wrong", "x = 1/4"),
    ("log_(1/2) x > 1", "no solution", "wrong", "none"),
    ("9^x - 4*3^x + 3 > 0", "x < 0 or x > 1", "correct", "x < 0 or x > 1"),
    ("9^x - 4*3^x + 3 > 0", "x < 0 または 1 < x", "correct", "x < 0 or 1 < x"),
    # a comma between two that exclude each other can only mean "or", as Japanese textbooks have it
    ("9^x - 4*3^x + 3 > 0", "x<0, 1<x", "correct", "x < 0 or 1 < x"),
    ("9^x - 4*3^x + 3 > 0", "x < 0、1 < x", "correct", "x < 0 or 1 < x"),
    ("9^x - 4*3^x + 3 > 0", "x < 0 and x > 1", "wrong", "x < 0 and x > 1"),
    ("9^x - 4*3^x + 3 > 0", "(-oo,0) U (1,oo)", "correct", "x < 0 or x > 1"),
    ("9^x - 4*3^x + 3 > 0", "(-∞, 0) ∪ (1, ∞)", "correct", "x < 0 or x > 1"),
    ("9^x - 4*3^x + 3 > 0", "(-∞, 0] ∪ (1, ∞)", "wrong", "x <= 0 or x > 1"),
    ("9^x - 4*3^x + 3 > 0", "x > 1", "wrong", "x > 1"),
    ("9^x - 4*3^x + 3 > 0", "x < 0 or x > 1 or x = 1", "wrong", "x < 0 or x > 1 or x = 1"),
    ("9^x - 4*3^x + 3 > 0", "x in R", "wrong", "all"),
    ("ln x <= 1", "0 < x <= e", "correct", "0 < x and x <= e"),
    ("ln x <= 1", "(0, e]", "correct", "x > 0 and x <= e"),
    ("ln x <= 1", "x <= e", "wrong", "x <= e"),
    ("ln x <= 1", "all x > 0", "wrong", "x > 0"),
    ("e^x > 0", "all x", "correct", "all"),
    ("e^x > 0", "すべての実数", "correct", "all"),
    ("e^x > 0", "(-oo, oo)", "correct", "all"),
    ("e^x > 0", "ℝ", "correct", "all"),
    ("e^x > 0", "x > 0", "wrong", "x > 0"),
    ("e^x < 0", "no solution", "correct", "none"),
    ("e^x < 0", "解なし", "correct", "none"),
    ("x^2 = 4", "x = ±2", "correct", "x = 2 or x = -2"),
    ("x^2 = 4", "2, -2", "correct", "x = 2 or x = -2"),
    ("x^2 = 4", "{2, -2}", "correct", "x = 2 or x = -2"),
    ("x^2 = 4", "x = 2, x = -2", "correct", "x = 2 or x = -2"),
    ("x^2 = 4", "x = 2", "wrong", "x = 2"),
    ("x^2 = 4", "x = 2 and x = -2", "wrong", "x = 2 and x = -2"),
    ("x^2 = 4", "(2, -2)", "not_understood", None),
    ("x^2 = 4", "(1, 2, 3)", "not_understood", None),
    ("x^2 = 4", "x <", "not_understood", None),
]


@pytest.mark.parametrize(("question", "given", "verdict", "read"), ROWS)
def test_solutions_as_people_write_them(question, given, verdict, read):
    found = answer({"do": "grade", "answer": given, "question": {"solve": question}})
    assert (found["verdict"], found["read"]) == (verdict, read)
    assert found["proved"] is (verdict != "not_understood")
    assert (found["at"] is not None) is (verdict == "not_understood")
