# 两个人的循环，双方都分享了紧张时的样子才画。从不说谁对谁错
command-together = 画出你们熟悉的那个循环
together-needs =
    <b>“一起看”需要你们两个人。</b>
    你们都把自己紧张时的样子分享给对方之后，我就能画出你们熟悉的那个循环。
together-title = 你们熟悉的那个循环
together-start = 常常从这里开始
together-sentence = 问题是这个循环，不是你们中的哪一个。
together-stops = 三个可以停下来的地方
together-heading = <b>{ $title }</b>
together-begins = { $label }：{ $text }。
together-tends = <b>{ $name }</b> { $move }：{ $words }。
together-tends-besides = <b>{ $name }</b> { $move }：{ $words }。也常常{ $besides }。
together-stop = { $number }. { $text }

# 各自容易怎么做
together-move-pursue = 容易追着说清楚
together-move-withdraw = 容易往后退
together-move-attack = 话容易变重
together-move-freeze = 容易愣住
together-move-steady = 没有明显的习惯
together-words-pursue = 问了又问，想马上有个结果
together-words-withdraw = 不说话，想透口气，走开
together-words-attack = 心里警铃一响，话就冲了出来
together-words-freeze = 脑子一片空白，说不出话
together-words-steady = 有时这样，有时那样
together-besides-pursue = 追着说清楚
together-besides-withdraw = 往后退
together-besides-attack = 话变重
together-besides-freeze = 愣住

# 两个人怎样互相回应
together-chase = 一个越靠近，另一个越想透口气；一个越退，另一个越想靠近。这个循环没有谁先谁后。
together-clash = 你们都往前冲。各自觉得被顶了一下，就顶回去，谁也听不进去。
together-silence = 你们都为了不吵而沉默。都把第一句话留给对方，要紧的事就没说出来。
together-one = 这里有一边的习惯更看得见，另一边不那么明显。两边都在循环里，互相回应着对方。
together-calm = 紧张的时候，没有哪个习惯特别明显。这是很好的底子，正好趁现在说好：万一吵起来，你们怎么办。

# 从哪里开始
together-start-chase = 一个想靠近，另一个正需要喘口气的时候
together-start-clash = 被刺了一下，两个人都马上还口
together-start-silence = 一件小事，两个人都没说
together-start-one = 气氛一紧，老习惯跑得更快
together-start-calm = 累了一天，留给彼此的不多了

# 在哪里能停：先是开头，再是各自的一处；两人一样时用 -b
together-stop-chase = 就在那一刻：用一句话说出需要什么。
together-stop-clash = 就在那一刻：先呼吸三次，再回答。
together-stop-silence = 就在那一刻：小事当天就说。
together-stop-one = 就在那一刻：有人说一句“气氛紧了”。
together-stop-calm = 就在那一刻：早点说“今天有点累”。
together-stop-pursue = 再问之前，先说：“我现在有点怕。”
together-stop-pursue-b = 问一句，然后安静五分钟。
together-stop-withdraw = 走开之前，先说：“我要缓一缓，我会回来。”
together-stop-withdraw-b = 说清楚几点几分回来。
together-stop-attack = 重话出口前，先说：“这让我难受。”
together-stop-attack-b = 轻一点：“让我换个说法。”
together-stop-freeze = 举一下手：“我在，只是说不出话。”
together-stop-freeze-b = 脚踩地，慢慢呼一口气，说一个字也好。
together-stop-steady = 更平静的那一个，提议停一停。
together-stop-steady-b = 解决问题之前，先说一句暖心的话。

# 可以约定的事：一条给循环，各一条给两边
together-ideas =
    <b>可以一起约定的三件事</b>
    挑一条，改到像你们自己的话，或者都不要也行。
together-idea-chase = 谁需要停一停，我们就说好几点接着聊。
together-idea-clash = 声音大起来，谁先发觉谁按 ✋，另一个说好。
together-idea-silence = 每天晚上，各自说一件没说出口的事。
together-idea-one = 有人说“又来了”，两个人都慢下来。
together-idea-calm = 哪天太累了，先说一声，再谈别的。
together-idea-pursue = 没谈完的问题，定个时间再谈。
together-idea-pursue-b = 发第二条消息之前，各自先安静五分钟。
together-idea-withdraw = 谁要走开，先说一句：我会回来。
together-idea-withdraw-b = 停过之后，喊停的那个先开口。
together-idea-attack = 说哪里疼，不说对方是什么样的人。
together-idea-attack-b = 谁都可以说：“让我再说一遍。”
together-idea-freeze = 手放在心口，意思是：我在，只是还说不出话。
together-idea-freeze-b = 说不出来，就写下来，晚点再看。
together-idea-steady = 每周十分钟，聊聊我们之间的好事。
together-idea-steady-b = 谈完难的话，睡前做一件暖心的小事。

button-together-see = 一起看
button-ideas = 约定
button-cycle = 图
