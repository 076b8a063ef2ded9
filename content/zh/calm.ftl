# 静一静：只在私聊里，一次只做一件事。第一句会出现在锁屏上
# 给被留下的那位，给按下暂停的那位，以及没有暂停的时候
calm-home-waiting =
    安静一会儿。
    是心跳得太快了，不是因为你不好。{ $time } 之前，什么都不用做。
    走走，喝口水，听听歌。现在发消息，只会拖得更久。到点我来叫你。
calm-home-caller =
    安静一会儿。
    这段时间是你的。不用准备什么，也不用在心里争谁对谁错。
    先让身体慢下来，{ $time } 我来叫你。
calm-home =
    安静一会儿，只给你自己。
    不会告诉任何人。先顾身体，话以后再说。

# 呼吸动图下面的话
calm-breathe =
    跟着圆呼吸。
    变大，吸气，四秒；变小，呼气，六秒。来十轮，或者舒服了就停。

# 身体扫描：点十下，或一次看完
calm-scan-1 = 脚。感觉脚底贴着地面。
calm-scan-2 = 小腿。让它们沉下去。
calm-scan-3 = 膝盖和大腿。有东西托着，就交给它。
calm-scan-4 = 肚子。它自己在起伏。
calm-scan-5 = 手。摊开，掌心朝上。
calm-scan-6 = 手臂。让力气慢慢流走。
calm-scan-7 = 肩膀。耸到耳边，再一下子放掉。
calm-scan-8 = 脖子和喉咙。慢慢咽一下。
calm-scan-9 = 下巴。牙齿松开，舌头也松开。
calm-scan-10 = 眼睛和额头。放软，看看最远的地方。
calm-scan-all =
    安静的十分钟。
    一行差不多一分钟。看完就放下手机。

# 自己的清单
calm-list = 你的清单，只有你能看。
calm-list-empty =
    你的清单是空的。
    什么能让你静下来：一首歌、一个地方、一杯热的？只有你能看。
calm-list-remove = 你的清单。想去掉哪个，就点它的数字。
calm-add =
    写进你的清单。
    发一样对你管用的事给我，几个字就好。只有你能看。
calm-too-long =
    写进你的清单。
    这句有点长，最多两百个字。能说短一点吗？
calm-full = 清单上有十二样了，先去掉一样吧。

# 小主意，和先放一放的事
calm-walk = 走走。不带手机走十分钟，比平时慢一点，数数路上绿色的东西。
calm-water = 喝水。小口喝一杯，感觉它流下去；或者用凉水冲冲手腕。
calm-music = 听歌。放一首熟到能哼的，别太伤感。哼着哼着，气就呼得长了。
calm-leave =
    这些先放一放：
    • 在心里数是谁的错
    • 翻聊天记录，找证据
    • 写长长的消息
    它们会让心一直跳得快。冒出来了，看它一眼，再回到脚底。

# 身体现在怎么样？一个回答，一个建议
calm-state =
    身体现在怎么样？
    点一下就好，什么都不记。
calm-state-racing =
    那是身体在拉警报，警报都很响。
    轻轻说：“我注意到，我的警报响了。”然后让呼气比吸气长一些。
calm-state-far =
    发木、发空，是身体在省力气。
    脚踩实地面，说出看到的五样东西，手里握点暖的。
calm-state-settled =
    真好，就这样待一会儿。
    从这里开口，话会好说一些。

# 按钮
button-breathe = 呼吸
button-scan = 身体扫描
button-helps = 什么管用
button-next = 下一个
button-stop = 停下
button-done = 好了
button-all-ten = 一次看完
button-walk = 走走
button-water = 喝水
button-music = 听歌
button-body-now = 身体怎样
button-racing = 心跳很快
button-far = 发木发空
button-settled = 静些了
button-leave-be = 先放一放
button-add = 添一样
button-remove = 去掉
button-number = { $number }

# 按键后的提示
answer-calm-sent = 在我们的私聊里了。
answer-calm-full = 清单上有十二样了。
answer-calm-gone = 已经从清单上去掉了。
