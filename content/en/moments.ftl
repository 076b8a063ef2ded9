# Near misses and wins, in private. The first words are what a lock screen shows.
moment-near =
    Kept.
    It nearly tipped over, and you caught it. That is the very thing you two are practising.
    It counts for you both, with no name.
moment-near-alone =
    Kept.
    It nearly tipped over, and you caught it. That is worth a breath and a smile.
moment-win =
    Kept.
    Something went well, and you saw it. Let it sink in for one slow breath.
    It counts for you both, with no name.
moment-win-alone =
    Kept.
    Something went well, and you saw it. Let it sink in for one slow breath.
moment-line = Your line: “{ $line }”
moment-preview = Would you like { $name } to know? I'd say exactly: “{ $sentence }”
moment-told = { $name } has been told.
# What the partner is told.
moment-tell = A good moment, from { $name }: something went well for you two.
moment-tell-line = A good moment, from { $name }: { $line }
moment-ask =
    One line, if you like.
    Only you can read it.
moment-ask-win =
    One line, if you like.
    Only you can read it, unless you tap Tell.
moment-too-long =
    That is a little long, three hundred characters at most.
    A shorter way to say it?
moment-own =
    Your moments.
    Only you see this page.
moment-own-none =
    Your moments.
    None yet. A quarrel caught early, or something that went well: one tap keeps it.
moment-entry-near = Near miss, { $date }
moment-entry-win = Win, { $date }

# Buttons.
button-near = Near miss
    .short = Caught
button-win = A win
    .short = Win
button-moment-line = Add line
button-moment-change = Change it
button-moment-tell = Tell { $name }
button-moment-own = My moments

# Answers to a press.
answer-moment-near = Caught in time. Kept, without a name.
answer-moment-win = A win. Kept, without a name.
answer-moment-undone = Taken back.
answer-moment-told = I'm passing it on.
answer-moment-waits = The pause first. Your win keeps.
answer-moment-unreachable = I can't reach your partner right now. The win is kept.
