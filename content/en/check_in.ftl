# The panel: one prompt for the two. The first words are what a lock screen shows.
check-in-panel = Two minutes for the two of you.
check-in-hint =
    How is your inner weather? Tap one. Words go to our private chat.
    Nothing is shown until both of you have given yours.
    .short = Tap your inner weather; words go to private. Nothing is shown until both gave theirs.
check-in-both-moods = How you both are.
check-in-both-words = You both answered.
# Somebody answered in the shared chat for the first time.
check-in-openly =
    That counts, and here you can both read it at once.
    To keep it hidden until both have answered, tap Answer.
    .short = That counts, and both can read it at once. Tap Answer to keep it hidden until both have answered.

# The private page of one of the two.
check-in-own = A question for the two of you.
check-in-asked =
    Write it here, or send a voice message, a photo or a sticker.
    When both of you have answered, both see it.
check-in-asked-mine =
    Write it here, or send a voice message, a photo or a sticker.
    Only you will see it.
check-in-no-hurry = No hurry, and no must. If you like, a tap or a few words.
check-in-gave = You gave: { $given }
check-in-anew = Send it anew, and it takes this one's place.
check-in-hidden = Shown once both of you gave yours. Until then you can change it.
check-in-mine = Only you can see this.
check-in-mine-rest = What is shown stays shown. The rest only you can see.
check-in-mine-later = From now on, what you give here only you can see.
check-in-skipped = Skipped, and that is fine. If you change your mind, a tap or a few words will do.
check-in-skipped-rest = Skipped, and that is fine. What is not shown yet stays with you.
check-in-skipped-kept = Skipped, and that is fine. What you gave stays with you.
check-in-mood-seen = Your weather is shown to you both. Words are welcome too.
check-in-in-the-open = Your words stand in your chat. Once both of you gave theirs, they are shown together.
check-in-seen = You can both see it now.
check-in-words-seen = You can both see the words now. Your weather is shown once both of you gave yours.
check-in-gone-by = This question has gone by.

# What may come of an answer.
check-in-too-long =
    That is more than fits here.
    About fifteen hundred characters do. Could you send a shorter one? Your words are right above, to copy.
check-in-fixed = Both answers are shown already, so they stay as they are.
check-in-over = That question has gone by. What you gave to it is kept for you.
check-in-kept-late = The next question is here already. What you wrote is kept for you alone.
check-in-other-kind = Words, a voice message, a photo or a sticker work here. This one I did not keep.

# A low mood: one question about the body, one suggestion.
check-in-low =
    A moment for you.
    That sounds like a heavy day. How is your body?
    💓 tense and fast, ready to argue or run
    🌫️ flat, empty, far away
    🍃 calm, and close to others

# A person's own answers.
check-in-day = { $day }
check-in-no-history = Nothing here yet. What you answer is kept here, for you alone.

# Buttons.
button-answer = Answer
    .short = Answer
button-change = Change
button-skip = Skip
    .short = Skip
button-only-me = Only me
button-share-after-all = Share it
button-answers = My answers
button-play = Show it
button-to-today = Today's

# Answers to a press.
answer-check-in-mood = Kept. Shown once both gave theirs.
answer-check-in-mood-mine = Kept, for you alone.
answer-check-in-mine = Only you will see it.
answer-check-in-mine-rest = From now on, only you will see it.
answer-check-in-shared = Shown once both gave theirs.
answer-check-in-skipped = That's fine. Another day.
answer-check-in-shown = It's shown already, and stays so.
answer-check-in-over = That question has gone by.
