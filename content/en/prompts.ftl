# The prompts of the daily check-in: at most 24 words, on the two of them alone, no logistics.
# Read by both; nothing here may hurt on a bad day. What each one is for stands in data/prompts.json.

# Questions: being there.
prompt-closest-moment = When did you feel closest to your partner today, even for a second?
prompt-ask-me = What would you like to be asked about your day?
prompt-day-in-body = Where in your body has today landed, and what would it like now?
prompt-unheard-thought = What went through your mind today that nobody has heard yet?
prompt-company-or-quiet = Do you feel like company tonight, or quiet, or quiet company?
prompt-wished-you-there = At which moment today would you have liked your partner beside you?
prompt-inner-weather = If your mood tonight were weather, what would it be?

# Questions: being reliable.
prompt-habit-like-home = Which small habit of the two of you feels like home?
prompt-count-on = What can you count on with your partner, even in a bad week?
prompt-best-hello = Which of your hellos or goodbyes do you like best?
prompt-same-every-evening = If one small thing were the same every evening, just for you two, what would you choose?
prompt-all-is-well = How do you know that all is well between you, without a word?
prompt-not-on-your-own = When you're worn out, what reminds you that you're not on your own?
prompt-our-hour = Which hour of the day belongs most to the two of you?

# Questions: being heard.
prompt-listened-to = What makes you feel listened to: a question, a nod, a silence?
prompt-when-excited = When you're excited about something, which reaction makes it even better?
prompt-after-a-long-day = After a long day, what would you like first: a kind word, a joke, ten quiet minutes?
prompt-please-notice = Which small thing that you did this week are you quietly proud of?
prompt-silent-comfort = How can your partner tell that you'd like comfort when you don't say so?
prompt-hear-more-often = Which words can you never hear too often?
prompt-talk-for-hours = Which topic lights you up as soon as somebody asks?

# Questions: finding back.
prompt-way-back = What helps you find your way back after a misunderstanding: words, a joke, some time?
prompt-good-again = Which small sign tells you that things are good again?
prompt-land-gently = If something is hard to say, how should it be said so that you can hear it?
prompt-saved-by-laughing = When did laughing last get you two out of an awkward moment?
prompt-easier-sorry = What makes it easier for you to say “I'm sorry”?
prompt-better-at = In difficult moments, what do the two of you do well by now?
prompt-after-a-rough-day = After a rough day for both of you, which sentence would feel good?

# Questions: what it means.
prompt-under-an-hour = What would you love to do together that takes less than an hour?
prompt-our-song = Which song belongs to the two of you, and since when?
prompt-only-you-two-laugh = What do you two find funny that nobody else would?
prompt-live-once-more = Which day together would you gladly live once more, just as it was?
prompt-ten-years = Ten years from tonight, what do you hope you two are doing?
prompt-taste-of-us = Which dish, street or smell brings the two of you to mind at once?
prompt-film-title = If your last few months together were a film, what would it be called?

# Sharing: being there.
prompt-one-scene = Share one scene from today: what you saw, what you heard, how it felt.
prompt-three-words = Say how you are in three words, and add a line about the third.
prompt-carrying-today = Tell what you're carrying around today. Nobody has to solve it.
prompt-thought-of-us-here = Where did you think of the two of you today? A photo or a line.
prompt-not-seen-outside = Finish the line: “What you couldn't see from outside today was …”
prompt-looking-forward = Share something you're looking forward to, however small.
prompt-smiled-alone = Tell what made you smile today when nobody was looking.

# Sharing: being reliable.
prompt-small-promise = Make a promise so small that you can surely keep it tomorrow.
prompt-tomorrow-at = Name a moment tomorrow when you'll think of your partner.
prompt-whatever-happens = Finish the line: “Whatever this week brings, you can count on me to …”
prompt-calming-sound = Share a sound that tells you all is well: steps, keys, somebody humming.
prompt-ordinary-evening = Describe a perfectly ordinary evening that you'd love to have often.
prompt-never-change = Share one thing about the two of you that may stay as it is for ever.
prompt-wake-me-like-this = Tell how you like a day to begin, and how you like it to end.

