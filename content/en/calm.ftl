# Calm me: always in private, one thing at a time. The first words are what a lock screen shows.
# For the one who waits, for the one who called, and without a running pause.
calm-home-waiting =
    A quiet moment.
    This is about a racing body, not about you. Nothing to do until { $time }.
    Walk, water, music. Writing now would make it longer. I'll call you.
calm-home-caller =
    A quiet moment.
    This pause is yours. Nothing to prepare; no need to go over who was right.
    Let the body slow down first. I'll call you at { $time }.
calm-home =
    A quiet moment, just for you.
    Nobody is told. The body first; words come later.

# The words under the breathing circle.
calm-breathe =
    Breathe with the circle.
    It grows: in, four seconds. It shrinks: out, six. Ten rounds, or as many as feel good.

# The body scan: ten taps, or all at once.
calm-scan-1 = Feet. Feel where they touch the floor.
calm-scan-2 = Lower legs. Let them be heavy.
calm-scan-3 = Knees and thighs. Something holds them; let it.
calm-scan-4 = Belly. It moves by itself.
calm-scan-5 = Hands. Open them, palms up.
calm-scan-6 = Arms. Let the weight run out of them.
calm-scan-7 = Shoulders. Up to your ears once, then drop them.
calm-scan-8 = Neck and throat. Swallow once, slowly.
calm-scan-9 = Jaw. Teeth apart, tongue loose.
calm-scan-10 = Eyes and forehead. Soft. Look at the farthest thing you can see.
calm-scan-all =
    Ten quiet minutes.
    About one for each line. Read them, then put the phone down.

# What helps: one's own list.
calm-list = Your list. Only you can read it.
calm-list-empty =
    Your list is empty.
    What settles you: a song, a place, a cup of something? Only you can read it.
calm-list-remove = Your list. Tap the number of what can go.
calm-add =
    For your list.
    Write me one thing that helps, in a few words. Only you can read it.
calm-too-long =
    For your list.
    That is a little long, two hundred characters at most. A shorter way to say it?
calm-full = Your list holds twelve things. Take one off first.

# Ideas, and what to leave alone.
calm-walk = Walk. Ten minutes, without the phone, a little slower than usual. Count what is green.
calm-water = Water. Cold over your wrists, or a glass in small sips. Feel it go down.
calm-music = Music. A song you know by heart, not a sad one. Hum along: it makes the breath longer.
calm-leave =
    Leave these for later:
    • going over whose fault it is
    • collecting proof, old messages
    • writing long messages
    They keep the heart racing. When one comes up, notice it, then back to your feet.

# How is the body now? One answer, one suggestion.
calm-state =
    How is the body right now?
    One tap. Nothing is kept.
calm-state-racing =
    That is the alarm, and alarms are loud.
    Say quietly: “I notice my alarm going off.” Then let each breath out be longer than the breath in.
calm-state-far =
    Going numb is how a body saves power.
    Feet firm on the floor. Name five things you see. Hold something warm.
calm-state-settled =
    Good. Stay with that a little.
    Words come more easily from here.

# Buttons.
button-breathe = Breathe
button-scan = Body scan
button-helps = What helps
button-next = Next
button-stop = Stop
button-done = Done
button-all-ten = All ten
button-walk = Walk
button-water = Water
button-music = Music
button-body-now = Right now?
button-racing = Racing
button-far = Far away
button-settled = Calmer
button-leave-be = Leave be
button-add = Add
button-remove = Remove
button-number = { $number }

# Answers to a press.
answer-calm-sent = It's in our private chat.
answer-calm-full = Your list holds twelve things.
answer-calm-gone = It's off your list.
