# 锦囊：难熬的时候可以做的小事，只给自己看；哪些合适，看问卷的结果
playbook-home = 你的锦囊，只给你自己。
playbook-strengths = 你身上有的：
playbook-now =
    这里放的，适合现在的你，以后也会变。
    有用的拿走，其余的不用管。
playbook-without =
    做一份小问卷，它就更像你：二十八句话，四分钟左右，你的回答别人看不到。
    在那之前，先放些对大家都好的。
playbook-running = 这一周：{ $trial }
playbook-soothing = 开口之前，先静一静：
playbook-say = 你可以这样说。点一下就能复制。
playbook-hear = 你听了可能会舒服的话，可以请对方说。点一下就能复制。
playbook-partner =
    对方可以怎样帮你。
    你愿意的话，点一句就复制好了，由你自己告诉对方。我什么都不发。

# 静一静
soothing-alarm-1 = 一只手放在胸口，呼气比吸气长一些，来十次。
soothing-alarm-2 = 想发的话，先写给自己。过一小时再看，再决定。
soothing-room-1 = 自己出去待十分钟，走之前说好几点回来。
soothing-room-2 = 问问身体：哪里绷着？往那里呼吸三次，再松开。
soothing-torn-1 = 先踩实地面，说出看到的五样东西。
soothing-torn-2 = 想靠近，又想躲开，两样都可以有。这十分钟什么都不用决定。
soothing-pursue = 手机放到另一个房间，五分钟。那个问题跑不掉。
soothing-withdraw = 先说个时间，再去休息。不用人猜，自己也安心。
soothing-attack = 让火气从身体出去：爬楼梯，快走一圈，凉水冲冲手腕。
soothing-freeze = 从小处动起来：动动脚趾，伸伸手指，哼两声。话以后再说。
soothing-any-1 = 慢慢呼吸两分钟，呼气比吸气长。
soothing-any-2 = 走十分钟，比平时慢一点。
soothing-any-3 = 手里捧点暖的，小口小口喝。

# 说出口的
say-alarm-1 = 我现在有点怕，我不想吵。
    .short = 有点怕
say-alarm-2 = 能告诉我，我们没事吗？这样我就能先放一放。
    .short = 没事吗
say-room-1 = 我想自己待半小时，会回来的。
    .short = 待半小时
say-room-2 = 我想听你说，一点一点来，我比较听得进去。
    .short = 一点点来
say-torn-1 = 我又想你在身边，又想透口气。给我一会儿。
    .short = 两样都想
say-torn-2 = 我们一起坐一会儿，先不说话，好吗？
    .short = 坐一会儿
say-pursue = 我一直问，是因为我在乎你。现在可以先停下。
    .short = 先停下
say-withdraw = 我不说话，是一下子太多了，不是不在乎你。
    .short = 太多了
say-attack = 刚才那句太冲了，我换个说法。
    .short = 换个说法
say-freeze = 我脑子里现在是空的。我在听，晚点再回答你。
    .short = 脑子空了
say-repair = 刚才没说好，我们重新来，好吗？
    .short = 重新来
say-any-1 = 我跟你是一边的。
    .short = 一边的
say-any-2 = 现在我怎么做，你会好受一点？
    .short = 好受一点
say-any-3 = 我想听懂你，再多说一点，好吗？
    .short = 多说一点

# 想听到的
hear-alarm-1 = 我在，我们之间没事。
    .short = 之间没事
hear-alarm-2 = 我需要一会儿，会回到你身边的。
    .short = 会回来
hear-room-1 = 你慢慢来，现在什么都不用说。
    .short = 慢慢来
hear-room-2 = 你不用解释。
    .short = 不用解释
hear-torn-1 = 靠过来也行，透透气也行，我都没关系。
    .short = 都可以
hear-torn-2 = 我们有的是时间，我没有生你的气。
    .short = 没生气
hear-pursue = 你问的我听到了，晚一点一定回答你。
    .short = 听到了
hear-withdraw = 去歇一会儿吧，这会儿我不打扰你。
    .short = 去歇歇
hear-attack = 我看得出，你心里很疼。
    .short = 看得出
hear-freeze = 不用回答，点点头就好。
    .short = 点点头
hear-repair = 你来了真好，我们重新来。
    .short = 真好
hear-any-1 = 谢谢你愿意试。
    .short = 谢谢你
hear-any-2 = 我们俩总会有办法的。
    .short = 有办法
hear-any-3 = 就算是这样的日子，我也喜欢和你在一起。
    .short = 在一起

# 对方可以怎样帮：用自己的话，由自己去说
partner-alarm-1 = 你想停一停的时候，告诉我几点回来，我就安心了。
    .short = 几点回来