# Sharing: being heard.
prompt-tiny-good-news = Share a piece of good news from today, tiny ones included.
prompt-when-i-go-quiet = Finish the line: “When I go quiet, I like it when you …”
prompt-stayed-with-me = Share something kind your partner once said that stayed with you.
prompt-five-minute-wish = Share a wish for this week that takes only five minutes.
prompt-understood-lately = Share something about your partner that you understand better now than before.
prompt-at-ease-when = Finish the line: “I feel most at ease with you when …”
prompt-cheer-me-on = Share something you'd like to be cheered on for right now.

# Sharing: finding back.
prompt-even-on-hard-days = Finish the line: “I like that even on hard days we can …”
prompt-first-to-reach-out = Remember a time when one of you reached out first. What did it change?
prompt-more-gently = Share one thing you'd like to do more gently. Only about yourself.
prompt-what-unwinds-me = Share what loosens you when you're wound up.
prompt-when-we-differ = Finish the line: “Even when we see it differently, I know that you …”
prompt-sorry-or-never-mind = Send one small “sorry” or one small “it's all right”. One is plenty.
prompt-hard-then-funny = Tell about something that was hard at the time and makes you both smile now.

# Sharing: what it means.
prompt-first-noticed = Tell what you noticed first about your partner, back then.
prompt-memory-with-flavour = Share a memory of the two of you that has a taste or a smell.
prompt-us-in-one-sentence = Write one sentence about “us” that you'd like to keep.
prompt-place-to-show = Share a place you'd like to show your partner one day.
prompt-three-emoji = Describe the two of you in three emoji.
prompt-childhood-game = Share a game, a book or a hiding place you loved as a child.
prompt-new-tradition = Share a small tradition you'd like to begin, just the two of you.

# Appreciation: being there.
prompt-really-there = Thank your partner for a moment when they were really there.
prompt-noticed-without-asking = Name something your partner noticed although you hadn't said a word.
prompt-look-word-message = Which look, word or message from your partner did you good lately? Tell them.
prompt-same-room = Tell your partner what you like about simply being in one room together.
prompt-shorter-distance = Thank your partner for something that makes the distance feel shorter.
prompt-made-time = Thank your partner for time they made when there wasn't much of it.
prompt-missed-today = Say what today would have lacked without your partner.

# Appreciation: being reliable.
prompt-hardly-mentioned = Thank your partner for something they do so often that nobody mentions it.
prompt-as-they-said = Name something your partner did just as they said they would.
prompt-never-forgets = Thank your partner for a small thing they never forget.
prompt-ground-under-you = What in your partner feels as steady as ground under your feet? Tell them.
prompt-miss-at-once = Name a habit of your partner that you would miss at once.
prompt-stayed-steady = Thank your partner for staying calm once when things wobbled.
prompt-daily-gesture = Which everyday gesture of your partner are you glad of, morning or evening?

# Appreciation: being heard.
prompt-asked-and-waited = When did your partner ask, and then really wait for your answer? Thank them.
prompt-how-care-shows = Say how you notice that your partner cares about you.
prompt-made-it-lighter = Name something your partner did lately that made your day lighter.
prompt-took-it-seriously = Thank your partner for taking something seriously that matters to you.
prompt-knows-you-best = What does your partner understand about you better than most people? Tell them.
prompt-let-me-be = Recall a time your partner let you be just as you were. How was that?
prompt-glad-with-you = Recall a time your partner was happy for you. Say what it meant.

# Appreciation: finding back.
prompt-first-step = Thank your partner for a time they took the first step towards you.
prompt-hard-day-strength = Name something you admire in the way your partner gets through a hard day.
prompt-patience = Thank your partner for their patience, with one example.
prompt-breathe-out = What does your partner do that lets you breathe out? Tell them.
prompt-let-it-go = Thank your partner for letting something go without a fuss.
prompt-words-that-made-peace = Recall words of your partner that made things good again.
prompt-came-back-to-it = Recall how your partner came back to you after a difficult moment, and say thanks.

