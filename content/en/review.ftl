# The weekly review. Each step has a text, suggestions to tap, and own words in private.
# `.short` is for a chat with two languages. `$agreement` is what they agreed on, in their words.
review-helped =
    <b>Did it help?</b> Last time you agreed: “{ $agreement }”.
    Tap what fits, or write in private. Once one of you taps Next, you see what you both gave.
    .short =
        <b>Did it help?</b> “{ $agreement }”
        Hidden until one of you taps Next.
review-appreciation =
    <b>First, appreciation.</b> What did you like about each other this week?
    Tap what fits, or write in private. Once one of you taps Next, you see what you both gave.
    .short =
        <b>First, appreciation.</b> What did you like about each other?
        Hidden until one of you taps Next.
review-works = <b>What works</b> between you two right now? That is worth keeping.
review-adjust = <b>What would make next week easier?</b> One small thing is plenty.
review-near =
    <b>Near misses.</b> It nearly tipped over, and you caught it. Good news, each time.
    What helped?
review-celebrate = <b>Celebrate.</b> What will you two treat yourselves to? Small counts.
review-agreement =
    <b>One small agreement</b> for next week, something you can see.
    Propose one, or finish without. Proposals carry no name.
review-table =
    <b>Proposed for next week:</b>
    { $list }
    It holds once both of you tap yes. One yes alone is shown to nobody.
    .short =
        <b>Proposed:</b>
        { $list }
        It holds once both tap yes. One yes stays hidden.
review-agreed =
    <b>Agreed for next week:</b> { $agreement }.
    Thank you, both of you. Next time I'll ask whether it helped.
    .short =
        <b>Agreed:</b> { $agreement }.
        Thank you, both of you.
review-done =
    That was your review. Thank you, both of you.
    No agreement is fine too.
review-faded = This review is closed. What wasn't shown stays with whoever wrote it.

# What both gave, after a step. `$given`: what one of them tapped and wrote.
review-line = { $name }: { $given }
review-given-helped = <b>Did it help?</b>
review-given-appreciation = <b>Appreciation</b>
review-given-works = <b>What works</b>
review-given-adjust = <b>What would make it easier</b>
review-given-near = <b>What helped when it nearly tipped</b>
review-given-celebrate = <b>To celebrate</b>

# Suggested agreements, in full.
review-agree-phones = phones face down at dinner
review-agree-stroll = one walk together, twenty minutes
review-agree-goodnight = a goodnight before the light goes out
review-agree-breakfast = one slow breakfast together

# In private.
review-ask =
    Write it here, for you two.
    { $name } sees it if you both gave something, once one of you taps Next.
review-ask-agreement =
    Write your proposal here.
    One small thing one can see. It goes to you both at once, without a name.
review-too-long =
    That is a little long, three hundred characters at most.
    A shorter way to say it?
review-kept =
    Kept.
    { $name } sees it if you both gave something, once one of you taps Next.
review-one-sided =
    A quiet note.
    { $step }: this is with you alone.
    { $given }
    Show it to { $name }, or keep it. Both are fine.
review-shown =
    Shown to you both:
    { $given }
review-private = It stays with you. You find it in your past reviews.
review-proposed = It's proposed, without a name.
review-three = Three proposals are there. That is plenty to choose from.
review-moved = You two have gone on from that step.
review-over = That review belongs to an earlier pairing. I kept nothing of what you wrote just now.
review-waits = The pause comes first. Your review keeps; come back to it later.
review-waits-words = The pause comes first. Your words are right above: send them again when you are both back.
review-where = Your review is in your shared chat.
review-past =
    Your review of { $date }.
    Only you read this page.
review-past-agreement = Agreed: { $agreement }
review-past-own = Only yours: { $given }
review-past-empty = Nothing was shown in this one.
review-past-none =
    No past reviews yet.
    The first one appears here once it is over.

# Buttons: suggestions.
button-chip-yes = It helped
    .short = Helped
button-chip-somewhat = A little
    .short = Somewhat
button-chip-rarely = Not really
    .short = Hardly
button-chip-listening = Listening
    .short = Listening
button-chip-patience = Patience
button-chip-laughing = Laughing
    .short = Laughing
button-chip-helping = Helping
    .short = Helping
button-chip-talking = Talking
button-chip-closeness = Closeness
button-chip-pausing = Breathers
    .short = Breathers
button-chip-everyday = Daily life
    .short = Daily
button-chip-gentler = Softer start
    .short = Softer
button-chip-time = Time together
    .short = Time
button-chip-sleep = More rest
    .short = Rest
button-chip-planning = Clearer plans
    .short = Plans
button-chip-slower = Slowing down
    .short = Slower
button-chip-pause = A breather
    .short = Breather
button-chip-humour = A laugh
    .short = Laugh
button-chip-kindness = Kind words
    .short = Kindness
button-chip-hug = A hug
    .short = Hug
button-chip-walk = A walk
    .short = Walk
button-chip-meal = Good food
    .short = Food
button-chip-evening = Quiet evening
    .short = Evening
button-chip-phones = Phones down
    .short = Phones
button-chip-stroll = A walk
    .short = Walk
button-chip-goodnight = Goodnight
    .short = Goodnight
button-chip-breakfast = Breakfast
    .short = Breakfast

# Buttons.
button-review-words = In words
    .short = Words
button-review-own = Own words
    .short = Words
button-review-back = Take back
    .short = Undo
button-review-next = Next
button-review-finish = Finish
button-review-yes = Yes, { $number }
button-review-show = Show
button-review-keep = Keep
button-not-writing = Not now
button-review-past = Past reviews
    .short = Past
button-review-begin = Our review
    .short = Review
button-review-newer = Newer
button-review-older = Older

# Answers to a press.
answer-review-kept = Kept, hidden until one of you goes on.
answer-review-taken-back = Taken back.
answer-review-moved = You two are past that step.
answer-review-closed = This review is closed.
answer-review-waits = The pause first. Your review keeps.
answer-review-on-table = It's on the table.
answer-review-three = Three proposals are plenty.
answer-review-yes = Your yes is kept, hidden for now.
answer-review-agreed = Agreed, both of you.

# The week in one picture, and its words.
week-title = Your week
week-heading = <b>{ $title }</b>, { $range }
week-range = { $from } to { $to }
week-date = { $day } { $month }
week-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
week-days = Mon Tue Wed Thu Fri Sat Sun
week-mood-1 = hard
week-mood-2 = low
week-mood-3 = so-so
week-mood-4 = good
week-mood-5 = bright
week-high = light
week-low = heavy
week-none = Moods come here once you both share them.
week-count-pauses =
    { $number ->
        [one] pause, both of you back
       *[other] pauses, both of you back
    }
week-count-near =
    { $number ->
        [one] near miss, caught
       *[other] near misses, caught
    }
week-count-wins =
    { $number ->
        [one] win
       *[other] wins
    }
week-line = { $label }: { $given }
week-quiet = A week that left few traces here. You two are here now, and that counts.
week-back-and-near = You found your way back to each other, and you caught it early too. That is how trust grows.
week-back = It got hot, and you both came back. That is what holds the two of you.
week-near = It nearly tipped over, and you caught it. Quiet work, and it counts.
week-wins = Something went well and you noticed it together. Good things grow when they are seen.
week-heavy = A heavy week, and you told each other so. That takes trust.
week-light = There was a lot of light in this week. Nice to look at it together.
week-mixed = Some days lighter, some heavier, and you let each other see both.
