# Lines to say or send, in private, each with a copy button. `.short` is the button's label.
phrases-home =
    Words you can borrow.
    For which moment?
phrases-starting = To begin a pause. Tap one to copy it.
phrases-waiting = While you are apart. Tap one to copy it.
phrases-returning = For coming back. Tap one to copy it.
phrases-reassuring = To reassure. Tap one to copy it.

# To begin a pause.
phrase-starting-1 = I need twenty minutes. I'm coming back.
    .short = Coming back
phrase-starting-2 = My heart is racing. Let me slow down, then I can listen.
    .short = Heart racing
phrase-starting-3 = I want to hear you, and right now I can't. Give me a little while.
    .short = Hear you
phrase-starting-4 = I need some time, but I'm all right. Back in an hour.
    .short = All right
phrase-starting-5 = This matters to me. That's why I'm stopping for a moment.
    .short = It matters
phrase-starting-6 = I'm not leaving you. I'm leaving the heat.
    .short = Not leaving
phrase-starting-7 = If I go on now, I'll say things I don't mean. Pause?
    .short = Pause?
phrase-starting-8 = Same side, you and me. I just need some air.
    .short = Need air

# While apart.
phrase-waiting-1 = Take your time. I'm not going anywhere.
    .short = Your time
phrase-waiting-2 = I notice my alarm going off. That's an old pattern of mine, not you.
    .short = My alarm
phrase-waiting-3 = Got it. See you when the time comes.
    .short = Got it
phrase-waiting-4 = No need to answer. I'm looking after myself.
    .short = No answer
phrase-waiting-5 = I'm going for a walk. Back when we said.
    .short = A walk
phrase-waiting-6 = This is hard for me, and I can do it.
    .short = Can do
phrase-waiting-7 = You coming back is all I need. No explanation.
    .short = Just you
phrase-waiting-8 = There's a lot I'd like to write now. I'll keep it for when we talk.
    .short = Keeping it

# Coming back.
phrase-returning-1 = I'm here.
    .short = I'm here
phrase-returning-2 = Thank you for coming back.
    .short = Thank you
phrase-returning-3 = Can we go slowly?
    .short = Slowly
phrase-returning-4 = You first. I'll listen for two minutes.
    .short = You first
phrase-returning-5 = I meant something smaller than what came out.
    .short = Meant smaller
phrase-returning-6 = I'm sorry for my tone.
    .short = I'm sorry
phrase-returning-7 = You were right about one thing.
    .short = You're right
phrase-returning-8 = I don't need to win this. I want us back.
    .short = Us back

# Reassuring.
phrase-reassuring-1 = I'm here, and I'm staying.
    .short = I'm staying
phrase-reassuring-2 = We're all right.
    .short = We're okay
phrase-reassuring-3 = This is a bad hour, not a bad us.
    .short = Bad hour
phrase-reassuring-4 = No hurry. We can take it slowly.
    .short = No hurry
phrase-reassuring-5 = You matter more to me than being right.
    .short = You matter
phrase-reassuring-6 = I won't leave over this.
    .short = Won't leave
phrase-reassuring-7 = I know this is hard for you too.
    .short = Hard too
phrase-reassuring-8 = We've found our way back before. We will now.
    .short = Way back

# Buttons.
button-phrases-starting = To pause
button-phrases-waiting = Meanwhile
button-phrases-returning = Coming back
button-phrases-reassuring = Reassuring
button-more-phrases = More
button-phrase = { $short }
