# The report: a few pages as a PDF, for one person alone. What they may share of it, they decide.
report-caption =
    📄 Your report, for you alone: where you are now, what it means on a hard day, your playbook, words for it, and a page to fill in together.
report-title = A starting point
report-foot = A picture of one day, no label for life.
report-profile = Where you are now
report-stress = When it gets tense, you { $bars }.
report-repair-low = hard right now
report-repair-high = comes easily

report-hard = On a hard day
report-hard-intro = It goes fast then. These are three moments at which you can turn.
report-sting = The first sting
report-sting-secure = Something hurts, and you can still tell that the two of you will hold. Say it while it is small.
report-sting-anxious = An answer is short, or there is none, and something in you says: it is over. That is the alarm, not the news. Feel your feet.
report-sting-avoidant = It is suddenly close and loud, and something in you wants to be elsewhere. That is your need for room. It may be said aloud.
report-sting-disorganised = You want them near, and you want to be gone, in the same minute. Both are true. Nothing has to be decided now.
report-sting-any = Something hurts. Notice where in the body you feel it first: that is your earliest sign.
report-pull = The pull
report-pull-pursue = You want to ask once more, now, until it is settled. Put a hand on your chest and wait for five minutes. Then ask one question.
report-pull-withdraw = You want to be gone. You may go, and a time makes it safe for both: say when you will be back.
report-pull-attack = The sharp sentence is on your tongue. Breathe out first, and say what hurts instead of what the other is like.
report-pull-freeze = The words are gone. Lift a hand, so that the other can see you are there. Words come back once the body has calmed.
report-pull-steady = No one habit stands out in you. Use that: speak a little slower, and offer a pause before anybody needs one.
report-pull-any = Something in you goes fast: asking on, leaving, saying what stings, or falling silent. Notice which one it is, and breathe out once before you follow it.
report-back = The way back
report-back-hard = The first step back is hard for you right now. Make it tiny: a cup of tea, a hand, “can we try once more?”
report-back-any = One small step is enough, and it need not be perfect: a cup of tea, a hand, “can we try once more?”
report-back-easy = You find ways back, and that is worth a lot. Take yours early, while it is a small step.

report-playbook = Your playbook
report-soothing = To settle
report-trial = A small experiment for a week
report-partner = How your partner could help, in your words
report-phrases = Words for it
report-say = To say
report-hear = To hear

report-together = To fill in together
report-together-intro = Ten minutes, one pen. Nobody is right; you are two people on the same side.
report-field-sign = We both know it is getting loud when …
report-field-you = What helps one of us, in their own words
report-field-me = What helps the other, in their own words
report-field-try = This week we try …
