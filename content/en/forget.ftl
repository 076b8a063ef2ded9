# /forget.
forget-ask =
    Shall I forget you?
    All of yours goes, at once and for good: name, settings, list, what you wrote, tapped or shared. A pairing ends; I call you back from no pause.
    Messages with your words from the last 48 hours go too, with any copy I sent: save that first. Older ones stay in Telegram, and copies in backups of whoever runs me.
forget-done =
    Done. I don't know you any more.
    Older messages are still in this chat: you can delete it in Telegram. /start begins from nothing. Take good care.

# Buttons.
button-forget = Forget me

# Answers to a press.
answer-forget-done = Forgotten.
