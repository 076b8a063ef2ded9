# 可以说、可以发的话，只在私聊里，每句都能复制；`.short` 是按钮上的字
phrases-home =
    可以借用的话。
    用在什么时候？
phrases-starting = 想停一停的时候。点一下就能复制。
phrases-waiting = 分开的这一会儿。点一下就能复制。
phrases-returning = 回来的时候。点一下就能复制。
phrases-reassuring = 想让对方安心的时候。点一下就能复制。

# 开始暂停
phrase-starting-1 = 我需要二十分钟，会回来的。
    .short = 会回来
phrase-starting-2 = 我心跳得厉害，先缓一缓，再好好听你说。
    .short = 缓一缓
phrase-starting-3 = 我想听你说，只是现在听不进去，给我一点时间。
    .short = 想听你说
phrase-starting-4 = 我想自己待一会儿。我没事，一小时后回来。
    .short = 我没事
phrase-starting-5 = 这件事对我很重要，所以我想先停一下。
    .short = 很重要
phrase-starting-6 = 我不是要走，只是想让火气先下去。
    .short = 不是要走
phrase-starting-7 = 再说下去，我怕说出伤人的话。先停一停，好吗？
    .short = 先停一停
phrase-starting-8 = 我们是一边的，我只是需要透口气。
    .short = 透口气

# 分开时
phrase-waiting-1 = 你慢慢来，我哪儿也不去。
    .short = 你慢慢来
phrase-waiting-2 = 我心里的警报响了。这是我一贯的反应，不是因为你。
    .short = 警报响了
phrase-waiting-3 = 好，先停一停，到时候见。
    .short = 到时候见
phrase-waiting-4 = 不用回我，我会照顾好自己。
    .short = 不用回我
phrase-waiting-5 = 我出去走走，到点就回来。
    .short = 出去走走
phrase-waiting-6 = 这样待着不容易，不过我可以的。
    .short = 我可以的
phrase-waiting-7 = 你回来就好，不用解释。
    .short = 回来就好
phrase-waiting-8 = 现在有好多话想发给你，我先留着，见面再说。
    .short = 先留着

# 回来时
phrase-returning-1 = 我在。
    .short = 我在
phrase-returning-2 = 谢谢你回来。
    .short = 谢谢你
phrase-returning-3 = 我们慢慢说，好吗？
    .short = 慢慢说
phrase-returning-4 = 你先说，我听两分钟。
    .short = 你先说
phrase-returning-5 = 刚才话说重了，我心里没有那么重的意思。
    .short = 说重了
phrase-returning-6 = 刚才语气不好，对不起。
    .short = 对不起
phrase-returning-7 = 有一点你说得对。
    .short = 你说得对
phrase-returning-8 = 我不想争输赢，我想我们好好的。
    .short = 不争输赢

# 让人安心
phrase-reassuring-1 = 我在，我不走。
    .short = 我不走
phrase-reassuring-2 = 我们没事的。
    .short = 我们没事
phrase-reassuring-3 = 只是这一阵难受，不是我们不好。
    .short = 一阵难受
phrase-reassuring-4 = 不急，我们慢慢来。
    .short = 慢慢来
phrase-reassuring-5 = 比起谁对谁错，我更在乎你。
    .short = 更在乎你
phrase-reassuring-6 = 我不会因为这件事就离开你。
    .short = 不会离开
phrase-reassuring-7 = 我知道，你心里也不好受。
    .short = 你也难受
phrase-reassuring-8 = 以前我们也走回来过，这次也会的。
    .short = 走得回来

# 按钮
button-phrases-starting = 想停一停
button-phrases-waiting = 分开时
button-phrases-returning = 回来时
button-phrases-reassuring = 让人安心
button-more-phrases = 更多
button-phrase = { $short }