partner-alarm-2 = 一句“我们没事”，比解释半天更管用。
    .short = 一句就好
partner-room-1 = 我不说话的时候，给我一点时间，我自己更容易走回来。
    .short = 一点时间
partner-room-2 = 一次只说一件事，我就比较能谈下去。
    .short = 一件事
partner-torn-1 = 有时候我又想靠近你，又想透口气。你待在附近就好，先别问我。
    .short = 就在附近
partner-torn-2 = 抱我之前先问一声，我就能真心说好。
    .short = 先问一声
partner-pursue = 我一直问的时候，先牵住我的手，再回答。
    .short = 牵住我
partner-withdraw = 我安静下来以后，晚点再问我一次。我是想谈的。
    .short = 晚点问
partner-attack = 我声音大起来的时候，就点 ✋，事后我会谢谢你。
    .short = 声音大时
partner-freeze = 我说不出话的时候，坐在我旁边，安静着就好。
    .short = 坐旁边
partner-repair = 我来和好的时候可能笨手笨脚，请相信我是真心的。
    .short = 是真心
partner-any-1 = 为一件小事说声谢谢，我会很开心。
    .short = 说声谢谢
partner-any-2 = 先问我一声：想有人听我说，还是想要个主意？
    .short = 先问我
partner-any-3 = 放下手机的十分钟，让我觉得和你很近。
    .short = 放下手机

# 一周的小尝试；`.short` 是按钮上的名字
trial-home-one =
    这一周的小尝试，想试就试，一次就够。
trial-home-two =
    这一周的小尝试，想试就试。挑你有感觉的那个，一次就够。
trial-home-running =
    你这一周的小尝试，一次就够。
trial-how = 试过以后，感觉怎么样？点一下就好。
trial-ask =
    一个小问题，只问你。
    感觉怎么样？点一下就好，怎么答都好。
trial-ask-last =
    一个小问题，只问你。
    这一周的小尝试告一段落了。感觉怎么样？怎么答都好。
trial-soothe = 很想马上去找对方的时候：先用五分钟安抚自己，然后再去。
    .short = 先五分钟
trial-stay = 想从谈话里走开的时候：多留一分钟，再说好几点回来。
    .short = 多一分钟
trial-soften = 有什么不舒服的时候：开口先说“我觉得……”，别的放后面。
    .short = 我觉得
trial-thaw = 脑子一片空白的时候：就说这个。“我脑子空了，给我一会儿。”
    .short = 说出来
trial-step = 吵过以后：先走一小步。一杯茶，伸个手，一句“重新来？”
    .short = 先走一步
trial-thanks = 每天一次：为今天看到的一件小事，说声谢谢。
    .short = 说声谢谢

# 感觉怎样，和一句回应
felt-lighter = 轻松些：知道了就好，身体会记住的。
felt-same = 差不多：没关系，新的事刚开始常常没什么感觉。
felt-harder = 更难：谢谢你说实话。做得再小一点，或者放下，都好。
felt-missed = 没碰上：日子就是这样，什么都没丢。
trial-stopped = 停下了，没关系。你记下的都还在。
trial-log = 感觉怎么样，只有你能看。
trial-log-none = 这里是空的。什么时候想记，点一下就好。
trial-entry = { $date } · { $name } · { $felt }

# 有问卷结果的人，在“静一静”里的一句话
calm-fits-alarm = 警报很响，先把气呼出去，消息晚点再发。
calm-fits-room = 你需要一点空间，去外面待十分钟。
calm-fits-heat = 火气从身体走，先冲冲凉水。
calm-fits-numb = 发木发空？先感觉一下双脚。
calm-own-waiting =
    安静一会儿。
    是心跳得太快了，不是因为你不好。{ $time } 之前，什么都不用做。
    { $fits }到点我来叫你。
calm-own-caller =
    安静一会儿。
    这段时间是你的，不用准备什么。
    { $fits }{ $time } 我来叫你。
calm-own =
    安静一会儿，只给你自己。
    不会告诉任何人。{ $fits }

# 按钮
button-playbook = 锦囊
button-soothing = 静一静
button-say = 我来说
button-hear = 我想听
button-partner = 给对方
button-trial = 这一周
button-trial-begin = 试试
button-trial-other = { $name }
button-trial-stop = 停下
button-trial-log = 我记的
button-lighter = 轻松些
button-same = 差不多
button-harder = 更难
button-missed = 没碰上
button-line = { $short }

# 按键后的提示
answer-trial-begun = 这一周，它是你的。
answer-trial-noted = 记下了，只有你知道。
answer-trial-stopped = 停下了，没关系。
answer-trial-over = 这个小尝试已经过去了。
