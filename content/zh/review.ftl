# 每周回顾：每一步有一段话、可以点的提示，也可以在私聊里自己写。`.short` 用于双语聊天
review-helped =
    <b>有帮助吗？</b>上次你们约好：“{ $agreement }”。
    点一个合适的，或在私聊里写。有人点“继续”后，你们俩都给了的才会一起看到。
    .short =
        <b>有帮助吗？</b>“{ $agreement }”
        有人点“继续”之前，谁都看不到。
review-appreciation =
    <b>先说说欣赏。</b>这一周，对方有什么让你喜欢的？
    点一个合适的，或在私聊里写。有人点“继续”后，你们俩都给了的才会一起看到。
    .short =
        <b>先说说欣赏。</b>这周喜欢对方什么？
        有人点“继续”之前，谁都看不到。
review-works = <b>现在你们之间，什么是好的？</b>值得留着。
review-adjust = <b>什么能让下周轻松一点？</b>一件小事就够了。
review-near =
    <b>差一点就吵起来。</b>眼看要翻了，却稳住了。每一次都是好消息。
    是什么帮了忙？
review-celebrate = <b>庆祝一下。</b>想怎么犒劳你们俩？小小的就好。
review-agreement =
    <b>下周一个小约定，</b>做没做到，一眼看得见的那种。
    提一个，或者直接结束。提议不写名字。
review-table =
    <b>下周的提议：</b>
    { $list }
    两个人都点了“好”才算数。只有一个人点，谁也看不到。
    .short =
        <b>提议：</b>
        { $list }
        两人都点“好”才算数，一个人的看不到。
review-agreed =
    <b>下周约好了：</b>{ $agreement }。
    谢谢你们俩。下次我会问问有没有帮助。
    .short =
        <b>约好了：</b>{ $agreement }。
        谢谢你们俩。
review-done =
    这次回顾就到这里，谢谢你们俩。
    没有约定也很好。
review-faded = 这次回顾已经结束。没给对方看过的，都留在写的人自己那里。

# 一步走完，两人都给了的
review-line = { $name }：{ $given }
review-given-helped = <b>有帮助吗</b>
review-given-appreciation = <b>欣赏</b>
review-given-works = <b>好的地方</b>
review-given-adjust = <b>让下周轻松一点</b>
review-given-near = <b>稳住的时候，是什么帮了忙</b>
review-given-celebrate = <b>庆祝</b>

# 可选的约定，完整的话
review-agree-phones = 吃晚饭时手机扣着放
review-agree-stroll = 一起散一次步，二十分钟
review-agree-goodnight = 关灯前说声晚安
review-agree-breakfast = 一起慢慢吃一顿早饭

# 私聊里
review-ask =
    写在这里，是给你们俩的。
    如果两个人都给了，等有人点“继续”，{ $name } 就会看到。
review-ask-agreement =
    把你的提议写在这里。
    一件看得见的小事。写好就给你们俩看，不带名字。
review-too-long =
    这句有点长，最多三百个字。
    能说短一点吗？
review-kept =
    记下了。
    如果两个人都给了，等有人点“继续”，{ $name } 就会看到。
review-one-sided =
    悄悄说一声。
    { $step }：这些只有你自己看得到。
    { $given }
    想给 { $name } 看，或者自己留着，都好。
review-shown =
    你们俩都看到了：
    { $given }
review-private = 留在你这里了。在以前的回顾里能找到。
review-proposed = 提议放上去了，没有名字。
review-three = 已经有三个提议了，够选的了。
review-moved = 那一步你们已经走过去了。
review-over = 那次回顾属于以前的配对。你刚才写的，我没有留。
review-waits = 先暂停。回顾给你们留着，过会儿再来。
review-waits-words = 先暂停。你的话就在上面，等你们都回来了再发一次。
review-where = 回顾在你们俩的聊天里。
review-past =
    { $date } 的回顾。
    这一页只有你能看。
review-past-agreement = 约好了：{ $agreement }
review-past-own = 只有你自己的：{ $given }
review-past-empty = 这一次没有什么给两个人看过。
review-past-none =
    现在没有以前的回顾。
    第一次回顾结束后，会出现在这里。

