"""How a command ends, and what it says when it cannot go on.

Exit codes: 0 done or stopped on request, 1 a check failed or the program is at fault, 2 the start was
refused.
"""

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_REFUSED = 2


class StartRefused(Exception):
    """The bot cannot start, for a reason its operator can mend.

    `sentence` says what is wrong and what to do; it is all that is shown, and holds no secret.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
