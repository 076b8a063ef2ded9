# The playbook: small things for hard moments, for one person alone. Which of them fit follows from the quiz.
playbook-home = Your playbook, just for you.
playbook-strengths = What you bring:
playbook-now =
    What is in here fits how things are for you right now. It may change.
    Take what helps, leave the rest.
playbook-without =
    It becomes yours with a short quiz: 28 sentences, about four minutes. Nobody else sees your answers.
    Until then, here is what does most people good.
playbook-running = This week: { $trial }
playbook-soothing = To settle, before any words:
playbook-say = Words you could say. Tap one to copy it.
playbook-hear = Words that may do you good. You can ask for them; tap one to copy it.
playbook-partner =
    How your partner could help.
    Only if you wish: tap one, it is copied, and you pass it on yourself. I send nothing.

# To settle.
soothing-alarm-1 = A hand on your chest. Let each breath out be longer than the breath in, ten times.
soothing-alarm-2 = Write the message as a note to yourself. Read it in an hour, then decide.
soothing-room-1 = Ten minutes outside, alone. Say first when you will be back.
soothing-room-2 = Ask the body: where is it tight? Breathe there three times, then let go.
soothing-torn-1 = First the floor: press your feet down, name five things you see.
soothing-torn-2 = Wanting to be close and wanting to get away: both may be there. Nothing to decide for ten minutes.
soothing-pursue = The phone in another room for five minutes. The question will keep.
soothing-withdraw = Name a time, then rest. It's easier when nobody has to guess.
soothing-attack = Heat leaves through the body: stairs, a fast walk, cold water over your wrists.
soothing-freeze = Start small: wiggle your toes, stretch your fingers, hum. Words come later.
soothing-any-1 = Two minutes of slow breath, out for longer than in.
soothing-any-2 = Ten minutes on foot, a little slower than usual.
soothing-any-3 = Something warm in your hands, in small sips.

# To say.
say-alarm-1 = I'm a little scared right now. I don't want to fight.
    .short = I'm scared
say-alarm-2 = Can you tell me that we're all right? Then I can let it rest until later.
    .short = All right?
say-room-1 = I need half an hour for myself. I'm coming back.
    .short = Half hour
say-room-2 = I do want to hear you. Smaller pieces are easier for me.
    .short = Small pieces
say-torn-1 = I want you close and I need air, both at once. Give me a moment.
    .short = Both
say-torn-2 = Can we sit together for a bit, without talking?
    .short = Sit together
say-pursue = I keep asking because you matter to me. I can stop for now.
    .short = Can stop
say-withdraw = I'm going quiet because it's a lot for me, not because I don't care.
    .short = Going quiet
say-attack = That came out sharp. Let me say it another way.
    .short = Another way
say-freeze = My head is empty right now. I'm listening, and I'll answer later.
    .short = Head empty
say-repair = That went wrong. Can we start over?
    .short = Start over
say-any-1 = I'm on your side.
    .short = Your side
say-any-2 = What would help you most right now?
    .short = What helps
say-any-3 = I'd like to understand you. Tell me a little more?
    .short = Tell me

# To hear.
hear-alarm-1 = I'm here. Nothing between us is broken.
    .short = Nothing broken
hear-alarm-2 = I need a while, and I'm coming back to you.
    .short = Coming back
hear-room-1 = Take your time. Nothing has to be said now.
    .short = Your time
hear-room-2 = You don't have to explain anything.
    .short = No explaining
hear-torn-1 = Come close or take some air. Both are fine with me.
    .short = Both fine
hear-torn-2 = We have time. I'm not angry with you.
    .short = Not angry
hear-pursue = I heard your question. I'll answer it, just a little later.
    .short = Heard you
hear-withdraw = Go and rest. I'll let you be until then.
    .short = Go rest
hear-attack = I can see how much this hurts you.
    .short = It hurts
hear-freeze = You don't need to answer. A nod is enough.
    .short = A nod
hear-repair = I'm glad you came. Let's start over.
    .short = Glad
hear-any-1 = Thank you for trying.
    .short = Thank you
hear-any-2 = We'll find a way, the two of us.
    .short = A way
hear-any-3 = I like being with you, on days like this too.
    .short = With you

# How the partner can help: in the person's own words, to be passed on by themselves.
partner-alarm-1 = When you need a break, tell me when you'll be back. Then I can settle.
    .short = Say when
