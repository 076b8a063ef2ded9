# The couple's cycle, for two who both share how it goes for them under stress. Never who is right.
command-together = The round you two know, drawn
together-needs =
    <b>Together needs both of you.</b>
    Once each of you shares with the other how it goes under stress, I can draw the round you two know.
together-title = The round you two know
together-start = It often starts with
together-sentence = The round is the problem. Neither of you is.
together-stops = Three places to stop it
together-heading = <b>{ $title }</b>
together-begins = { $label }: { $text }.
together-tends = <b>{ $name }</b> { $move }: { $words }.
together-tends-besides = <b>{ $name }</b> { $move }: { $words }. Just as likely: { $besides }.
together-stop = { $number }. { $text }

# What each tends to do.
together-move-pursue = tends to go after it
together-move-withdraw = tends to step back
together-move-attack = tends to get sharp
together-move-freeze = tends to freeze
together-move-steady = has no strong habit here
together-words-pursue = asks, asks more, wants it settled now
together-words-withdraw = goes quiet, needs air, leaves the room
together-words-attack = the alarm is loud, and so are the words
together-words-freeze = the words are gone, the body stands still
together-words-steady = a bit of this, a bit of that
together-besides-pursue = going after it
together-besides-withdraw = stepping back
together-besides-attack = getting sharp
together-besides-freeze = freezing

# How the two answer each other.
together-chase = The more one of you reaches, the more air the other needs. The more air one takes, the more the other reaches. The round has no first.
together-clash = You both go forward. Each of you feels pushed and pushes back, and nobody gets to listen.
together-silence = You both go quiet to keep the peace. Each leaves the first word to the other, and what matters stays unsaid.
together-one = One move is easier to see here than the other. Both belong to the round: each answers the other.
together-calm = No habit stands out when it gets tense. That is good ground, and a good time to agree on what you do when it does get loud.

# Where it starts.
together-start-chase = a moment when one reaches out and the other needs a breath
together-start-clash = a sting that both of you answer at once
together-start-silence = something small that neither of you says
together-start-one = a tense moment, and an old habit that is faster
together-start-calm = a long day that leaves little for each other

# Where it can be stopped: at the start, then one for each of the two moves; `-b` where both have the same.
together-stop-chase = Right then: say in one sentence what you need.
together-stop-clash = Right then: three breaths before you answer.
together-stop-silence = Right then: say the small thing the same day.
together-stop-one = Right then: one of you says “it is getting tense”.
together-stop-calm = Right then: say early that it is a lot today.
together-stop-pursue = Before the next question: “I'm scared right now.”
together-stop-pursue-b = One question, then five quiet minutes.
together-stop-withdraw = Before leaving: “I need a break. I'm coming back.”
together-stop-withdraw-b = Say when you will be back, to the minute.
together-stop-attack = Before the hard word: “This hurts me.”
together-stop-attack-b = Softer: “Let me say that another way.”
together-stop-freeze = A raised hand: “I'm here, I have no words yet.”
together-stop-freeze-b = Feet on the floor, one slow breath, one word.
together-stop-steady = Whoever is calmer offers a pause.
together-stop-steady-b = One kind sentence before anything is solved.

# Suggestions for an agreement: one for the round, one for each move.
together-ideas =
    <b>Three things you two could agree on</b>
    Take one, change it until it is yours, or leave all three.
together-idea-chase = Whenever one of us needs a break, we name the time when we talk on.
together-idea-clash = When it gets loud, whoever notices first taps ✋, and the other says okay.
together-idea-silence = Each evening, each of us says one thing that went unsaid.
together-idea-one = When one of us says “here it comes”, we both slow down.
together-idea-calm = When a day was too much, we say so before we talk about anything else.
together-idea-pursue = An open question gets a time when we talk about it.
together-idea-pursue-b = Five quiet minutes before either of us sends a second message.
together-idea-withdraw = Whoever leaves the room says first: I'm coming back.
together-idea-withdraw-b = After a break, whoever took it begins the talk.
together-idea-attack = We say what hurts, not what the other is like.
together-idea-attack-b = Either of us may say “let me try that once more”.
together-idea-freeze = A hand on the heart means: I'm here, I have no words yet.
together-idea-freeze-b = When words are gone, we write them down and read them later.
together-idea-steady = Ten minutes each week for what went well between us.
together-idea-steady-b = After a hard talk, one kind thing before sleep.

button-together-see = Together
button-ideas = Ideas
button-cycle = Picture
