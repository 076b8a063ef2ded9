# /export：把自己的资料带走，只在私聊里。第一行会出现在锁屏上
export-collecting =
    正在准备你的副本。
    先收齐你自己的，和你们俩共有的。
export-drawing =
    正在准备你的副本。
    图片正在画。
export-ready = 你的副本好了，就在下面。
export-failed = 这一份没有做成。
export-file =
    你的副本：你自己的全部，加上你们俩共有的。打开里面的网页就能看。
    24 小时后我会撤掉这条消息，发 /forget 则马上撤掉，想留请先存好文件。你手机里和 Telegram 那边留下的，我够不着。
export-sorry =
    这会儿没能做好你的副本，什么都没丢。
    过一阵再发 /export 给我就行。
export-enough =
    今天已经做了三份，都在这个聊天里，每份留一天。
    明天可以再做新的。

# 副本里的网页
export-title = 你的副本
export-made = 制作于 { $moment }（{ $zone }）。
export-what = 这里是你在 Backsoon 的全部，还有你们俩共有的。只属于对方的，一句都不在里面。给程序用的完整内容在 data.json。
export-contents = 目录
export-care = 这个文件没有上锁，谁拿到都能看。请放在只有你能打开的地方。
export-pictures-missing = 有 { $number } 张图片没有放进来。
export-title-you = 你
export-title-couples = 你们俩
export-title-check-ins = 每日小问
export-title-reviews = 每周回顾
export-title-moments = 稳住的时候，好时刻
export-title-pauses = 停一停
export-title-comforts = 什么能让你静下来
export-title-quiz = 小问卷
export-title-experiments = 小试验
export-date = { $year }年{ $month }{ $day }日
export-moment = { $day } { $hour }
export-and = { " 和 " }
export-someone = 有人
export-only-you = 只有你能看
export-yes = 是
export-no = 否
export-none = 没有
export-you-name = 名字
export-you-language = 语言
export-you-zone = 时区
export-you-quiet = 安静时段
export-you-since = 认识我的日子
export-you-intimate = 亲密的小问
export-you-keyboard = 群里的 ✋ 键盘
export-language-en = English
export-language-zh = 中文
export-couple = 和 { $name }，从 { $since }开始。
export-couple-over = 和 { $name }，从 { $since }到 { $until }。
export-rhythm-daily = 每日小问：{ $days }，{ $hour }。
export-rhythm-weekly = 每周回顾：{ $day }，{ $hour }。
export-media-voice = 一段语音
export-media-photo = 一张照片
export-media-sticker = 一张贴纸
export-step-helped = 上次说好的，有帮助吗？
export-step-appreciation = 想谢谢对方的
export-step-works = 做得好的
export-step-adjust = 想调整的
export-step-near = 差点吵起来的时候
export-step-celebrate = 怎么庆祝
export-agreed = 这一周说好的
export-proposed = 提过的
export-moment-near = 稳住了
export-moment-win = 好时刻
export-pause = { $name } 按的，说好 { $hour } 回来。
export-pause-on = 还在停。
export-pause-both_back = 两个人都回来了。
export-pause-talking = 聊上了。
export-pause-rested = 先放下了。
export-pause-faded = 自己结束了。
export-pause-undone = 收回了。
export-pause-replaced = 接着又停了一次。
export-pause-parted = 你们在这里分开时结束了。
export-quiz-none = 还没有回答。
export-quiz-answers = 你的回答
export-quiz-statement = 句子
export-felt-lighter = 轻松些
export-felt-same = 差不多
export-felt-harder = 更难
export-felt-missed = 没碰上
export-share = 从 { $date }起给对方看。
export-share-over = { $date }给对方看过，后来收回了。

# 按钮
button-export = 我的副本
