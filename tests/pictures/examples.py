"""What the templates are given in the tests: invented, and the worst of it long."""

from typing import Any

WEEK: dict[str, Any] = {
    "language": "en",
    "title": "Your week",
    "range": "16–22 November",
    "days": [
        {"label": "Mon", "moods": [4, 3]},
        {"label": "Tue", "moods": [4, 4]},
        {"label": "Wed", "moods": [2, 3]},
        {"label": "Thu", "moods": None},
        {"label": "Fri", "moods": [3, 4]},
        {"label": "Sat", "moods": [5, 4]},
        {"label": "Sun", "moods": [5, 5]},
    ],
    "legend": {"high": "light", "low": "heavy", "none": "This week you kept your moods to yourselves."},
    "counts": [
        {"label": "pauses, and you both came back", "number": 2},
        {"label": "near misses caught", "number": 3},
        {"label": "win", "number": 1},
    ],
    "sentence": "Wednesday was heavy, and you found your way back to each other.",
}

WEEK_ZH: dict[str, Any] = {
    "language": "zh",
    "title": "你们的一周",
    "range": "11月16日至22日",
    "days": [
        {"label": "周一", "moods": [1, 5]},
        {"label": "周二", "moods": [1, 1]},
        {"label": "周三", "moods": [5, 5]},
        {"label": "周四", "moods": [3, 3]},
        {"label": "周五", "moods": [5, 1]},
        {"label": "周六", "moods": [2, 4]},
        {"label": "周日", "moods": [1, 2]},
    ],
    "legend": {"high": "轻松", "low": "沉重", "none": "这一周，心情都留给了自己。"},
    "counts": [
        {"label": "次暂停，两人都回来了", "number": 12},
        {"label": "次差点吵起来，却停住了", "number": 10},
        {"label": "件值得高兴的事", "number": 0},
    ],
    "sentence": "这一周起伏不小。有几天很难，你们还是每次都回到了对方身边，把话说完，也把手牵住了。",
}

EMPTY_WEEK: dict[str, Any] = {
    **WEEK,
    "days": [{"label": day["label"], "moods": None} for day in WEEK["days"]],
    "counts": [{**count, "number": 0} for count in WEEK["counts"]],
    "sentence": "A quiet week. Whenever you like, two minutes are enough to find each other again.",
}

PROFILE: dict[str, Any] = {
    "language": "en",
    "title": "Where you are now",
    "under": "{name} · November 2026",
    "names": {"name": ["Ann", ""]},
    "axes": {
        "across": {"low": "closeness comes easily", "high": "distance feels safer"},
        "up": {"low": "trusting it will hold", "high": "often unsure it will hold"},
    },
    "regions": {
        "settled": "Settled",
        "close": "Reaching out",
        "apart": "On your own feet",
        "torn": "Both at once",
    },
    "place": {
        "across": {"value": 2.6, "low": 2.1, "high": 3.1},
        "up": {"value": 4.9, "low": 4.3, "high": 5.5},
    },
    "before": None,
    "missing": "Too few answers for a map this time.",
    "stress": {
        "title": "Under stress you tend to",
        "low": "rarely",
        "high": "often",
        "bars": [
            {"label": "go after it", "value": 5.5},
            {"label": "step back", "value": 2.0},
            {"label": "attack", "value": 3.5},
            {"label": "freeze", "value": 1.0},
        ],
        "missing": "Too few answers for this part.",
    },
    "sentence": "You say early that something is wrong. That is a strength, and it can be said softly.",
}

PROFILE_ZH: dict[str, Any] = {
    "language": "zh",
    "title": "此刻的你",
    "under": "{name}",
    "names": {"name": ["安安🌸", ""]},
    "axes": {
        "across": {"low": "亲近很自然", "high": "有距离更安心"},
        "up": {"low": "相信关系稳得住", "high": "常担心关系不稳"},
    },
    "regions": {"settled": "安稳", "close": "渴望靠近", "apart": "习惯独立", "torn": "想近又想远"},
    "place": {
        "across": {"value": 6.8, "low": 6.3, "high": 7.3},
        "up": {"value": 6.4, "low": 5.9, "high": 6.9},
    },
    "before": {
        "across": {"value": 4.0, "low": 3.4, "high": 4.6},
        "up": {"value": 4.0, "low": 3.4, "high": 4.6},
    },
    "missing": "这次回答的题目太少，还画不出位置。",
    "stress": {
        "title": "压力大的时候，你常会",
        "low": "很少",
        "high": "经常",
        "bars": [
            {"label": "追着要说清楚", "value": 7},
            {"label": "往后退", "value": 6},
            {"label": "说重话", "value": None},
            {"label": "愣住", "value": 4},
        ],
        "missing": "这部分回答得太少。",
    },
    "sentence": "你很在意这段关系，也很会照顾自己的空间。先说一句“我需要一会儿，我会回来”，两样都能顾到。",
}

