"""Rules for what comes in, what is due, what goes out, and what belongs to nobody."""

from storage.privacy.rule import Rule, Whose

INBOX = Rule(
    why="an update is handled exactly once, though the bot be killed",
    kept="the payload until its turn is over, also where that failed for good; the rest for 48 hours",
    whose=Whose.NOBODY,
    on_forget="nothing: what waits has its turn and is emptied",
    columns={
        "seq": "the order of arrival",
        "key": "Telegram's number of the update, or a random one",
        "kind": "message, press, or which event of the program's own",
        "payload": "the update or event itself",
        "state": "waiting, done, dead",
        "attempts": "how often its turn failed",
        "received_at": "when it came",
    },
)
OUTBOX = Rule(
    why="what is said survives a crash until Telegram took it",
    kept="until delivered or no longer true",
    whose=Whose.NOBODY,
    on_forget="what was to be said to this person, or held a file of theirs, goes",
    columns={
        "id": "a random number",
        "seq": "the order",
        "lane": "how urgent it is",
        "address": "to which person, couple, group or chat",
        "kind": "panel, screen, call, or what is taken back",
        "name": "which one",
        "params": "what it needs besides",
        "anew": "whether as a new message",
        "ring": "whether with sound",
        "created_at": "when it was written",
        "expires_at": "until when it is worth saying",
        "not_before": "when it is tried again",
        "attempts": "how often it was tried",
    },
)
SENT = Rule(
    why="messages that hold somebody's words can be deleted, and buttons pressed twice are noticed",
    kept="48 hours",
    whose=Whose.NOBODY,
    on_forget="the messages are deleted in Telegram, and the rows go",
    columns={
        "id": "a random number",
        "chat_id": "Telegram's number of the chat",
        "message_id": "and of the message",
        "panel_key": "which screen it shows",
        "person_id": "whose words it holds: a row for each person",
        "sent_at": "when it was sent",
    },
)
PANELS = Rule(
    why="a message is changed in place instead of a new one being sent",
    kept="until another message takes its place or its chat is forgotten; those of a check-in, a pause or a "
    "review some thirty days",
    whose=Whose.NOBODY,
    on_forget="those in the person's private chat go, and those whose message is deleted",
    columns={
        "key": "which panel",
        "chat_id": "Telegram's number of the chat",
        "message_id": "and of the message",
        "screen": "which screen it shows, and of which promise",
        "digest": "a hash of what it shows",
        "sent_at": "when it was sent",
        "edited_at": "when it was last changed",
    },
)
TIMERS = Rule(
    why="a promise survives a restart",
    kept="until it is due",
    whose=Whose.NOBODY,
    on_forget="those of the person's own pauses go; one remains until a long erasure is done",
    columns={
        "key": "what is promised",
        "kind": "of which kind",
        "subject_id": "about which row",
        "lane": "how urgent it is",
        "due_at": "when",
        "attempts": "how often it failed",
    },
)
GROUPS = Rule(
    why="where a couple is reached, and whether they are alone there",
    kept="as long as the installation",
    whose=Whose.NOBODY,
    columns={
        "id": "a random number",
        "chat_id": "Telegram's number of the group; its title is never kept",
        "present": "whether the bot is in it",
        "member_count": "how many are in it",
        "added_at": "when the bot came",
    },
)
MEDIA = Rule(
    why="the bot's own moving pictures are uploaded once",
    kept="as long as the installation",
    whose=Whose.NOBODY,
    columns={
        "name": "which one",
        "digest": "which version of it",
        "file_id": "Telegram's name for it",
    },
)
INSTALLATION = Rule(
    why="two bots never share a database",
    kept="as long as the installation",
    whose=Whose.NOBODY,
    columns={"id": "always 1", "bot_id": "Telegram's number of the bot"},
)
SEAL = Rule(
    why="keys that belong to another database are noticed before anything is sealed with them",
    kept="as long as the installation",
    whose=Whose.NOBODY,
    columns={"id": "always 1", "mark": "a text of the program's own, sealed"},
)
LEASE = Rule(
    why="of several replicas one works",
    kept="as long as the installation",
    whose=Whose.NOBODY,
    columns={
        "id": "always 1",
        "holder": "which machine and process works",
        "epoch": "how often that changed",
        "until": "until when it holds",
    },
)
