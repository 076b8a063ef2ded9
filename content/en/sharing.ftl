# Showing the partner a part of one's own picture.
sharing-choose =
    <b>Show { $name } something?</b>
    Choose what. First you see exactly what { $name } would see; nothing is sent before you tap Share.
sharing-current = { $name } can open this now: <b>{ $what }</b>.
sharing-current-earlier = { $name } can open this now, from an earlier time: <b>{ $what }</b>. It stays until you share anew or take it back.
sharing-nothing = There isn't enough to show this time. A few more answers in the quiz would do.
sharing-what-place = the map
sharing-what-stress = how it goes under stress
sharing-what-both = the map, and how it goes under stress
sharing-preview = <b>This is what { $name } would see.</b>
sharing-preview-foot =
    Nothing is sent before you tap Share. You can take it back any time: then it goes, or after two days says “not available”, without a word. What was seen may have been kept.
sharing-done = Shared. { $name } has a private message with one button, Open, and can open <b>{ $what }</b>. It stays until you take it back.
sharing-unreachable =
    I can't write to { $name } in private yet, so nothing was shared.
    Once { $name } has opened the chat with me, it works.
sharing-withdrawn =
    Taken back. { $name } can't open it any more, and I don't say a word about it.
    What was seen may have been kept.
sharing-withdrawn-alone = Taken back. What was seen may have been kept.

# The partner's message.
sharing-message =
    💌 { $name } would like to show you something.
    Only you see it here.
sharing-gone = This is not available.

answer-share-gone = This is not available.

button-share-place = Map
button-share-stress = Stress
button-share-both = Both
button-withdraw = Take back
button-open = Open