SPARSE_PROFILE: dict[str, Any] = {
    **PROFILE,
    "place": {"across": None, "up": None},
    "stress": {**PROFILE["stress"], "bars": [{"label": "freeze", "value": None}]},
}

HALF_PROFILE: dict[str, Any] = {
    **PROFILE,
    "names": {"name": ["Maximiliane-Alexandra von der Heydebrand-Wolkenstein", ""]},
    "place": {"across": None, "up": {"value": 1, "low": 0.7, "high": 1.3}},
}

PLACE_ALONE: dict[str, Any] = {**PROFILE, "stress": None}
STRESS_ALONE: dict[str, Any] = {**PROFILE_ZH, "place": None}

CYCLE: dict[str, Any] = {
    "language": "en",
    "title": "The round you both know",
    "under": "",
    "names": {"first": ["Ann", "One of you"], "second": ["Ben", "The other"]},
    "start": {"label": "It often starts with", "text": "a plan that changed, and nobody said so"},
    "moves": [
        {"name": "{first}", "move": "reaches out", "words": "asks, asks again, gets louder"},
        {"name": "{second}", "move": "steps back", "words": "goes quiet, needs air, leaves the room"},
    ],
    "stops": {
        "title": "Three places to stop it",
        "items": [
            "Say what changed, before it is found out.",
            "“I'm scared you're leaving” instead of the third question.",
            "“I need twenty minutes. I'm coming back.”",
        ],
    },
    "sentence": "The round is the problem. Neither of you is.",
}

CYCLE_ZH: dict[str, Any] = {
    "language": "zh",
    "title": "你们都熟悉的那个循环",
    "under": "",
    "names": {"first": ["💃", "其中一位"], "second": ["Maximiliane-Alexandra Wolkenstein", "另一位"]},
    "start": {
        "label": "常常从这里开始",
        "text": "说好的安排变了，却没人提前讲一声，等到发现的时候，心里已经凉了半截，话也就重了",
    },
    "moves": [
        {
            "name": "{first}",
            "move": "想靠近，把话说清楚",
            "words": "问一遍，再问一遍，声音越来越大，停不下来",
        },
        {"name": "{second}", "move": "想退开，先静一静", "words": "不说话，想透口气，走到另一个房间去"},
    ],
    "stops": {
        "title": "三个可以停下来的地方",
        "items": [
            "计划有变，先讲一声。",
            "第三次追问之前，先说“我怕你要走”。",
            "“我需要二十分钟，我会回来。”",
        ],
    },
    "sentence": "问题是这个循环，不是你们中的哪一个。",
}

REPORT: dict[str, Any] = {
    "language": "en",
    "title": "A starting point",
    "under": "{name} · November 2026",
    "names": {"name": ["Ann 🌷", ""]},
    "foot": "A picture of one day. Backsoon",
    "profile": {
        "title": "Where you are now",
        "text": [
            "You care about this connection, and you notice early when it gets thin. Waiting is hard.",
            "Being close comes to you without much effort. That is good ground to stand on.",
        ],
        "scales": [
            {
                "label": "Trust that it holds",
                "low": "it holds",
                "high": "often unsure",
                "value": 4.9,
                "from": 4.3,
                "to": 5.5,
            },
            {
                "label": "Being close",
                "low": "comes easily",
                "high": "distance feels safer",
                "value": None,
                "from": None,
                "to": None,
            },
            {
                "label": "Making up",
                "low": "hard to begin",
                "high": "comes easily",
                "value": 7,
                "from": 6.6,
                "to": 7.4,
            },
        ],
        "missing": "Too few answers to say.",
        "strengths": {
            "title": "What you bring",
            "items": [
                "You say that something is wrong while it is still small.",
                "You come back to a talk that went badly.",
            ],
        },
    },
    "hard": {
        "title": "On a hard day",
        "text": ["It goes fast. These are the moments at which you can still turn."],
        "steps": [
            {
                "title": "The first sting",
                "text": "An answer is short, and something in you says: it is over. Feel your feet.",
            },
            {
                "title": "The pull",
                "text": "You want to ask again, now. Wait for five minutes, with a hand on your chest.",
            },
            {
                "title": "The message",
                "text": "Say what you fear, not what was done: I am scared that we lose each other.",
            },
        ],
    },
    "playbook": {
        "title": "Your playbook",
        "soothing": {
            "title": "What calms you",
            "items": [
                "Breathe out for longer than you breathe in.",
                "Walk around the block.",
                "Write it down, send it later.",
            ],
        },
        "experiment": {
            "title": "This week",
            "text": "When you want to reach out at once, calm yourself for five minutes first. Then go.",
        },
        "partner": {
            "title": "How Ben can help",
            "items": ["Say when you will be back, to the minute.", "One warm word before going quiet."],
        },
    },
    "phrases": {
        "title": "Words for it",
        "say": {
            "title": "To say",
            "items": ["I'm scared right now. I don't want to fight.", "Can you tell me that we are fine?"],
        },
        "hear": {
            "title": "To hear",
            "items": ["I'm not leaving. I need twenty minutes.", "You matter to me, also now."],
        },
    },
    "together": {
        "title": "To fill in together",
        "text": ["Ten minutes, one pen, nobody is right."],
        "fields": [
            {"label": "When it gets loud, we both know it by …", "lines": 3},
            {"label": "What helps you, in your words", "lines": 3},
            {"label": "What helps me, in mine", "lines": 3},
            {"label": "This week we try …", "lines": 2},
        ],
    },
}

