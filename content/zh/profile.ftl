# Telegram 里关于机器人的介绍：命令的名字，和按“开始”之前的文字
command-pause = 现在停一停
command-calm = 让自己静下来
command-phrases = 开口、等待、回来时的话
command-quiz = 几分钟，看看自己，只有你能看
command-playbook = 难熬的时候，适合你的小办法
command-answers = 我答过的，只给自己看
command-rhythm = 每日小问和每周回顾几点来
command-break = 放假，只留 ✋
command-review = 一起看看这一周
command-nearmiss = 差点吵起来，稳住了
command-win = 记下一个好时刻
command-help = 现在是什么情况？
command-settings = 语言、时间、安静时段
command-privacy = 留着什么，谁能看到
command-export = 带走一份自己的资料
command-safety = 一页网址
command-forget = 删掉你的一切
command-start = 从这里开始
profile-description =
    给两个人的暂停键。
    话说到难受的时候，谁都可以按 ✋。两个人都停一停，到了说好的时间，我来叫你们。
profile-short = ✋ 给两个人的暂停，说好几点回来。