partner-alarm-2 = A short “we're all right” helps me more than a long explanation.
    .short = Short word
partner-room-1 = When I go quiet, give me a little time. I come back more easily by myself.
    .short = Some time
partner-room-2 = One thing at a time helps me to stay in a talk.
    .short = One thing
partner-torn-1 = Some days I want you near and need air at once. Stay nearby, and ask me nothing for a bit.
    .short = Stay nearby
partner-torn-2 = Ask me before a hug. Then I can say yes with all my heart.
    .short = Ask first
partner-pursue = When I keep asking, take my hand before you answer.
    .short = My hand
partner-withdraw = When I've gone quiet, ask me once more later. I do want to talk.
    .short = Later
partner-attack = When I get loud, tap ✋. I'll be glad of it afterwards.
    .short = When loud
partner-freeze = When words fail me, sit beside me and let it be quiet.
    .short = Beside me
partner-repair = If I make up clumsily, please see that I mean it.
    .short = Truly meant
partner-any-1 = A thank-you for something small does me good.
    .short = A thank-you
partner-any-2 = Ask me whether I'd like an ear or advice.
    .short = An ear
partner-any-3 = Ten minutes without phones make me feel close to you.
    .short = No phones

# The small experiment for a week. `.short` is its name on a button.
trial-home-one =
    A small experiment for this week, if you like. Once is enough.
trial-home-two =
    A small experiment for this week, if you like. Pick the one that speaks to you; once is enough.
trial-home-running =
    Your experiment this week. Once is enough.
trial-how = How did it feel? One tap, whenever you have tried it.
trial-ask =
    A small question, just for you.
    How did it feel? One tap; every answer is a good one.
trial-ask-last =
    A small question, just for you.
    The week with your experiment is over. How did it feel? Every answer is a good one.
trial-soothe = When you want to reach out at once: soothe yourself for five minutes first, then reach out.
    .short = Five minutes
trial-stay = When you want to leave a talk: stay one minute longer, then say when you'll be back.
    .short = One minute
trial-soften = When something bothers you: begin with “I feel …”, before anything else.
    .short = I feel
trial-thaw = When your head goes blank: say just that. “I've gone blank, give me a moment.”
    .short = Say it
trial-step = After a quarrel: one small step first. A cup of tea, a hand, a “start over?”
    .short = First step
trial-thanks = Once a day: say thank you for one small thing that you saw today.
    .short = Thank you

# How it felt, and an answer to that.
felt-lighter = Lighter: good to know. Your body remembers that.
felt-same = The same: fine. New things rarely feel different at first.
felt-harder = Harder: thank you for being honest. Make it smaller, or leave it; both are good.
felt-missed = Not yet: that's how weeks are. Nothing is lost.
trial-stopped = Stopped. That's fine, and your notes stay with you.
trial-log = How it felt. Only you can read this.
trial-log-none = Nothing noted yet. One tap is enough, whenever you like.
trial-entry = { $date } · { $name } · { $felt }

# One line in Calm me for whoever has a profile.
calm-fits-alarm = Your alarm is loud. Breathe out first, messages later.
calm-fits-room = Room does you good. Ten minutes outside.
calm-fits-heat = Heat leaves through the body. Cold water first.
calm-fits-numb = Blank or numb? Feel your feet first.
calm-own-waiting =
    A quiet moment.
    This is about a racing body, not about you. Nothing to do until { $time }.
    { $fits } I'll call you.
calm-own-caller =
    A quiet moment.
    This pause is yours. Nothing to prepare.
    { $fits } I'll call you at { $time }.
calm-own =
    A quiet moment, just for you.
    Nobody is told. { $fits }

# Buttons.
button-playbook = Playbook
button-soothing = To settle
button-say = To say
button-hear = To hear
button-partner = For partner
button-trial = This week
button-trial-begin = Begin
button-trial-other = { $name }
button-trial-stop = Stop
button-trial-log = My notes
button-lighter = Lighter
button-same = The same
button-harder = Harder
button-missed = Not yet
button-line = { $short }

# Answers to a press.
answer-trial-begun = It's yours for a week.
answer-trial-noted = Noted, just for you.
answer-trial-stopped = Stopped. All is well.
answer-trial-over = This experiment is over.
