"""The acts by which one partner lets the other learn something. By nothing else may the other learn anything.

A pattern of callback data, and what makes it a shared act. The test reads this table; so does whoever asks.
"""

SHARED_ACTS: dict[str, str] = {
    r"pause:(new|late:\d+|for:\d+|until:\d+|clock(:\d+){4})$": "✋, with whatever length",
    r"pause:\d+:undo$": "Undo",
    r"pause:\d+:\d+:(plus|in|at):\d+$": "a change of time",
    r"pause:\d+:here$": "I'm here, shown from the return time on",
    r"pause:\d+:talking$": "We're talking",
    r"pause:\d+:rest$": "Let it rest",
    r"(pair|invite|invited):\d+:(join|yes|no)$": "becoming a couple, which takes both",
    r"rhythm:\d+:yes:": "an accepted proposal",
    r"checkin:\d+:(mood:\d|share)$": "a reveal at its moment",
    r"review:begin$": "a review, which is the two's",
    r"review:\d+:(next|propose|yes)": "a step of a review, a proposal, an agreement",
    r"given:\d+:show$": "what was shown on purpose",
    r"moment:\d+:tell$": "a win told on purpose",
    r"unpair:\d+:tell$": "told on purpose",
    r"share:\d+:(yes|back)": "what was shared on purpose, and taken back",
    # Said with times and without a name: whoever changes them is not told, only that they changed.
    r"rhythm:\d+:(no|wake)$": "whether the two are asked at all",
    r"rhythm:\d+:(check-in|review|day|weekday|clock|distance|break|back)": "the two's own times",
    # Telegram shows a keyboard to one of a group only by a message that mentions them. Its page says so.
    r"settings:set:keyboard:": "one's own ✋ keyboard in the chat of the two, by a line there",
}
# Commands that call a pause, or bring what is the two's.
SHARED_COMMANDS = frozenset({"pause", "p", "review", "start"})
# Nobody sees it in that moment; the week that both see at the next review counts it, without a name.
COUNTED_COMMANDS = frozenset({"nearmiss", "win"})