REPORT_ZH: dict[str, Any] = {
    "language": "zh",
    "title": "一个起点",
    "under": "",
    "names": {"name": ["安安", ""]},
    "foot": "这只是某一天的样子。Backsoon",
    "profile": {
        "title": "此刻的你",
        "text": [
            "你很在意这段关系，哪怕只是淡了一点点，你也会很早察觉。现在的你更习惯主动去靠近，而等待对你来说最难。",
            "亲近对你来说很自然，这是很好的底子。",
        ],
        "scales": [
            {
                "label": "相信关系稳得住",
                "low": "稳得住",
                "high": "常常没把握",
                "value": 1,
                "from": 0.7,
                "to": 1.3,
            },
            {"label": "亲近", "low": "很自然", "high": "有距离更安心", "value": 4, "from": 3.5, "to": 4.5},
        ],
        "missing": "回答得太少，还看不出来。",
        "strengths": {
            "title": "你带来的",
            "items": ["事情还小的时候，你就会说出来。", "谈崩了，你也会回来接着谈。"],
        },
    },
    "hard": {
        "title": "难熬的一天",
        "text": ["一切都来得很快。下面这几个时刻，你还来得及转个弯。"],
        "steps": [
            {"title": "第一下刺痛", "text": "对方回得很短，你心里有个声音说：完了。先感觉一下双脚踩在地上。"},
            {"title": "想马上追问", "text": "等五分钟，一只手放在胸口。"},
            {"title": "要发的那句话", "text": "说你怕什么，不说对方做了什么：“我怕我们会失去彼此。”"},
        ],
    },
    "playbook": {
        "title": "你的锦囊",
        "soothing": {
            "title": "让你静下来的",
            "items": ["呼气比吸气长一些。", "下楼走一圈。", "先写下来，晚点再发。"],
        },
        "experiment": {
            "title": "这一周",
            "text": "有一次很想立刻去找对方的时候，先用五分钟安抚自己，然后再去。",
        },
        "partner": {
            "title": "对方可以怎样帮你",
            "items": ["说清楚几点几分回来。", "安静下来之前，先给一句暖心的话。"],
        },
    },
    "phrases": {
        "title": "可以这样说",
        "say": {"title": "说出口的", "items": ["我现在有点怕，我不想吵。", "能告诉我，我们没事吗？"]},
        "hear": {"title": "想听到的", "items": ["我不走，我只需要二十分钟。", "就算现在，你对我也很重要。"]},
    },
    "together": {
        "title": "一起来填",
        "text": ["十分钟，一支笔，没有谁对谁错。"],
        "fields": [
            {"label": "声音变大之前，我们都能察觉到的是……", "lines": 3},
            {"label": "什么能帮到你（用你的话）", "lines": 3},
            {"label": "什么能帮到我（用我的话）", "lines": 3},
            {"label": "这一周我们试试……", "lines": 2},
        ],
    },
}

FULL_CYCLE: dict[str, Any] = {
    **CYCLE,
    "under": "As you both described it in November",
    "moves": [
        {
            "name": "{first}",
            "move": "reaches out and asks for an answer right away",
            "words": "asks, asks again, gets louder, follows from room to room, cannot let it be",
        },
        {
            "name": "{second}",
            "move": "steps back to find some calm",
            "words": "goes quiet, needs air, leaves the room without a word and stays there",
        },
    ],
    "stops": {
        "title": "Three places where the two of you can stop it",
        "items": [
            "Say what has changed as soon as you know it yourself, before it is found out by chance.",
            "Say “I am scared you are leaving” instead of asking the same question for the third time.",
            "Say “I need twenty minutes, I am coming back”, and then come back on the minute.",
        ],
    },
    "sentence": "Neither of you is the problem, and both of you can stop it, whoever notices first.",
}

FULL_WEEK: dict[str, Any] = {
    **WEEK,
    "title": "Your week, as it was for the two of you together",
    "counts": [
        {"label": "pauses, and you both came back", "number": 128},
        {"label": "near misses that you caught in time", "number": 34},
        {"label": "wins worth celebrating together", "number": 21},
    ],
    "sentence": "A week with two hard evenings after which you both came back, with a Saturday on which you"
    " laughed a lot, which nobody had planned at all, and with a Sunday that nobody wanted to end.",
}
