# 暂停进行中。`$commitment` 为 1：最初的时间；更多：改过时间。`$called`：机器人能叫到几个人。`.short` 用于双语聊天
pause-panel =
    ✋ <b>{ $commitment ->
        [1] { $time } 回来。
       *[other] 改到 { $time } 回来。
    }</b>
    { $name } 需要停一停，没有人要离开。
    先放下手机。现在不用回应，不用解释，也不用解决什么。{ $called ->
        [1] 到点我来叫你。
       *[other] 到点我来叫你们。
    }
    .short =
        ✋ <b>{ $commitment ->
            [1] { $time } 回来。
           *[other] 改到 { $time } 回来。
        }</b>
        { $name } 需要停一停，没有人要离开。
        不用回应，也不用解释。{ $called ->
            [1] 到点我来叫你。
           *[other] 到点我来叫你们。
        }
pause-panel-both =
    ✋ <b>{ $commitment ->
        [1] { $time } 回来。
       *[other] 改到 { $time } 回来。
    }</b>
    你们俩都需要停一停，没有人要离开。
    先放下手机。现在不用回应，不用解释，也不用解决什么。{ $called ->
        [1] 到点我来叫你。
       *[other] 到点我来叫你们。
    }
    .short =
        ✋ <b>{ $commitment ->
            [1] { $time } 回来。
           *[other] 改到 { $time } 回来。
        }</b>
        你们俩都需要停一停，没有人要离开。
        不用回应，也不用解释。{ $called ->
            [1] 到点我来叫你。
           *[other] 到点我来叫你们。
        }
# 私聊里，给按下暂停的人
pause-panel-own =
    ✋ <b>{ $commitment ->
        [1] { $time } 回来。
       *[other] 改到 { $time } 回来。
    }</b>
    这是你的暂停，没有人要离开。
    先放下手机。现在不用回应，不用解释，也不用解决什么。{ $called ->
        [1] 到点我来叫你。
       *[other] 到点我来叫你们。
    }
pause-panel-alone =
    ✋ <b>{ $commitment ->
        [1] { $time } 回来。
       *[other] 改到 { $time } 回来。
    }</b>
    这段时间只属于你。
    放下手机，走一走，喝口水，慢慢呼气。到点我来叫你。
pause-panel-crowd =
    ✋ 暂停一下。<b>{ $commitment ->
        [1] { $time } 回来。
       *[other] 改到 { $time } 回来。
    }</b>

# 提前五分钟
pause-nearly =
    快到 <b>{ $time }</b> 了。长长地呼一口气。
    还想久一点？现在说一声，也是说话算话。

# 到点
pause-return =
    <b>{ $time } 到了</b>，{ $first }、{ $second }。
    轻轻开口：“我在。”一个人先说两分钟，另一个只听，然后换过来。
    没准备好？换个时间就好。
    .short =
        <b>{ $time } 到了</b>，{ $first }、{ $second }。
        轻轻开口：“我在。”一人两分钟。
        没准备好？换个时间就好。
pause-return-alone =
    <b>{ $time } 到了</b>，{ $name }。
    暂停到这里。长长地呼一口气，来就好。
    没准备好？换个时间就好。
pause-return-crowd = <b>{ $time } 到了。</b>暂停到这里。没准备好？换个时间就好。

# 到点时机器人或 Telegram 不在线
pause-outage =
    { $time } 的时候我掉线了，对不起。
    <b>现在是 { $now }。</b>接着来，还是换个时间？

# 半小时后，给两个人同样的话
pause-open =
    这次谈话不着急，你们之间没有变。
    换个时间，或者今天先放下。没人选的话，我会悄悄收起来。
pause-open-alone =
    不着急，你们之间没有变。
    换个时间，或者今天先放下。不选的话，我会悄悄收起来。

# 开始一天以后，不再提供新的时间
pause-nearly-last = 快到 <b>{ $time }</b> 了。长长地呼一口气。
pause-return-last =
    <b>{ $time } 到了。</b>
    轻轻开口：“我在。”一人两分钟。或者今天先放下。
pause-outage-last =
    { $time } 的时候我掉线了，对不起。
    <b>现在是 { $now }。</b>接着来，还是先放下？
pause-open-last =
    这次谈话不着急，你们之间没有变。
    聊一聊，或者今天先放下。没人选的话，我会悄悄收起来。
pause-one-here-last = { $name } 来了。不用准备什么，来就好，或者今天先放下。
pause-nudge-last =
    轻轻说一声。
    回来有时候不容易，不需要理由。来就好，或者今天先放下。

# 结束
pause-back =
    <b>你们都回来了。</b>最难的一步已经走过来了。
    试着说：“我在。”“我们没事。”“慢慢来。”一人两分钟，不用今天就解决。
    .short =
        <b>你们都回来了。</b>最难的一步已经走过来了。
        慢慢说，一人两分钟，不用今天就解决。
pause-back-early =
    <b>你们都回来了。</b>
    很多人的身体要二十分钟才能静下来，所以慢慢说，一人两分钟。要是又急了，就按 ✋。
    .short =
        <b>你们都回来了。</b>
        身体常常要二十分钟才能静下来，慢慢说。要是又急了，就按 ✋。
