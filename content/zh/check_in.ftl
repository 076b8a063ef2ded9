# 面板：给两个人的一句话。第一句会出现在锁屏上
check-in-panel = 留两分钟给你们俩。
check-in-hint =
    点一下，你心里现在是什么天气。想说的话，到我们的私聊里写。
    两个人都给了，才一起亮出来。
    .short = 点一下心里的天气，话在私聊里写。两个人都给了，才一起亮出来。
check-in-both-moods = 你们俩今天的天气。
check-in-both-words = 你们俩都答了。
# 有人第一次直接在共同的聊天里回答
check-in-openly =
    这也算数，不过在这里说，两个人马上都能看到。
    想等两个人都答了再一起看，就点“回答”。
    .short = 这也算数，不过在这里马上都能看到。想等两个人都答了再看，就点“回答”。

# 只给一个人看的私聊页
check-in-own = 给你们俩的一个问题。
check-in-asked =
    就写在这里，也可以发语音、照片或贴纸。
    两个人都答了，才一起看到。
check-in-asked-mine =
    就写在这里，也可以发语音、照片或贴纸。
    只有你自己能看到。
check-in-no-hurry = 不急，也不是非答不可。想答的话，点一下，或者写几个字。
check-in-gave = 你给的：{ $given }
check-in-anew = 重新发一条，就会换掉这条。
check-in-hidden = 两个人都给了才一起亮出来，在那之前随时可以改。
check-in-mine = 只有你自己能看到。
check-in-mine-rest = 已经亮出来的不变，其余的只有你自己能看到。
check-in-mine-later = 从现在起，你在这里给的，只有你自己能看到。
check-in-skipped = 跳过了，没关系。改主意的话，点一下或者写几个字就行。
check-in-skipped-rest = 跳过了，没关系。还没亮出来的，只留给你自己。
check-in-skipped-kept = 跳过了，没关系。你给过的，只留给你自己。
check-in-mood-seen = 你的天气，两个人都看到了。想写几句也欢迎。
check-in-in-the-open = 你的话就在你们的聊天里。两个人都给了，再一起亮出来。
check-in-seen = 现在你们俩都能看到。
check-in-words-seen = 现在你们俩都能看到这些话。两个人都点了天气，才一起亮出来。
check-in-gone-by = 这个问题已经过去了。

# 回答之后可能遇到的
check-in-too-long =
    这段话太长，这里放不下。
    大约一千五百字以内就好，能发一条短些的吗？原话就在上面，可以复制。
check-in-fixed = 两个人的回答都已经亮出来了，就保持原样吧。
check-in-over = 那个问题已经过去了。你给过的，都给你留着。
check-in-kept-late = 下一个问题已经来了。你写的这些，只给你自己留着。
check-in-other-kind = 这里可以用文字、语音、照片或贴纸。这一条我没有留。

# 心情很低的时候：问问身体，给一个建议
check-in-low =
    给你的一小会儿。
    听起来今天不容易。身体现在怎么样？
    💓 绷着、心跳快，想吵或者想逃
    🌫️ 发木、发空，离什么都远
    🍃 平静，也愿意靠近人

# 自己的回答
check-in-day = { $day }
check-in-no-history = 这里还是空的。你的回答会留在这儿，只给你自己看。

# 按钮
button-answer = 回答
    .short = 回答
button-change = 改一改
button-skip = 跳过
    .short = 跳过
button-only-me = 只给自己
button-share-after-all = 给两人看
button-answers = 我的回答
button-play = 看看原件
button-to-today = 今天的

# 按键后的提示
answer-check-in-mood = 记下了，都给了才亮出来。
answer-check-in-mood-mine = 记下了，只给你自己。
answer-check-in-mine = 只有你自己能看到。
answer-check-in-mine-rest = 从现在起，只有你自己能看到。
answer-check-in-shared = 两个人都给了就亮出来。
answer-check-in-skipped = 没关系，改天吧。
answer-check-in-shown = 已经亮出来了，就这样吧。
answer-check-in-over = 那个问题已经过去了。
