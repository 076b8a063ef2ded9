# The quiz: 28 items of our own about this relationship, each one idea, in the present, fewer than fifteen words.
# Which scale each belongs to, which are reversed, and their order stand in data/quiz.json.

# The ends of the seven points.
quiz-end-low = Not like me at all
quiz-end-high = Exactly like me

# How sure the tie feels.
quiz-item-late-reply = A late reply makes me fear that something is wrong between us.
quiz-item-are-we-all-right = I ask whether we're all right more often than I'd like to.
quiz-item-comfort-wears-off = The comfort of kind words wears off within hours for me.
quiz-item-picture-the-end = As soon as we quarrel, I picture us breaking up.
quiz-item-get-a-reaction = When I feel ignored, I do something to get a reaction.
quiz-item-one-clear-word = One clear “I'm here” from my partner is enough to settle me.
quiz-item-calm-when-quiet = When my partner is quiet, I stay calm about the two of us.
quiz-item-days-apart = When we're apart for days, I feel sure of us.

# How easy closeness is.
quiz-item-distance-after-closeness = After a very close evening, I need to get some distance.
quiz-item-long-talks = Long talks about us make me want to slip away.
quiz-item-help-as-weakness = Asking my partner for help feels like a weakness to me.
quiz-item-all-fine = I say “all fine” even when I'm upset.
quiz-item-on-my-own = When life gets hard, I deal with it on my own.
quiz-item-long-hug = I can sink into a long hug with my partner.
quiz-item-let-take-over = When I'm worn out, I gladly let my partner take over.
quiz-item-tell-what-hurts = When something hurts me, my partner gets to hear about it.

# When it gets tense.
quiz-item-keep-going = In an argument, I keep going until we have an answer.
quiz-item-press-harder = When my partner goes quiet in an argument, I press harder.
quiz-item-walk-away = When an argument gets heated, I end it by walking away.
quiz-item-short-answers = In an argument, I give short answers to get it over with.
quiz-item-sharp-words = In an argument, I say sharp things that are meant to sting.
quiz-item-old-mistakes = When I'm hurt, I bring up my partner's old mistakes.
quiz-item-mind-blank = In an argument, my mind goes blank.
quiz-item-stiff = When we argue, my body goes stiff.

# Finding back.
quiz-item-notice-early = I notice early when a talk between us is turning into a fight.
quiz-item-first-step-back = After an argument, I take a first small step towards my partner.
quiz-item-let-it-in = When my partner reaches out after an argument, I can let it in.
quiz-item-come-back-to-it = After a break, I come back to what we were talking about.