# 按钮：提示
button-chip-yes = 有帮助
    .short = 有用
button-chip-somewhat = 有一点
    .short = 有点
button-chip-rarely = 不太有
    .short = 没有
button-chip-listening = 听我说
    .short = 倾听
button-chip-patience = 耐心
button-chip-laughing = 逗我笑
    .short = 欢笑
button-chip-helping = 搭把手
    .short = 帮忙
button-chip-talking = 聊天
button-chip-closeness = 亲近
button-chip-pausing = 缓一缓
    .short = 缓缓
button-chip-everyday = 过日子
    .short = 日常
button-chip-gentler = 开口轻些
    .short = 轻声
button-chip-time = 多些陪伴
    .short = 陪伴
button-chip-sleep = 多休息
    .short = 休息
button-chip-planning = 说好安排
    .short = 安排
button-chip-slower = 慢下来
    .short = 放慢
button-chip-pause = 缓一缓
    .short = 缓缓
button-chip-humour = 笑一笑
    .short = 笑笑
button-chip-kindness = 好好说话
    .short = 好话
button-chip-hug = 抱一下
    .short = 抱抱
button-chip-walk = 散散步
    .short = 散步
button-chip-meal = 吃顿好的
    .short = 美食
button-chip-evening = 安静一晚
    .short = 静夜
button-chip-phones = 放下手机
    .short = 手机
button-chip-stroll = 散散步
    .short = 散步
button-chip-goodnight = 说声晚安
    .short = 晚安
button-chip-breakfast = 一起早饭
    .short = 早饭

# 按钮
button-review-words = 自己写
    .short = 书写
button-review-own = 自己写
    .short = 书写
button-review-back = 收回
    .short = 收回
button-review-next = 继续
button-review-finish = 结束
button-review-yes = 好，{ $number }
button-review-show = 给对方看
button-review-keep = 自己留着
button-not-writing = 先不写
button-review-past = 以前的
    .short = 以前
button-review-begin = 每周回顾
    .short = 回顾
button-review-newer = 后一次
button-review-older = 前一次

# 按键后的提示
answer-review-kept = 记下了，有人继续前看不到。
answer-review-taken-back = 收回了。
answer-review-moved = 你们已经走过那一步了。
answer-review-closed = 这次回顾已经结束。
answer-review-waits = 先暂停，回顾留着。
answer-review-on-table = 放上去了。
answer-review-three = 三个提议够选的了。
answer-review-yes = 你的“好”记下了，先不显示。
answer-review-agreed = 你们约好了。

# 一周一张图，和图下的话
week-title = 你们的一周
week-heading = <b>{ $title }</b>，{ $range }
week-range = { $from }至{ $to }
week-date = { $month }{ $day }日
week-months = 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月
week-days = 周一 周二 周三 周四 周五 周六 周日
week-mood-1 = 很难
week-mood-2 = 低落
week-mood-3 = 一般
week-mood-4 = 不错
week-mood-5 = 明亮
week-high = 轻松
week-low = 沉
week-none = 你们俩都分享的心情，会画在这里。
week-count-pauses = { $number ->
   *[other] 次暂停，两个人都回来了
}
week-count-near = { $number ->
   *[other] 次差点吵起来，稳住了
}
week-count-wins = { $number ->
   *[other] 个好时刻
}
week-line = { $label }：{ $given }
week-quiet = 这一周在这里没留下多少痕迹。现在你们俩都在，这就很好。
week-back-and-near = 你们走回了彼此身边，也有早早稳住的时候。信任就是这样长出来的。
week-back = 着急过，可你们俩都回来了。就是这个，撑着你们俩。
week-near = 眼看要翻，却稳住了。不声不响的功夫，很了不起。
week-wins = 有好事，你们也看见了。被看见的好，会越来越多。
week-heavy = 这周有点沉，你们都告诉了对方。这需要信任。
week-light = 这一周挺亮堂的。一起看看，真好。
week-mixed = 有几天轻，有几天沉，你们都让对方看见了。
