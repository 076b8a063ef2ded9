# The running pause. `$commitment` 1: the first return time; more: it was changed. `$called`: how many of
# the two the bot can call. `.short` is for a chat with two languages.
pause-panel =
    ✋ <b>{ $commitment ->
        [1] Back at { $time }.
       *[other] Coming back at { $time }.
    }</b>
    { $name } needs a pause. Nobody is leaving.
    Phones down. Nothing to answer, explain or fix right now. { $called ->
        [1] I'll call you.
       *[other] I'll call you both.
    }
    .short =
        ✋ <b>{ $commitment ->
            [1] Back at { $time }.
           *[other] Coming back at { $time }.
        }</b>
        { $name } needs a pause. Nobody is leaving.
        Nothing to answer or explain. { $called ->
            [1] I'll call you.
           *[other] I'll call you both.
        }
pause-panel-both =
    ✋ <b>{ $commitment ->
        [1] Back at { $time }.
       *[other] Coming back at { $time }.
    }</b>
    You both need a pause. Nobody is leaving.
    Phones down. Nothing to answer, explain or fix right now. { $called ->
        [1] I'll call you.
       *[other] I'll call you both.
    }
    .short =
        ✋ <b>{ $commitment ->
            [1] Back at { $time }.
           *[other] Coming back at { $time }.
        }</b>
        You both need a pause. Nobody is leaving.
        Nothing to answer or explain. { $called ->
            [1] I'll call you.
           *[other] I'll call you both.
        }
# To the one who called, in private.
pause-panel-own =
    ✋ <b>{ $commitment ->
        [1] Back at { $time }.
       *[other] Coming back at { $time }.
    }</b>
    This is your pause. Nobody is leaving.
    Phone down. Nothing to answer, explain or fix right now. { $called ->
        [1] I'll call you.
       *[other] I'll call you both.
    }
pause-panel-alone =
    ✋ <b>{ $commitment ->
        [1] Back at { $time }.
       *[other] Coming back at { $time }.
    }</b>
    A pause, just for you.
    Phone down. Walk, drink some water, breathe out slowly. I'll call you.
pause-panel-crowd =
    ✋ A pause. <b>{ $commitment ->
        [1] Back at { $time }.
       *[other] Coming back at { $time }.
    }</b>

# Five minutes before.
pause-nearly =
    Nearly time: <b>{ $time }</b>. One long breath out.
    Need longer? Saying so now keeps your word too.

# The return time.
pause-return =
    <b>It's { $time }</b>, { $first } and { $second }.
    Begin softly: “I'm here.” One speaks for two minutes, one listens, then swap.
    Not ready? Pick another time.
    .short =
        <b>It's { $time }</b>, { $first } and { $second }.
        Begin softly: “I'm here.” Two minutes each.
        Not ready? Pick another time.
pause-return-alone =
    <b>It's { $time }</b>, { $name }.
    The pause ends here. One long breath out, then come as you are.
    Not ready? Pick another time.
pause-return-crowd = <b>It's { $time }.</b> The pause ends here. Not ready? Pick another time.

# The return time passed while the bot or Telegram was out.
pause-outage =
    I was offline at { $time }. I'm sorry.
    <b>It's { $now } now.</b> Carry on, or pick a time?

# Half an hour later, to both alike.
pause-open =
    This talk can wait. Nothing is broken.
    Pick a new time, or let today rest. If nobody picks, I'll close it quietly.
pause-open-alone =
    This can wait. Nothing is broken.
    Pick a new time, or let today rest. If you don't, I'll close it quietly.

# From a day after the start on, when no new time is offered any more.
pause-nearly-last = Nearly time: <b>{ $time }</b>. One long breath out.
pause-return-last =
    <b>It's { $time }.</b>
    Begin softly: “I'm here.” Two minutes each. Or let it rest for today.
pause-outage-last =
    I was offline at { $time }. I'm sorry.
    <b>It's { $now } now.</b> Carry on, or let it rest?
pause-open-last =
    This talk can wait. Nothing is broken.
    Talk, or let today rest. If nobody picks, I'll close it quietly.
pause-one-here-last = { $name } is here. Come as you are, or let it rest.
pause-nudge-last =
    A quiet note.
    Coming back can be hard. No reason needed. Come as you are, or let it rest.

# How it ended.
pause-back =
    <b>You're both here.</b> That was the hard part.
    Try: “I'm here.” “We're all right.” “Slowly.” Two minutes each. Nothing has to be solved today.
    .short =
        <b>You're both here.</b> That was the hard part.
        Two minutes each, slowly. Nothing has to be solved today.
pause-back-early =
    <b>You're both here.</b>
    Many bodies need twenty minutes to settle, so go slowly: two minutes each. If it heats up, tap ✋.
    .short =
        <b>You're both here.</b>
        Bodies often need twenty minutes to settle, so go slowly. If it heats up, tap ✋.
