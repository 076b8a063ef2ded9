# 报告：几页 PDF，只给本人。要不要给人看，由本人决定
report-caption =
    📄 你的报告，只给你自己：此刻的你、难熬的一天、你的锦囊、可以说的话，还有一页可以两个人一起填。
report-title = 一个起点
report-foot = 这只是某一天的样子，不是给人贴标签。
report-profile = 此刻的你
report-stress = 一紧张起来，你{ $bars }。
report-repair-low = 现在有点难
report-repair-high = 很自然

report-hard = 难熬的一天
report-hard-intro = 那时候一切都来得很快。下面三个时刻，你还来得及转个弯。
report-sting = 第一下刺痛
report-sting-secure = 有点疼，可你心里知道你们稳得住。趁事情还小，说出来。
report-sting-anxious = 对方回得很短，或者没有回，你心里有个声音说：完了。那是警报，不是消息。先感觉一下双脚踩在地上。
report-sting-avoidant = 忽然又近又吵，你心里只想走开。那是你需要一点空间，这句话可以说出口。
report-sting-disorganised = 想让对方靠近，又想立刻走开，两样同时来。两样都是真的，现在什么都不用决定。
report-sting-any = 有点疼。留意身体哪里最先有感觉，那就是你最早的信号。
report-pull = 心里的那股劲
report-pull-pursue = 你想再问一次，马上问清楚。手放在胸口，等五分钟，再只问一个问题。
report-pull-withdraw = 你想走开。可以走，说个时间，两个人都安心：告诉对方几点几分回来。
report-pull-attack = 重话已经到了嘴边。先呼一口气，说哪里疼，不说对方是什么样的人。
report-pull-freeze = 话忽然没了。举一下手，让对方看到你还在。身体静下来，话就会回来。
report-pull-steady = 你没有哪个习惯特别明显。用好这一点：说慢一点，在谁撑不住之前先提议停一停。
report-pull-any = 心里有股劲来得很快：追问、走开、说扎人的话，或者忽然没了声音。看看是哪一种，先呼一口气，再决定跟不跟着它。
report-back = 回来的路
report-back-hard = 现在，迈出第一步对你有点难。那就迈得很小：一杯茶，一只手，一句“我们重新来，好吗？”
report-back-any = 走一小步就够，不用做得漂亮：一杯茶，一只手，一句“我们重新来，好吗？”
report-back-easy = 你找得到回来的路，这很珍贵。早一点走，步子就小一点。

report-playbook = 你的锦囊
report-soothing = 让自己静下来
report-trial = 这一周的小尝试
report-partner = 对方可以怎样帮你（用你的话）
report-phrases = 可以这样说
report-say = 说出口的
report-hear = 想听到的

report-together = 一起来填
report-together-intro = 十分钟，一支笔。没有谁对谁错，你们在同一边。
report-field-sign = 我们都知道，快要吵起来的时候会……
report-field-you = 什么能帮到其中一位（用自己的话）
report-field-me = 什么能帮到另一位（用自己的话）
report-field-try = 这一周我们试试……
