# 两个人的面板：一段话，一个 ✋
couple-panel =
    { $first }、{ $second }，这是你们的 ✋。
    话说到难受的时候，谁都可以按。两个人都停一停，到点我来叫你们。
    .short = { $first }、{ $second }，这是你们的 ✋。谁都可以按，两个人都停一停，到点我来叫。
couple-panel-private =
    这是你和 { $name } 的 ✋。
    话说到难受的时候，就按它。两个人都停一停，到点我来叫你们。
couple-panel-crowd = 按一下 ✋：停一停，说好几点回来。
couple-keyboard = ✋ 一直在这下面。

# 离开
couple-unpair-ask =
    要在这里解除配对吗？
    马上生效。你的伴侣下次用我的时候才会知道，除非你现在就告诉对方。
couple-unpaired =
    好了，这里的配对解除了。
    你的伴侣下次用我的时候会知道；想现在就说，也可以。
    你们共有的内容从现在起不再变动，30 天内可用 /export 留一份，之后删除。你没给对方看的，还是你自己的。
couple-told =
    轻轻说一声。
    你在这里的配对结束了。我知道的只有这些。好好照顾自己。什么时候想用，发 /start。
    你们共有的内容不再变动，从结束那天起 30 天内可用 /export 留一份，之后删除。
couple-frozen = 这属于一段已经结束的配对，保持原样，什么都没有改。
couple-kept = 一切照旧。

# 按钮
button-unpair = 解除配对
button-keep = 保留
button-tell = 现在就说

# 按键后的提示
answer-unpair-done = 好了。
answer-unpair-told = 我这就告诉对方。
answer-unpair-later = 我现在联系不上你的伴侣，等对方下次用我时再说。
