# The quiz, in private. Before the first item; the first words are what a lock screen shows.
quiz-intro =
    A few minutes about you, in this relationship.
    { $all } sentences, about four minutes. It gives you a starting point, no label for life.
    Only you see it, and you can stop at any time.

# One item: where it stands, and what was answered before.
quiz-progress = { $at } of { $all }
quiz-given = You chose { $value } here.

# Stopping, and coming back.
quiz-stopped =
    Good. All of it is kept.
    /quiz brings you back to this very place, { $at } of { $all }, whenever you like.
quiz-resume =
    You stopped at { $at } of { $all }, and all of it is kept.
    Go on from there? Beginning anew lets these answers go.
quiz-again =
    A few weeks have passed.
    If you're curious where you are now, four minutes show you. Only you see it.

# The result: what is strong comes first.
quiz-result = Where you are right now. A starting point, no label.
quiz-strong = What carries you
quiz-strong-anxiety = You feel sure of the two of you, even when it is quiet between you.
quiz-strong-avoidance = Closeness comes easily: you lean on your partner and show what you feel.
quiz-strong-repair = After an argument you know ways back.
quiz-strong-pursue = You can leave a matter open for a while.
quiz-strong-withdraw = You stay when a talk gets difficult.
quiz-strong-attack = Even when you're hurt, you hardly ever say what stings.
quiz-strong-freeze = You stay in touch with yourself when it gets tense.
quiz-strong-none = You took the time to look at yourself. That takes courage, and much can grow from it.

# The map: four regions, and what one tends to do there.
quiz-place = On the map: { $region }
quiz-region-secure = Settled
quiz-region-anxious = Reaching out
quiz-region-avoidant = On your own feet
quiz-region-disorganised = Both at once
quiz-tends-secure = Right now you tend to trust that it holds, and to come close without much thought.
quiz-tends-anxious = Right now you tend to reach out when you're unsure, and to look for a sign that all is well.
quiz-tends-avoidant = Right now you tend to rely on yourself, and to need some room before you come close.
quiz-tends-disorganised = Right now you tend to long for closeness and to guard yourself from it. Both make sense; together they are tiring.
quiz-place-leaning = The border to “{ $other }” is near, so that may fit too.
quiz-place-between = On the map: between its parts
quiz-place-open = Right now your answers fit more than one part. The nearest is “{ $region }”.
quiz-no-place = For the map there were too few answers this time, and that is fine.

quiz-second = Good to know about yourself
quiz-second-anxiety = At times you may feel unsure of the two of you.
quiz-second-avoidance = At times closeness may be a lot for you.
quiz-second-pursue = When it gets tense, you tend to go after it until there is an answer.
quiz-second-withdraw = When it gets tense, you tend to step back or cut it short.
quiz-second-attack = When you're hurt, you tend to say what stings.
quiz-second-freeze = When it gets tense, you tend to freeze or go blank.
quiz-second-repair = The way back after an argument is hard for you right now. It can be practised.
quiz-unsure = Nearly all answers were alike, or they came very fast. So take this lightly; I drew it wider.

# Each scale by itself.
quiz-scales = Each scale, from 1 to 7.
quiz-scale-anxiety = Feeling unsure of the two of you
quiz-scale-avoidance = Needing distance
quiz-scale-pursue = Going after it
quiz-scale-withdraw = Stepping back
quiz-scale-attack = Saying what stings
quiz-scale-freeze = Freezing
quiz-scale-repair = Finding the way back
quiz-scale-missing = Too few answers this time, and that is fine.
quiz-band-anxiety-low = Right now you tend to feel sure of the two of you.
quiz-band-anxiety-middle = Right now you feel sure at some times and unsure at others.
quiz-band-anxiety-high = Right now you tend to worry about the two of you.
quiz-band-avoidance-low = Right now closeness tends to come easily.
quiz-band-avoidance-middle = Right now closeness comes easily at some times and is a lot at others.
quiz-band-avoidance-high = Right now you tend to feel safer with some distance.
quiz-band = About { $value }, somewhere between { $low } and { $high }.
quiz-stress = When it gets tense
quiz-rarely = hardly ever
quiz-sometimes = now and then
quiz-often = often
quiz-scales-no-norms = You are compared with nobody here: 4 is the middle of the scale, not of people.

# Two attempts.
quiz-then = Then ({ $then }) and now ({ $now }).
quiz-change = From { $then } to { $now }.
quiz-change-anxiety-less = That is more than chance: you feel surer of the two of you than then.
quiz-change-anxiety-more = That is more than chance: you feel less sure of the two of you than then. It can turn again.
quiz-change-avoidance-less = That is more than chance: closeness comes more easily than then.
quiz-change-avoidance-more = That is more than chance: you need more room than then. It can turn again.
quiz-change-chance = No more than chance would do, so I can't tell whether anything changed.
quiz-change-missing = Too few answers in one of the two to compare them.
quiz-then-careful = Sleep, an argument, a good week: a lot can move such numbers.

# Letting it go.
quiz-delete =
    All your answers to the quiz go, and all that was made of them.
    Nobody is told. Let them go?
quiz-gone = They are gone, and nobody was told.

# Buttons.
button-quiz = Quiz
button-quiz-begin = Begin
button-quiz-go = Go on
button-quiz-anew = Begin anew
button-quiz-more = Once more
button-quiz-stop = Stop here
button-quiz-result = My result
button-quiz-scales = Each scale
button-quiz-then = Then & now
button-quiz-delete = Delete
button-quiz-forget = Delete all
button-quiz-keep = Keep

# Answers to a press.
answer-quiz-here = Here is where you are now.
