# /export: a copy of one's own data, in private. The first line is what a lock screen shows.
export-collecting =
    Your copy is being made.
    Collecting what is yours and what you two share.
export-drawing =
    Your copy is being made.
    Drawing its pictures.
export-ready = Your copy is ready, just below.
export-failed = That copy could not be made.
export-file =
    Your copy: everything of yours, and what you two share. Open index.html to read it.
    I take this message away after 24 hours, or with /forget: save it first. Copies on phones and at Telegram are out of my reach.
export-sorry =
    I could not make your copy just now. Nothing is lost.
    Ask me later with /export.
export-enough =
    You had three copies today. They are here in this chat, a day each.
    A new one can be made tomorrow.

# The page in the copy.
export-title = Your copy
export-made = Made on { $moment } ({ $zone }).
export-what = This page holds what is yours in Backsoon and what the two of you share. What is your partner's alone is not in it. All of it, for programs, is in data.json.
export-contents = Contents
export-care = This file is not locked: whoever has it can read it. Keep it where only you can open it.
export-pictures-missing =
    { $number ->
        [one] One picture was left out.
       *[other] { $number } pictures were left out.
    }
export-title-you = You
export-title-couples = The two of you
export-title-check-ins = Check-ins
export-title-reviews = Reviews
export-title-moments = Near misses and good moments
export-title-pauses = Pauses
export-title-comforts = What helps you
export-title-quiz = The quiz
export-title-experiments = Small experiments
export-date = { $day } { $month } { $year }
export-moment = { $day }, { $hour }
export-and = { " and " }
export-someone = Somebody
export-only-you = only you
export-yes = yes
export-no = no
export-none = none
export-you-name = Name
export-you-language = Language
export-you-zone = Time zone
export-you-quiet = Quiet hours
export-you-since = Here since
export-you-intimate = Prompts about closeness
export-you-keyboard = ✋ keyboard in the group
export-language-en = English
export-language-zh = 中文
export-couple = With { $name } since { $since }.
export-couple-over = With { $name } from { $since } to { $until }.
export-rhythm-daily = Check-in at { $hour } on { $days }.
export-rhythm-weekly = Review at { $hour } on { $day }.
export-media-voice = a voice message
export-media-photo = a photo
export-media-sticker = a sticker
export-step-helped = Did the last agreement help?
export-step-appreciation = Thank you for
export-step-works = What works
export-step-adjust = What to adjust
export-step-near = Near misses
export-step-celebrate = How to celebrate
export-agreed = Agreed for the week
export-proposed = Proposed
export-moment-near = Near miss
export-moment-win = Good moment
export-pause = Called by { $name }. Back at { $hour }.
export-pause-on = It is on.
export-pause-both_back = You both came back.
export-pause-talking = You talked.
export-pause-rested = It was left to rest.
export-pause-faded = It ended by itself.
export-pause-undone = It was taken back.
export-pause-replaced = Another one followed.
export-pause-parted = It ended when the two of you parted here.
export-quiz-none = No answers yet.
export-quiz-answers = Your answers
export-quiz-statement = Statement
export-felt-lighter = Lighter
export-felt-same = The same
export-felt-harder = Harder
export-felt-missed = No chance
export-share = Shown to your partner since { $date }.
export-share-over = Shown to your partner on { $date }, taken back since.

# Buttons.
button-export = My copy
