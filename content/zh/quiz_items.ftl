# 问卷：我们自己写的二十八句话，都说这段关系、说现在，一句只说一件事，不超过二十八个字
# 每句属于哪一部分、是否反向、先后次序，见 data/quiz.json

# 七个点的两端
quiz-end-low = 完全不像我
quiz-end-high = 说的就是我

# 心里踏不踏实
quiz-item-late-reply = 回复来得晚，我就担心我们之间出了问题。
quiz-item-are-we-all-right = 我老是忍不住问：我们还好吗？
quiz-item-comfort-wears-off = 听了暖心的话，没过几个小时，心里又空落落的。
quiz-item-picture-the-end = 一吵架，我脑子里就冒出我们分开的画面。
quiz-item-get-a-reaction = 觉得被冷落时，我会故意做点什么，好让对方有反应。
quiz-item-one-clear-word = 对方一句“我在”，就够让我安心了。
quiz-item-calm-when-quiet = 对方话少的时候，我对我们俩照样放心。
quiz-item-days-apart = 几天不在一起，我心里也很踏实。

# 亲近自不自在
quiz-item-distance-after-closeness = 两个人黏了一整晚以后，我需要拉开一点距离。
quiz-item-long-talks = 聊“我们俩的事”聊久了，我就想躲开。
quiz-item-help-as-weakness = 开口请对方帮忙，在我看来就是示弱。
quiz-item-all-fine = 心里难受的时候，我也会说“没事”。
quiz-item-on-my-own = 遇到难事，我都是自己扛。
quiz-item-long-hug = 和对方抱上好一会儿，我能整个人松下来。
quiz-item-let-take-over = 累垮的时候，我很乐意让对方来照顾。
quiz-item-tell-what-hurts = 有什么让我受伤了，我会让对方知道。

# 气氛紧张的时候
quiz-item-keep-going = 吵起来的时候，我非要说出个结果才肯停。
quiz-item-press-harder = 吵架时对方越沉默，我追问得越紧。
quiz-item-walk-away = 争吵一激烈，我就转身走开。
quiz-item-short-answers = 吵架时，我随口应付几句，好快点结束。
quiz-item-sharp-words = 吵架时，我会专挑扎人的话说。
quiz-item-old-mistakes = 一觉得委屈，我就翻对方的旧账。
quiz-item-mind-blank = 一吵起来，我脑子里一片空白。
quiz-item-stiff = 吵架时，我的身体会发僵。

# 怎么走回来
quiz-item-notice-early = 话刚有点呛，我就能察觉我们快要吵起来了。
quiz-item-first-step-back = 吵过以后，我会先朝对方走一小步。
quiz-item-let-it-in = 吵过以后对方来示好，我接得住。
quiz-item-come-back-to-it = 停过以后，我会回来把那件事接着说完。