# Appreciation: what it means.
prompt-more-of-since = What good things has your life had more of since you two met? Tell them.
prompt-borrow-a-quality = Name a quality of your partner that you'd love to borrow for a day.
prompt-taught-unawares = What has your partner taught you without meaning to? Say thank you.
prompt-proud-of = Say what you've been proud of in your partner lately.
prompt-nicer-world = Finish the line: “The world is nicer with you in it, because …”
prompt-memory-to-keep = Which memory that your partner gave you will you always keep? Say thank you.
prompt-lovely-about-you = Tell your partner something lovely about them that you've liked from the start.

# Small gestures: being there, together.
prompt-three-breaths = Hold hands for three slow breaths. No words needed.
prompt-one-song-shoulders = Sit side by side, shoulders touching, for the length of one song.
prompt-ten-second-look = Look at each other for ten seconds. Laughing is allowed.
prompt-phones-elsewhere = Leave both phones in another room and sit close for five minutes.
prompt-passing-hand = Tonight, lay a hand on your partner's back as you walk past.
prompt-stroke-the-hair = Stroke your partner's hair, or the back of their neck, for a minute.

# Small gestures: being reliable, together.
prompt-hug-at-the-door = Hug at the door, until one of you lets out a long breath.
prompt-good-night-gesture = Choose a good-night gesture. Do it tonight, and tomorrow.
prompt-one-squeeze = One squeeze of the hand: from now on it means “I'm with you”.
prompt-at-the-table = Next time you eat together, let your hands or knees touch once.
prompt-heads-together = Before sleep, lean your heads together for a little while.
prompt-passing-by = Whenever you pass each other at home tonight, touch hands.

# Small gestures: being heard, together.
prompt-hand-shoulder-hug = Ask: “Hand, shoulder or hug?” Then give what was asked for.
prompt-hands-rub = Rub your partner's hands for a minute, then swap.
prompt-lets-go-first = Hug, and whoever needs it more decides when it ends.
prompt-something-warm = Bring your partner something warm to drink, and stay a moment.
prompt-between-the-shoulders = Rest a hand between your partner's shoulders and follow their breathing.
prompt-hand-on-the-tired-spot = Ask where your partner feels today the most, and rest a warm hand there.

# Small gestures: finding back, together.
prompt-open-hand = Hold out an open hand. Nothing has to be said.
prompt-back-to-back = Stand back to back, lean in a little, and notice that it holds.
prompt-little-fingers = Hook your little fingers together for a moment, as children do.
prompt-foreheads = Rest forehead against forehead for a few breaths.
prompt-hand-on-arm = Put a hand on your partner's arm and say one kind sentence.
prompt-toes-touching = Sit down facing each other, toes touching, for one quiet minute.

# Small gestures: what it means, together.
prompt-kitchen-dance = Dance to one song wherever you are, as badly as you like.
prompt-secret-handshake = Invent a handshake that only the two of you know.
prompt-like-the-first-time = Hold hands the way you did the very first time.
prompt-word-in-the-palm = Write a word in your partner's palm with a fingertip. Can they guess it?
prompt-at-the-window = Stand at a window, arm in arm, and find one beautiful thing.
prompt-two-hands-photo = Put your two hands next to each other and take a picture of them.

# Small gestures: being there, apart.
prompt-hand-on-heart = Lay a hand on your heart for three breaths. Then tell your partner you did.
prompt-ten-seconds-of-voice = Record ten seconds of your voice, just as it sounds tonight.
prompt-reach-through = Take a photo of your open hand, held out towards your partner.
prompt-blanket-hug = Wrap yourself tightly in a blanket for a minute: that's a hug. Tell how it was.
prompt-one-sky = Look at the sky for a minute and tell what you see. You share it.
prompt-hand-in-mind = Close your eyes and imagine your partner's hand in yours. What does it feel like?