pause-back-alone = <b>You're here.</b> That was the hard part. Go gently.
pause-back-alone-early =
    <b>You're here.</b>
    Many bodies need twenty minutes to settle, so go gently. If it heats up, tap ✋.
pause-talking = You're talking. That's what the pause was for. Go gently.
pause-rested = Today rests. Nothing is lost. Talk when you both feel like it.
pause-rested-alone = Today rests. Nothing is lost.
pause-faded = I've closed this pause quietly. Nothing is lost. ✋ is here whenever you need it.
pause-undone = { $name } tapped by mistake. No pause.
pause-undone-alone = Tapped by mistake. No pause.
pause-replaced = A new pause has begun.
pause-over-crowd = The pause is over.

# The personal menu of times.
pause-times = Pick a time. Only the time is passed on.
pause-times-alone = Pick a time.
pause-times-today = Later today, by your clock:
pause-times-tomorrow = Tomorrow, by your clock:
pause-times-late = Today has no good hour left. Tomorrow may be kinder.
pause-times-full = A day is the longest a pause can be.

# To the one who called, when the other cannot be reached. `$sentence` is pause-copy.
pause-unreachable = I can't reach { $name }. Please pass this on: “{ $sentence }”
pause-pass-on = This pause is yours. Should somebody know? Pass this on: “{ $sentence }”
pause-copy = I need a break. I'm not leaving. Back in { $length }.

# To whoever called several pauses within an hour, alone.
pause-often =
    A quiet word, for you alone.
    Today seems a lot. Take as many pauses as you need. Perhaps it wants rest more than words now.

# One has come back; ten minutes later, to each of the two.
pause-one-here = { $name } is here. Come as you are, or pick a time that suits you.
pause-nudge =
    A quiet note.
    Coming back can be hard. No reason needed. Come as you are, or pick a time. Only the time is shared.
pause-quiet =
    A quiet note.
    Nothing from { $name } yet; that says nothing about you two. I've asked quietly. I'll write by { $time }, either way.
pause-quiet-unasked =
    A quiet note.
    Nothing from { $name } yet; that says nothing about you two. I'll write by { $time }, either way.

# Called while a pause runs.
pause-offer-longer = <b>Back at { $time }</b>, as planned. Would { $length } from now be better?
pause-same = <b>Back at { $time }</b>, as it was. Nothing more to do.

# Called, but no pause yet.
pause-offline-ask = You tapped ✋ at { $time }, while I was offline. Pause now, for { $length }?
pause-in-length = In { $length }, right?
pause-past = That time has passed for you today. Twenty minutes now, or tomorrow?
pause-too-short = Twenty minutes is the shortest pause: many bodies need that long to settle. Take twenty?
pause-too-long = A day is the longest pause; beyond that it can feel like leaving. Begin with twenty minutes?
pause-not-understood = I didn't catch how long. For example: 45 min, or 1h. Or just tap:
pause-maybe = ✋ Would you like a pause?

# Buttons.
button-change-time = Change time
    .short = Time
button-undo = Undo
button-coming = I'll come
    .short = Coming
button-more-time = More time
    .short = Longer
button-here = I'm here
    .short = Here
button-here-already = Here already
button-talking = We're talking
    .short = Talking
button-new-time = New time
    .short = Time
button-rest = Rest today
    .short = Rest
button-rest-too = Rest too
button-longer = Longer…
button-plus = +{ $minutes } min
button-back = Back
button-tonight = Not tonight
    .short = Tomorrow
button-tomorrow = Tomorrow
button-today = Later today
button-at = { $clock }
button-copy = Copy
button-pause-now = Pause now
    .short = Pause
button-not-now = No

# Answers to a press.
answer-pause-started = Pause. { $length }.
answer-pause-running = Already paused. { $length } left.
answer-pause-joined = Both of you. { $length } left.
answer-pause-undone = Your ✋ is taken back.
answer-pause-undo-late = Undo works for two minutes only. If you're ready sooner, “Change time” has a button for being here already.
answer-pause-will = Good. I don't write that down or pass it on. Coming is all it takes.
answer-pause-here = You're here. Good.
answer-pause-here-early = Kept for you until the time.
answer-pause-times-sent = The choices are in our private chat.
answer-pause-extended = New time: in { $length }.
answer-pause-time-changed = The time changed. { $length } left.
answer-pause-talking = Good. Go gently.
answer-pause-rested = Today rests. Nothing is lost.
answer-pause-over = This pause is over.
answer-pause-not-yet = That comes after the return time.
answer-pause-only-tomorrow = From here on only a time tomorrow helps. A night in between is kind to you both.
answer-pause-limit = A day is the longest pause.
