# What Telegram shows about the bot: names of commands, and the text before Start.
command-pause = Pause the talk now
command-calm = Something calming, just for you
command-phrases = Words to start, wait and come back
command-quiz = A few minutes about you, in private
command-playbook = What fits you on a hard day
command-answers = What you answered, just for you
command-rhythm = When the check-in and the review come
command-break = A holiday from all but ✋
command-review = Look back at your week, the two of you
command-nearmiss = It nearly tipped, and you caught it
command-win = Something went well
command-help = What is it right now?
command-settings = Language, time, quiet hours
command-privacy = What is kept, who can see it
command-export = A copy of your data, just for you
command-safety = A page with addresses
command-forget = Erase everything of yours
command-start = Begin here
profile-description =
    A pause button for two.
    When a talk gets too much, either of you taps ✋. You both pause, and I call you both back at the time it named.
profile-short = ✋ A pause for two, with a time to come back.
