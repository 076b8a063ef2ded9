# One person's picture, in that person's own voice: it reads the same for its owner and for whoever is shown it.
portrait-title = Where I am now
portrait-across-low = closeness comes easily
portrait-across-high = distance feels safer
portrait-up-low = sure that it holds
portrait-up-high = often unsure that it holds
portrait-region-secure = Settled
portrait-region-anxious = Reaching out
portrait-region-avoidant = On my own feet
portrait-region-disorganised = Both at once
portrait-missing = Too few answers for a map this time.
portrait-stress = When it gets tense, I …
portrait-pursue = go after it
portrait-withdraw = step back
portrait-attack = get sharp
portrait-freeze = freeze
portrait-rarely = rarely
portrait-sometimes = sometimes
portrait-often = often
portrait-few = Too few answers for this part.

# The sentence at the foot: a strength.
portrait-strength-anxiety = I trust that we hold.
portrait-strength-avoidance = Being close comes easily to me.
portrait-strength-pursue = I can leave a question for later.
portrait-strength-withdraw = I stay when it gets hard.
portrait-strength-attack = I stay gentle, even in a quarrel.
portrait-strength-freeze = I find words, even when it is tense.
portrait-strength-any = I care enough to look at this.

# The same in words, under the picture.
portrait-heading = <b>{ $title }</b> · { $name }
portrait-heading-plain = <b>{ $title }</b>
portrait-clear = On the map: <b>{ $region }</b>.
portrait-leaning = On the map: <b>{ $region }</b>, close to { $other }.
portrait-open = On the map: near the middle, nearest to <b>{ $region }</b>.
portrait-scale = From “{ $low }” (1) to “{ $high }” (7): about { $value }, somewhere between { $from } and { $to }.
portrait-scale-unknown = From “{ $low }” to “{ $high }”: too few answers to say.
portrait-bar = { $how } { $label }
portrait-bars = When it gets tense, I { $bars }.

# Where there is no result yet.
portrait-none = There is no result yet. The quiz takes about four minutes, and only you see it.

button-named = Name
button-plain = No name
button-picture = Picture
button-report = Report
