# Lengths of time.
duration-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
duration-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
duration-both = { $hours } h { $minutes } min

# Buttons that several screens share. `.short` is one word, for a chat with two languages.
button-pause = Pause
button-yes = Yes
button-no = No
button-minutes = { $minutes } min
button-hours = { $hours } h
button-invite = Invite partner
button-group = Add group

# After a failure, and for what was not understood.
trouble = Something went wrong on my side, nothing you did. Please try once more.
common-unknown = I didn't catch that. If you need a pause, tap ✋.

# Answers to a press.
answer-okay = All right.
answer-trouble = My mistake, not yours. Please try once more.
answer-old-button = This button is from earlier.
answer-not-yours = These buttons are for the two who are a couple here. Thank you for leaving them be.
answer-couple-over = This belongs to an earlier pairing.
