# /help by situation.
help-home =
    What is it right now?
    Pick what fits. You can always come back here.
help-arguing =
    One tap on ✋ stops the talk for both of you and names the minute you come back.
    Nobody has to explain anything.
help-talk =
    Pick a calm half hour. One speaks for two minutes, one listens, then swap.
    Words to begin with are one tap away. If it heats up, ✋.
    A small question a day: /rhythm
help-myself =
    Start with the body: it knows first.
    Notice what settles you, and keep your own list of it here. Only you can read it.
    The quiz: four minutes about how you are in this relationship.
help-almost =
    It nearly tipped over, and it didn't: a near miss, and good news.
    One tap keeps it for you two, with no name.
help-group = ✋ pauses the talk for both of you. Everything else is in our private chat.

# /privacy.
privacy =
    What I keep: your name as Telegram gives it, language, time zone, quiet hours, your pauses, your own list, and what you answer me.
    What you write is encrypted where I run. I keep nothing else of what you two write to each other.
    Telegram can read chats with bots. Whoever runs this bot holds the keys.
    Waiting messages go once handled, what you share 30 days after a pairing ends. /forget erases all of yours.

# /safety. The first line is what a lock screen shows.
safety-home =
    A page with addresses.
    If somebody scares, threatens or hurts you, a pause is not enough, and it is not your fault.
    These pages list people who help, country by country.
safety-checked = Looked up on { $date }. Nobody is told that you opened this.
safety-more =
    When it is more than a pause can carry.
    Patterns of many years, losing control, hurting yourself, old wounds that take over: a professional can help. Ask for couple therapy that works with attachment or emotions, or for trauma therapy.

# Buttons.
button-we-argue = We're arguing
button-we-talk = We'll talk
button-myself = About me
button-need-help = Need help
button-calm = Calm me
    .short = Calm
button-phrases = Phrases
    .short = Phrases
button-almost = Almost happened
button-settings = Settings
button-leave = Leave
button-privacy = Privacy
button-more-help = More help
