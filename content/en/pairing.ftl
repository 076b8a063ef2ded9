# In a group: two presses, two confirmations.
pair-greeting =
    Hello, I'm Backsoon.
    When a talk gets too much, one tap on ✋ gives you both a pause and a time to come back.
    Are you a couple? Then both tap here.
    .short =
        Hello, I'm Backsoon. ✋ gives you both a pause and a time to come back. Are you a couple? Both tap here.
pair-first = { $first } is in. Are you { $first }'s partner? Then tap too.
pair-second = { $second }, you would be { $first }'s partner here. Is that right?
pair-confirm = { $second } said yes. { $first }, is { $second } your partner?
pair-done = { $first } and { $second }, you're set.
pair-declined = Nothing was set up, and that's fine. /start asks afresh.
pair-closed = This question is closed. /start asks afresh.

# By link: the one who invites.
invite-open =
    Your invitation: for one person, until { $until }.
    { $link }
    Send it to your partner only. You'll see who answers, and confirm.
invite-answered = { $name } said yes to your invitation. Is { $name } your partner?
invite-paired = You and { $name } are set. Whenever one of you needs it, ✋ pauses the talk.
invite-revoked = This link no longer works.
invite-expired = This link has run out after seven days.
invite-declined = Nothing was set up, and that's fine. The link is used up.
invite-replaced = This invitation is closed; something newer took its place.
invite-share = A pause button for the two of us, for when a talk gets too much. Will you join me?

# By link: the one who is invited.
invited-open =
    { $name } would like to be your partner here.
    When a talk gets too much, either of you taps ✋: a pause, and a time to come back. Is { $name } your partner?
invited-wait = Thank you. { $name } confirms next; then I'll write.
invited-declined = Nothing was set up, and that's fine.
invited-closed = This invitation is no longer open. A new link opens a new one.

# /start, and a link that leads nowhere.
start-new =
    Hello, I'm Backsoon.
    When a talk gets too much, ✋ gives you both a pause and a time to come back.
    Invite your partner, or add me to a chat of just you two. ✋ works for one, too.
start-half = Halfway there: your partner's yes comes next. You can also send a new link.
start-paired = You and { $name } are set. When a talk gets too much, tap ✋.
start-paired-unnamed = You're set. When a talk gets too much, tap ✋.
link-expired = This link has run out after seven days. Your partner can send a new one.
link-used = This link has been used; each works once. Your partner can send a new one.
link-revoked = This link was taken back. Your partner can send a new one.
link-own = This link is yours. Send it to your partner.
link-paired = You're paired here already. To change that, /unpair comes first.
link-unknown = I don't know this link. Perhaps a piece is missing: please copy it whole.
pair-already = You're paired here already. To pair anew, /unpair comes first.

# What a group is told about where words go.
pair-crowd = There are others here, so I'll write to each of you privately.
pair-open-private = { $name }, please open our private chat, so I can reach you there too.
pair-open-private-both = Please both open your private chat with me, so I can reach you there too.
pair-open-private-crowd = Please open your private chat with me, so I can reach you there.

# Buttons.
button-join = I'm in
    .short = Join
button-share = Share
button-copy-link = Copy link
button-revoke = Revoke
button-open-chat = Open chat
    .short = Chat

# Answers to a press.
answer-pair-first = You're in. Now your partner.
answer-pair-same = You're in already. Now your partner.
answer-pair-second = Thank you. It takes each one's yes.
answer-pair-wait = This one is your partner's to answer.
answer-pair-third = This is between the two who tapped first. You can begin your own in a private chat with me.
answer-pair-taken = You can have one partner here at a time. To pair anew, send /unpair in our private chat first.
answer-pair-done = You're set, both of you.
answer-pair-no = All right. Nothing was set up.
answer-pair-gone = This question is closed.
answer-invite-revoked = The link no longer works.
