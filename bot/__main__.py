"""`python -m bot`."""

import signal
import sys

from bot.cli import main

# Until the bot has handlers of its own, SIGTERM ends it as Ctrl-C does.
signal.signal(signal.SIGTERM, signal.default_int_handler)
sys.exit(main())
