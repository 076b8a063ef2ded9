"""The one answer to a press: a toast of at most eight words, or an alert."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from content.texts import texts

TOASTS = {
    "forget-done": "answer-forget-done",
    "invite-revoked": "answer-invite-revoked",
    "calm-full": "answer-calm-full",
    "calm-gone": "answer-calm-gone",
    "calm-sent": "answer-calm-sent",
    "check-in-mine": "answer-check-in-mine",
    "check-in-mine-rest": "answer-check-in-mine-rest",
    "check-in-mood": "answer-check-in-mood",
    "check-in-mood-mine": "answer-check-in-mood-mine",
    "check-in-over": "answer-check-in-over",
    "check-in-shared": "answer-check-in-shared",
    "check-in-shown": "answer-check-in-shown",
    "check-in-skipped": "answer-check-in-skipped",
    "couple-over": "answer-couple-over",
    "moment-near": "answer-moment-near",
    "moment-told": "answer-moment-told",
    "moment-undone": "answer-moment-undone",
    "moment-waits": "answer-moment-waits",
    "moment-win": "answer-moment-win",
    "okay": "answer-okay",
    "old-button": "answer-old-button",
    "pair-done": "answer-pair-done",
    "pair-first": "answer-pair-first",
    "pair-gone": "answer-pair-gone",
    "pair-no": "answer-pair-no",
    "pair-same": "answer-pair-same",
    "pair-second": "answer-pair-second",
    "pair-wait": "answer-pair-wait",
    "pause-extended": "answer-pause-extended",
    "pause-here": "answer-pause-here",
    "pause-here-early": "answer-pause-here-early",
    "pause-joined": "answer-pause-joined",
    "pause-limit": "answer-pause-limit",
    "pause-not-yet": "answer-pause-not-yet",
    "pause-over": "answer-pause-over",
    "pause-rested": "answer-pause-rested",
    "pause-running": "answer-pause-running",
    "pause-started": "answer-pause-started",
    "pause-talking": "answer-pause-talking",
    "pause-time-changed": "answer-pause-time-changed",
    "pause-times-sent": "answer-pause-times-sent",
    "pause-undone": "answer-pause-undone",
    "quiz-here": "answer-quiz-here",
    "rhythm-accepted": "answer-rhythm-accepted",
    "rhythm-awake": "answer-rhythm-awake",
    "rhythm-back": "answer-rhythm-back",
    "rhythm-break": "answer-rhythm-break",
    "rhythm-changed": "answer-rhythm-changed",
    "rhythm-far": "answer-rhythm-far",
    "rhythm-sent": "answer-rhythm-sent",
    "review-agreed": "answer-review-agreed",
    "review-closed": "answer-review-closed",
    "review-kept": "answer-review-kept",
    "review-moved": "answer-review-moved",
    "review-on-table": "answer-review-on-table",
    "review-taken-back": "answer-review-taken-back",
    "review-three": "answer-review-three",
    "review-waits": "answer-review-waits",
    "review-yes": "answer-review-yes",
    "trial-begun": "answer-trial-begun",
    "trial-noted": "answer-trial-noted",
    "trial-over": "answer-trial-over",
    "trial-stopped": "answer-trial-stopped",
    "share-gone": "answer-share-gone",
    "trouble": "answer-trouble",
    "unpair-done": "answer-unpair-done",
    "unpair-told": "answer-unpair-told",
}

# Longer than a toast: to be shown as alerts.
ALERTS = {
    "moment-unreachable": "answer-moment-unreachable",
    "not-yours": "answer-not-yours",
    "pair-taken": "answer-pair-taken",
    "pair-third": "answer-pair-third",
    "pause-only-tomorrow": "answer-pause-only-tomorrow",
    "pause-undo-late": "answer-pause-undo-late",
    "rhythm-look": "answer-rhythm-look",
    "rhythm-one-day": "answer-rhythm-one-day",
    "unpair-later": "answer-unpair-later",
    "pause-will": "answer-pause-will",
}


def answer_text(language: str, name: str, params: Mapping[str, Any]) -> str:
    """The answer by its name, in the presser's own language, at most 200 characters.

    `minutes` in `params` is what a text shows as a length. Raises KeyError for an unknown name.
    """
    key = TOASTS.get(name) or ALERTS[name]
    if "length" in texts().needs(key):
        return texts().plain(language, key, length=timedelta(minutes=params["minutes"]))
    return texts().plain(language, key)
