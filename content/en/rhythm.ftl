# The times of the check-in and the review, proposed to the two, and every change of them. Nobody is ever named.
rhythm-proposal =
    A small daily habit for you two?
    Every day at { $check_in } a question that takes two minutes. On Sundays at { $review } a short look back at your week.
    .short = A small daily habit? Every day at { $check_in } a two-minute question, on Sundays at { $review } a short look back.
rhythm-check-in = Check-in: every day at { $time }.
rhythm-check-in-on = Check-in: { $days } at { $time }.
rhythm-check-in-off = Check-in: off.
rhythm-review = Review: { $time }.
rhythm-review-off = Review: off.
rhythm-off = Check-in and review are off. /rhythm brings them back.
rhythm-break = Holiday until the end of { $day }. Only ✋ speaks up.
rhythm-resting = Check-in and review are taking a rest. One tap wakes them.
rhythm-group = The rhythm is set in our private chat.

# Its pages, private.
rhythm-home = The rhythm of you two, by the clock of { $place }. Either of you may change it.
rhythm-night = By your clock, this comes in your night.
rhythm-night-check-in = Check-in: { $time }. At { $better } you are both awake.
rhythm-night-review = Review: { $time }. At { $better } you are both awake.
rhythm-check-in-time = Check-in at … (clock of { $place })
rhythm-review-time = Review at … (clock of { $place })
rhythm-days = On which days do you like a check-in?
rhythm-weekday = On which day do you like to look back?
rhythm-clock =
    Your day follows the clock of { $place } and begins at 4:00.
    Whose clock should it be?
rhythm-clock-one = Your day follows the clock of { $place } and begins at 4:00.
rhythm-distance-by-zones = Some questions suit people who live together, others a couple living apart. I go by your time zones.
rhythm-distance-together = Questions for a couple living together.
rhythm-distance-apart = Questions for a couple living apart.
rhythm-closeness-on = Questions about touch and desire: on for you. They come only if both said yes, and only you see your choice.
rhythm-closeness-off = Questions about touch and desire: off for you. They come only if both said yes, and only you see your choice.
rhythm-break-ask =
    On holiday until when? Until then only ✋ speaks up.
    Tap a day, or type one: /break 3 December
rhythm-break-kept = Kept, your holiday holds. The pause comes first.
rhythm-break-unread = I didn't catch the day. Try /break 3 December or /break until Sunday.
rhythm-break-far = That day is behind us, or more than a year ahead. Which one is it?

# Buttons.
button-rhythm = Rhythm
button-accept = Sounds good
    .short = Good
button-other-time = Other time
    .short = Time
button-no-thanks = No thanks
    .short = No
button-wake = Wake
button-back-early = Back early
    .short = Back
button-check-in = Check-in
button-review = Review
button-time = Time
button-days = Days
button-weekday = Weekday
button-our-clock = Our clock
button-distance = Distance
button-together = Together
button-apart = Apart
button-by-zones = By zones
button-closeness = Closeness
button-holiday = Holiday
button-weekend = Weekend
button-one-week = One week
button-two-weeks = Two weeks

# Answers to a press.
answer-rhythm-accepted = All set.
answer-rhythm-awake = Good morning.
answer-rhythm-back = Welcome back.
answer-rhythm-break = Have a good time.
answer-rhythm-changed = This has changed in the meantime.
answer-rhythm-far = That day is too far away.
answer-rhythm-look = Now I know your clocks, another hour suits you both better. Have a look.
answer-rhythm-one-day = One day has to remain. To stop altogether, turn the check-in off.
answer-rhythm-sent = It's in our private chat.
