# 每日小问和每周回顾的时间：先提议，再由任何一方改动。从不提是谁
rhythm-proposal =
    给你们俩一个小习惯，好不好？
    每天 { $check_in } 一个小问题，两分钟就够。星期天 { $review }，一起回头看看这一周。
    .short = 一个小习惯，好不好？每天 { $check_in } 一个两分钟的小问题，星期天 { $review } 回头看看这一周。
rhythm-check-in = 每日小问：每天 { $time }。
rhythm-check-in-on = 每日小问：{ $days } { $time }。
rhythm-check-in-off = 每日小问：关着。
rhythm-review = 每周回顾：{ $time }。
rhythm-review-off = 每周回顾：关着。
rhythm-off = 每日小问和每周回顾都关了。想要的时候，发 /rhythm。
rhythm-break = 放假，到 { $day } 那天为止。这期间只有 ✋ 会出声。
rhythm-resting = 每日小问和每周回顾先歇一歇。想继续，点一下就好。
rhythm-group = 时间在我们的私聊里设。

# 私聊里的页面
rhythm-home = 你们俩的节奏，按{ $place }时间走。谁都可以改。
rhythm-night = 按你的钟，这会在你的夜里。
rhythm-night-check-in = 每日小问：{ $time }。{ $better } 的时候，你们俩都醒着。
rhythm-night-review = 每周回顾：{ $time }。{ $better } 的时候，你们俩都醒着。
rhythm-check-in-time = 每日小问几点来？（{ $place }时间）
rhythm-review-time = 每周回顾几点来？（{ $place }时间）
rhythm-days = 哪几天要每日小问？
rhythm-weekday = 星期几一起回头看看？
rhythm-clock =
    你们的一天按{ $place }时间走，从凌晨 4:00 算起。
    想跟谁的时间走？
rhythm-clock-one = 你们的一天按{ $place }时间走，从凌晨 4:00 算起。
rhythm-distance-by-zones = 有的问题适合住在一起的人，有的适合异地的两个人。现在按你们的时区来挑。
rhythm-distance-together = 按住在一起来挑问题。
rhythm-distance-apart = 按异地来挑问题。
rhythm-closeness-on = 关于亲近和欲望的问题：你这边开着。两个人都愿意才会出现，你的选择只有你看得到。
rhythm-closeness-off = 关于亲近和欲望的问题：你这边关着。两个人都愿意才会出现，你的选择只有你看得到。
rhythm-break-ask =
    放假放到哪天？这期间只有 ✋ 会出声。
    点一天，或者直接打：/break 12月3日
rhythm-break-kept = 记下了，假期算数。先暂停。
rhythm-break-unread = 没看懂是哪天。试试 /break 12月3日，或者 /break 到周日。
rhythm-break-far = 这一天已经过去了，或者在一年以后。是哪天呢？

# 按钮
button-rhythm = 节奏
button-accept = 好啊
    .short = 好啊
button-other-time = 换个时间
    .short = 时间
button-no-thanks = 不用了
    .short = 不用
button-wake = 叫醒
button-back-early = 提前回来
    .short = 回来
button-check-in = 每日小问
button-review = 每周回顾
button-time = 时间
button-days = 哪几天
button-weekday = 星期几
button-our-clock = 谁的钟
button-distance = 远近
button-together = 在一起
button-apart = 异地
button-by-zones = 按时区
button-closeness = 亲密
button-holiday = 放假
button-weekend = 周末
button-one-week = 一周
button-two-weeks = 两周

# 按键后的提示
answer-rhythm-accepted = 定好了。
answer-rhythm-awake = 早上好。
answer-rhythm-back = 欢迎回来。
answer-rhythm-break = 玩得开心。
answer-rhythm-changed = 刚才已经改过了。
answer-rhythm-far = 这一天太远了。
answer-rhythm-look = 知道了你们的时间，有个更合适两个人的钟点。看一下吧。
answer-rhythm-one-day = 至少留一天。想全停，就把每日小问关掉。
answer-rhythm-sent = 在我们的私聊里了。
