# /settings, private. The first line is what a lock screen shows.
settings-home = Your settings. Only you see them.
settings-time = It's <b>{ $clock }</b> for you ({ $place }).
settings-time-unknown = I don't know your local time yet.
settings-quiet = Quiet hours: { $start } to { $end }.
settings-quiet-none = Quiet hours: none.
settings-language = Which language do you like to read?
settings-quiet-means = In quiet hours a return makes no sound. ✋ itself always does.
settings-from = Quiet hours begin at …
settings-to = Quiet hours end at …
settings-keyboard-on = Your own ✋ keyboard in your group is on. Switching it off says one line there.
settings-keyboard-off = Your own ✋ keyboard in your group is off. Switching it on says one line there.
settings-group = Settings are in our private chat.

# In the group of the two. `$name` is the one whose keyboard it is.
keyboard-shown = { $name }, your ✋ is down here.
keyboard-hidden = { $name }, your ✋ keyboard is put away. /pause works as before.
couple-keyboard-one = { $name }, your ✋ is always down here.

# What time is it where you are?
zone-ask =
    What time is it where you are?
    Tap what your clock shows, or type your city.
zone-choose = Which one is yours?
zone-unknown = I don't know that place. A bigger city nearby may do, like Lisbon.
zone-kept = It's <b>{ $clock }</b> for you ({ $place }). Right?
zone-done = Good. /settings changes it any time.

# Buttons.
button-language = Language
button-my-time = My time
button-quiet = Quiet hours
button-keyboard = Keyboard
button-english = English
button-chinese = 中文
button-from = From
button-to = To
button-on = Turn on
button-off = Turn off
button-earlier = Earlier
button-later = Later
button-other-place = Other place
button-clock = By clock
