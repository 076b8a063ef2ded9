# The couple panel: text and one ✋.
couple-panel =
    { $first } and { $second }, here is your ✋.
    When a talk gets too much, either of you taps it. You both pause, and I call you back on time.
    .short = { $first } and { $second }, here is your ✋. Either of you taps it, both pause, and I call you back.
couple-panel-private =
    You and { $name } have a ✋.
    When a talk gets too much, tap it. You both pause, and I call you back on time.
couple-panel-crowd = One tap on ✋: a pause, and a time to come back.
couple-keyboard = Your ✋ is always down here.

# Leaving.
couple-unpair-ask =
    End your pairing here?
    It ends at once. Your partner learns of it when they next use me, unless you choose to tell now.
couple-unpaired =
    Done. You're no longer paired here.
    Your partner learns of it when they next use me, or now if you like.
    What you two shared stands still, and goes in 30 days (/export). What you kept private stays yours.
couple-told =
    A quiet note.
    Your pairing here has ended. That's all I know. Be kind to yourself. /start is here whenever you like.
    What you two shared stands still and goes 30 days after the end; /export is a copy.
couple-frozen = That belongs to a pairing that has ended. It stays as it was; nothing was changed.
couple-kept = All stays as it is.

# Buttons.
button-unpair = Unpair
button-keep = Keep
button-tell = Tell now

# Answers to a press.
answer-unpair-done = Done.
answer-unpair-told = I'm telling them now.
answer-unpair-later = I can't reach your partner right now. I'll say it when they next use me.
