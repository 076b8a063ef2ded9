"""What the templates are given in the tests: invented, and the worst of it long."""

from typing import Any

WEEK: dict[str, Any] = {
    "language": "en",
    "title": "Your week",
    "range": "16–22 November",
    "days": [
        {"label": "Mon", "moods": [4, 3]},
        {"label": "Tue", "moods": [4, 4]},
        {"label": "Wed", "moods": [2, 3]},
        {"label": "Thu", "moods": None},
        {"label": "Fri", "moods": [3, 4]},
        {"label": "Sat", "moods": [5, 4]},
        {"label": "Sun", "moods": [5, 5]},
    ],
    "legend": {"high": "light", "low": "heavy", "none": "A day without marks stays yours."},
    "counts": [
        {"label": "pauses, and both came back", "number": 2},
        {"label": "near misses", "number": 3},
        {"label": "wins", "number": 1},
    ],
    "sentence": "On Wednesday it was heavy, and you found your way back to each other.",
}
