# /settings，私聊。第一行会显示在锁屏上
settings-home = 你的设置，只有你看得到。
settings-time = 你那边现在是 <b>{ $clock }</b>（{ $place }）。
settings-time-unknown = 我不知道你那边几点。
settings-quiet = 安静时段：{ $start } 到 { $end }。
settings-quiet-none = 没有设安静时段。
settings-language = 你想看哪种语言？
settings-quiet-means = 安静时段里，到点了也不出声。✋ 本身照样会响。
settings-from = 从几点开始安静？
settings-to = 安静到几点？
settings-keyboard-on = 群里你自己的 ✋ 键盘开着。收起来的时候，群里会有一句话。
settings-keyboard-off = 群里你自己的 ✋ 键盘收起来了。打开的时候，群里会有一句话。
settings-group = 设置在我们的私聊里。

# 两个人的群里。`$name`：键盘是谁的
keyboard-shown = { $name }，你的 ✋ 就在下面。
keyboard-hidden = { $name }，你的 ✋ 键盘收好了。/pause 照样能用。
couple-keyboard-one = { $name }，你的 ✋ 一直在这下面。

# 你那边现在几点？
zone-ask =
    你那边现在几点？
    点一下你那边的时间，或者直接打城市名。
zone-choose = 哪一个是你那边？
zone-unknown = 这个地方我不认识。试试附近大一点的城市，比如成都。
zone-kept = 你那边现在是 <b>{ $clock }</b>（{ $place }），对吗？
zone-done = 好。想改的时候，发 /settings。

# 按钮
button-language = 语言
button-my-time = 我的时间
button-quiet = 安静时段
button-keyboard = 键盘
button-english = English
button-chinese = 中文
button-from = 开始
button-to = 结束
button-on = 打开
button-off = 关掉
button-earlier = 早一些
button-later = 晚一些
button-other-place = 别的地方
button-clock = 按时间选
