"""A local Bot API server and a page with two phones, so that anyone can try the bot without a token."""

from playground.clock import Clock
from playground.errors import WorldError
from playground.model import Answer, Call, Chat, Keyboard, Message, Person
from playground.server import Playground, start
from playground.world import World, shown

__all__ = [
    "Answer",
    "Call",
    "Chat",
    "Clock",
    "Keyboard",
    "Message",
    "Person",
    "Playground",
    "World",
    "WorldError",
    "shown",
    "start",
]
