# /help：按处境来
help-home =
    现在是什么情况？
    选一个最像的，随时可以回到这里。
help-arguing =
    按一下 ✋，两个人都停下来，并且说好几点回来。
    谁都不用解释。
help-talk =
    找安静的半小时。一个人先说两分钟，另一个只听，然后换过来。
    开头的话，点一下就有。要是急了，就按 ✋。
    每天一个小问题：/rhythm
help-myself =
    先从身体开始，它最先知道。
    留意什么能让你静下来，记到自己的清单里，只有你能看。
    小问卷：花四分钟，看看这段关系里的自己。
help-almost =
    眼看要吵起来，却稳住了：这是好消息。
    点一下，就给你们俩记下，不写名字。
help-group = ✋ 能让两个人都停一停。别的都在我们的私聊里。

# /privacy
privacy =
    我会留着：Telegram 给的名字、语言、时区、安静时段、你们的暂停，你自己的清单，还有你给我的回答。
    你写的内容会加密保存。除此之外，你们互相说的话，我一句不留。
    Telegram 能看到和机器人的聊天，运行我的人掌握着密钥。
    等着处理的消息，处理完就删。配对结束 30 天后，你们共有的内容会删除。发 /forget，属于你的一切马上删除。

# /safety：第一行会出现在锁屏上
safety-home =
    一页网址。
    要是有人让你害怕，威胁你或伤害你，光停一停是不够的，而且这不怪你。
    下面的网页按国家列出能帮忙的人。
safety-checked = 查于 { $date }。没有人会知道你打开过这里。
safety-more =
    当停一停已经撑不住的时候。
    多年的老样子、控制不住自己、伤害自己、旧伤一下子涌上来：专业的人帮得上。可以找做依恋或情绪取向的伴侣咨询，或者创伤方面的咨询。

# 按钮
button-we-argue = 我们在吵
button-we-talk = 我们想聊
button-myself = 了解自己
button-need-help = 我要帮助
button-calm = 静一静
    .short = 静静
button-phrases = 说什么好
    .short = 句子
button-almost = 差点吵了
button-settings = 设置
button-leave = 离开
button-privacy = 隐私
button-more-help = 更多帮助
