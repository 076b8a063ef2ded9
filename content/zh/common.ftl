# 时长
duration-minutes = { $minutes }分钟
duration-hours = { $hours }小时
duration-both = { $hours }小时{ $minutes }分钟

# 多处共用的按钮；`.short` 用于双语聊天
button-pause = 暂停
button-yes = 是
button-no = 不是
button-minutes = { $minutes }分钟
button-hours = { $hours }小时
button-invite = 邀请伴侣
button-group = 加到群里

# 出错时，和没看懂时
trouble = 我这边出了点问题，不怪你。麻烦再试一下。
common-unknown = 这句我没看懂。想停一停，就按 ✋。

# 按键后的提示
answer-okay = 好的。
answer-trouble = 是我的问题，请再试一下。
answer-old-button = 这个按钮是之前的。
answer-not-yours = 这些按钮留给这里的两位伴侣，谢谢你不去动它们。
answer-couple-over = 这是以前那次配对的按钮。
