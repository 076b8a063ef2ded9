# 小问卷：只在私聊里。开始之前的一页；第一句会出现在锁屏上
quiz-intro =
    花几分钟，看看这段关系里的自己。
    一共 { $all } 句话，四分钟左右。答完能得到一个起点，不会给你贴一辈子的标签。
    只有你能看到，随时都可以停。

# 一句一页：到哪儿了，之前选了什么
quiz-progress = 第 { $at } 句，共 { $all } 句
quiz-given = 这句你选过 { $value }。

# 停下，再回来
quiz-stopped =
    好，答过的都留着。
    什么时候想接着来，发 /quiz，还是从这里开始：第 { $at } 句，共 { $all } 句。
quiz-resume =
    上次停在第 { $at } 句，共 { $all } 句，答过的都留着。
    接着来吗？要是重新开始，这些回答就不留了。
quiz-again =
    几个星期过去了。
    要是好奇现在的自己走到了哪儿，花四分钟看看。只有你能看到。

# 结果：先说好的
quiz-result = 这是此刻的你。只是一个起点，不是标签。
quiz-strong = 你的底气
quiz-strong-anxiety = 哪怕两个人安静下来，你心里也踏实。
quiz-strong-avoidance = 亲近对你来说很自然：愿意依靠对方，也愿意让对方知道你的感受。
quiz-strong-repair = 吵过以后，你知道怎么走回来。
quiz-strong-pursue = 一件事暂时没有结果，你也放得下。
quiz-strong-withdraw = 话说得艰难时，你留得住。
quiz-strong-attack = 就算受了伤，你也很少说扎人的话。
quiz-strong-freeze = 气氛紧张时，你还感觉得到自己。
quiz-strong-none = 你愿意停下来看看自己。这需要勇气，也能长出很多东西。

# 地图上的四块地方，以及在那里常会怎么做
quiz-place = 在地图上：{ $region }
quiz-region-secure = 安稳
quiz-region-anxious = 渴望靠近
quiz-region-avoidant = 习惯独立
quiz-region-disorganised = 想近又想远
quiz-tends-secure = 眼下的你，多半相信这段关系稳得住，靠近对方也不用多想。
quiz-tends-anxious = 眼下的你，心里没底的时候多半会主动靠过去，想要一个“我们没事”的信号。
quiz-tends-avoidant = 眼下的你，多半习惯靠自己，要先有一点空间，才好靠近。
quiz-tends-disorganised = 眼下的你，多半又想靠近，又想护住自己。两样都有道理，放在一起就会累。
quiz-place-leaning = 离“{ $other }”也很近，所以那边的话可能也像你。
quiz-place-between = 在地图上：介于几块之间
quiz-place-open = 眼下的回答，不止一块说得通，离得最近的是“{ $region }”。
quiz-no-place = 这次答得少了些，还画不出地图上的位置，没关系。

quiz-second = 还可以知道的
quiz-second-anxiety = 有些时候，你可能对两个人的关系心里没底。
quiz-second-avoidance = 有些时候，靠得太近可能会让你吃不消。
quiz-second-pursue = 气氛一紧张，你多半会追着要一个结果。
quiz-second-withdraw = 气氛一紧张，你多半会往后退，或者草草收场。
quiz-second-attack = 受了伤，你多半会说扎人的话。
quiz-second-freeze = 气氛一紧张，你多半会愣住，或者脑子空白。
quiz-second-repair = 吵过以后怎么走回来，眼下对你不容易。这是可以练的。
quiz-unsure = 这次的回答几乎都一样，或者答得很快。看看就好，我把范围画宽了一些。

# 每一项
quiz-scales = 每一项，从 1 到 7。
quiz-scale-anxiety = 对关系没底
quiz-scale-avoidance = 需要距离
quiz-scale-pursue = 追着要结果
quiz-scale-withdraw = 往后退
quiz-scale-attack = 说扎人的话
quiz-scale-freeze = 愣住
quiz-scale-repair = 走回来
quiz-scale-missing = 这次答得少了些，没关系。
quiz-band-anxiety-low = 眼下的你，对两个人多半是放心的。
quiz-band-anxiety-middle = 眼下的你，有时放心，有时没底。
quiz-band-anxiety-high = 眼下的你，多半会担心两个人的关系。
quiz-band-avoidance-low = 眼下的你，亲近起来多半很自然。
quiz-band-avoidance-middle = 眼下的你，有时亲近得自然，有时会吃不消。
quiz-band-avoidance-high = 眼下的你，多半有点距离才安心。
quiz-band = 大约 { $value }，在 { $low } 到 { $high } 之间。
quiz-stress = 气氛紧张的时候
quiz-rarely = 很少
quiz-sometimes = 有时
quiz-often = 常常
quiz-scales-no-norms = 这里不跟任何人比。4 是刻度的正中，不是“一般人”。

# 两次放在一起
quiz-then = 那时（{ $then }）和现在（{ $now }）。
quiz-change = 从 { $then } 到 { $now }。
quiz-change-anxiety-less = 这不只是碰巧：比起那时，你对两个人更放心了。
quiz-change-anxiety-more = 这不只是碰巧：比起那时，你没那么放心。以后还会变的。
quiz-change-avoidance-less = 这不只是碰巧：比起那时，亲近起来更自然了。
quiz-change-avoidance-more = 这不只是碰巧：比起那时，你更需要一点空间。以后还会变的。
quiz-change-chance = 没有超出碰巧的范围，所以说不准有没有变。
quiz-change-missing = 有一次答得少了些，比不了。
quiz-then-careful = 睡得好不好、吵没吵架、这周顺不顺，都会让数字动一动。

# 删掉
quiz-delete =
    你在小问卷里的所有回答，还有由它们得出的一切，都会删掉。
    不会告诉任何人。要删吗？
quiz-gone = 都删掉了，没有告诉任何人。

# 按钮
button-quiz = 小问卷
button-quiz-begin = 开始
button-quiz-go = 接着来
button-quiz-anew = 重新做
button-quiz-more = 再做一次
button-quiz-stop = 先停这里
button-quiz-result = 我的结果
button-quiz-scales = 每一项
button-quiz-then = 前后对比
button-quiz-delete = 删掉
button-quiz-forget = 全部删掉
button-quiz-keep = 留着

# 按下之后的一句
answer-quiz-here = 现在在这里。