# Small gestures: being reliable, apart.
prompt-voiced-good-night = Record a good night, the way you'd say it lying side by side.
prompt-hug-emoji = Pick an emoji that means a hug from now on, and send it.
prompt-cup-in-two-hands = Hold a warm cup in both hands, as you'd hold a hand. Send a photo.
prompt-a-thing-from-you = Touch something that came from your partner, and tell which it was.
prompt-good-night-photo = Say good night to a photo of your partner, out loud. Tell how it felt.
prompt-spot-on-the-wrist = Choose a spot on your wrist that stands for your partner, and press it once.

# Small gestures: being heard, apart.
prompt-where-the-hug-goes = Where would a hug do you most good today: shoulders, back, hands?
prompt-hummed-day = Hum a tune that sounds like your day into a voice message.
prompt-shoulders-on-behalf = Rub your own shoulders for a minute, on your partner's behalf.
prompt-right-sticker = Find the sticker that shows exactly the hug you'd give now.
prompt-five-breaths-out = Breathe slowly five times and send each breath out to your partner.
prompt-just-the-name = Record nothing but your partner's name, said the way you like to say it.

# Small gestures: finding back, apart.
prompt-handwritten = Write “I'm here” by hand and take a photo of it.
prompt-wave-or-heart = Wave at the camera, or make a heart with your hands. Send the photo.
prompt-cupped-hands = Cup your hands as if they held something precious. Say what it is.
prompt-a-light-for-us = Light a lamp or a candle for the two of you and send a photo.
prompt-wear-a-reminder = Put on something that reminds you of your partner, and say what it is.
prompt-round-the-shoulders = Find something soft that you'd lay around your partner's shoulders, and show it.

# Small gestures: what it means, apart.
prompt-ten-second-drawing = Draw the two of you in ten seconds and send a photo of it.
prompt-dance-apart = Dance to your song for a minute, wherever you are. Tell what moved first.
prompt-found-heart = Find something shaped like a heart near you and take a photo.
prompt-pick-up-a-present = Find something small you'd like to put in your partner's hand one day. Send a photo.
prompt-your-place-beside-me = Take a photo of the place beside you that belongs to your partner.
prompt-shoes-that-point = Turn your shoes towards where your partner is, and take a picture.

# Intimate: only where both wish for them.
prompt-feel-wanted = When do you feel most wanted?
prompt-good-moment-closer = What tells you that it's a good moment to come closer?
prompt-touch-after-dark = Which kind of touch do you like best at the end of a day?
prompt-closeness-after-hard = After a hard day, what makes it easy for you to be held?
prompt-that-kiss = Which kiss do you remember best?
prompt-drawn-to-you = Share a recent moment when you felt very drawn to your partner.
prompt-how-it-begins = Tell how you like an intimate evening to begin.
prompt-more-of-this = Share something tender that you enjoy and would like more often.
prompt-safe-and-close = Finish the line: “What makes me feel safe when we're very close is …”
prompt-daydream = Share a daydream about the two of you. You decide how far it goes.
prompt-love-to-look = Tell your partner what you most love to look at.
prompt-works-every-time = Name a small tenderness of your partner's that melts you every time.
prompt-touch-remembered = Thank your partner for a touch that you like to remember.
prompt-gentle-not-tonight = Thank your partner for being gentle once when you said “not tonight”.
prompt-like-no-other = Say what makes your closeness unlike any other.
prompt-ten-second-kiss = Kiss for ten seconds, a little longer than the everyday one.
prompt-first-five-minutes = Spend the first five minutes in bed skin to skin, with nothing expected.
prompt-where-welcome = Lie close, and let a hand go only where it is invited.
prompt-held-lying-down = Lie in each other's arms until both breaths are slow.
prompt-one-thing-off = Take one thing off each other, slowly: a watch, a scarf, a sock.
prompt-whispered-kiss = Whisper into a voice message where you'd kiss your partner now.
prompt-falling-asleep-again = Describe how you'll fall asleep together when you're back in one place.
prompt-if-together-tonight = If you were together tonight, where would you like to be touched?
prompt-lights-out-sentence = Record one tender sentence that you'd only say with the lights out.
prompt-next-first-kiss = Describe the first kiss when you see each other next.
