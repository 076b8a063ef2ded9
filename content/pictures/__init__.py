"""Pictures and documents: Typst templates, the fonts that come with them, and the process that draws.

All words come ready in the data; only the templates know how things look. A template is `<name>.typ` here,
and what its data must hold stands at its head. Every template knows two themes, `light` and `dark`.

A string of the data may hold `{key}` for a key of `names`, a mapping of key to `[name, otherwise]`: the name
itself is put in where the fonts can write it, else the other words. What the fonts cannot write, such as
emoji, is left out everywhere.

Drawing is heavy: `worker` runs in a process of its own, and the bot's own process never draws.
"""