pause-back-alone = <b>你来了。</b>最难的一步已经走过来了。慢慢来。
pause-back-alone-early =
    <b>你来了。</b>
    很多人的身体要二十分钟才能静下来，慢慢来。要是又急了，就按 ✋。
pause-talking = 你们聊起来了，暂停就是为了这个。慢慢说。
pause-rested = 今天先放下，没关系。等两个人都想聊的时候再聊。
pause-rested-alone = 今天先放下，没关系。
pause-faded = 这次暂停我悄悄收起来了，没关系。需要的时候，✋ 都在。
pause-undone = { $name } 按错了，没有暂停。
pause-undone-alone = 按错了，没有暂停。
pause-replaced = 新的暂停开始了。
pause-over-crowd = 暂停结束了。

# 个人的时间菜单
pause-times = 选个时间。我只转告时间。
pause-times-alone = 选个时间。
pause-times-today = 今天晚些，按你当地时间：
pause-times-tomorrow = 明天，按你当地时间：
pause-times-late = 今天没有合适的时间了，明天会从容些。
pause-times-full = 一次暂停最长一天。

# 联系不上对方时，给按下暂停的人；`$sentence` 即 pause-copy
pause-unreachable = 我联系不上 { $name }，请你帮我转告：“{ $sentence }”
pause-pass-on = 这次暂停是你自己的。想让谁知道吗？可以转告：“{ $sentence }”
pause-copy = 我需要停一停，不是要离开。{ $length }后回来。

# 一小时内按了好几次暂停的人，只给本人
pause-often =
    悄悄说一句，只有你看得到。
    今天好像很不容易。想停几次都可以。也许现在更需要休息，话可以改天说。

# 一个人回来了；十分钟后，分别给两个人
pause-one-here = { $name } 来了。不用准备什么，来就好，或者选个时间。
pause-nudge =
    轻轻说一声。
    回来有时候不容易，不需要理由。来就好，或者选个时间。我只转告时间。
pause-quiet =
    轻轻说一声。
    暂时没有 { $name } 的消息，这不代表你们之间出了问题。我悄悄问过了。不管怎样，{ $time } 之前我会给你消息。
pause-quiet-unasked =
    轻轻说一声。
    暂时没有 { $name } 的消息，这不代表你们之间出了问题。不管怎样，{ $time } 之前我会给你消息。

# 暂停进行中又按了 ✋
pause-offer-longer = <b>{ $time } 回来</b>，这是原来的时间。改成从现在起{ $length }，会好一些吗？
pause-same = <b>{ $time } 回来</b>，时间没有变。什么都不用做。

# 想暂停，但暂停没有开始
pause-offline-ask = { $time } 你按了 ✋，那时我不在线。现在暂停{ $length }吗？
pause-in-length = { $length }后，对吗？
pause-past = 这个时间今天已经过了。现在歇二十分钟，还是明天？
pause-too-short = 暂停最短二十分钟：很多人的身体要这么久才能静下来。歇二十分钟吧？
pause-too-long = 暂停最长一天，再久就像是离开了。先歇二十分钟？
pause-not-understood = 没看懂要多久。比如：45分钟，1小时。也可以直接按：
pause-maybe = ✋ 想停一停吗？

# 按钮
button-change-time = 改时间
    .short = 时间
button-undo = 撤回
button-coming = 我会来
    .short = 会来
button-more-time = 再久一点
    .short = 延长
button-here = 我来了
    .short = 我在
button-here-already = 我先到了
button-talking = 我们在聊
    .short = 在聊
button-new-time = 换个时间
    .short = 时间
button-rest = 今天放下
    .short = 放下
button-rest-too = 我也歇歇
button-longer = 更久…
button-plus = +{ $minutes }分钟
button-back = 返回
button-tonight = 今晚不了
    .short = 明天
button-tomorrow = 明天
button-today = 今天晚些
button-at = { $clock }
button-copy = 复制
button-pause-now = 现在暂停
    .short = 暂停
button-not-now = 不用

# 按键后的提示
answer-pause-started = 暂停，{ $length }。
answer-pause-running = 已经在暂停，剩{ $length }。
answer-pause-joined = 你们俩一起，剩{ $length }。
answer-pause-undone = 你的 ✋ 撤回了。
answer-pause-undo-late = 撤回只在两分钟内有效。想早点回来的话，“改时间”里可以说自己已经在了。
answer-pause-will = 好。这句我不记下，也不转告。人来就好。
answer-pause-here = 你来了，真好。
answer-pause-here-early = 先替你记着，到点才算。
answer-pause-times-sent = 选项在我们的私聊里。
answer-pause-extended = 新时间：{ $length }后。
answer-pause-time-changed = 时间改了，剩{ $length }。
answer-pause-talking = 真好，慢慢说。
answer-pause-rested = 今天先放下，没事的。
answer-pause-over = 这次暂停已经结束。
answer-pause-not-yet = 到点之后才能选这个。
answer-pause-only-tomorrow = 从现在起，只选明天的时间比较好。隔一晚，对两个人都好。
answer-pause-limit = 一次暂停最长一天。
