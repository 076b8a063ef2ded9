# 每天的小话题：不超过四十八个字，只说两个人之间，不谈家务和安排
# 两个人都会看到；心情再差的日子读了也不难受。每条属于哪一类，见 data/prompts.json

# 问一问：在身边
prompt-closest-moment = 今天哪一刻，你觉得和对方离得最近？哪怕只有一秒。
prompt-ask-me = 今天的事里，你最希望被问起哪一件？
prompt-day-in-body = 今天的累落在身体哪儿：肩膀、肚子，还是脑袋？它现在想要什么？
prompt-unheard-thought = 今天有什么念头在心里转了转，还没对谁说过？
prompt-company-or-quiet = 今晚你想热闹一点，想安静，还是想有人安静地陪着？
prompt-wished-you-there = 今天哪个瞬间，你希望对方就在旁边？
prompt-inner-weather = 如果今晚的心情是天气，会是什么天气？

# 问一问：靠得住
prompt-habit-like-home = 你们俩的哪个小习惯，让你有家的感觉？
prompt-count-on = 再糟的一周，对方有哪一点是你始终放心的？
prompt-best-hello = 你们见面或道别的时候，哪句话、哪个小动作你最喜欢？
prompt-same-every-evening = 要是每晚都留一件不变的小事给你们俩，你会选什么？
prompt-all-is-well = 一句话不说，你从哪儿看得出你们好好的？
prompt-not-on-your-own = 累极了的时候，什么会让你想起自己不是一个人？
prompt-our-hour = 一天里哪个时段，最像是你们俩的？

# 问一问：有回应
prompt-listened-to = 怎样会让你觉得，自己的话被听进去了：一句追问、一个点头，还是安静听完？
prompt-when-excited = 你兴冲冲讲一件事的时候，最喜欢听到什么样的回应？
prompt-after-a-long-day = 漫长的一天过后，你最先想要什么：一句暖心话、一个玩笑，还是十分钟清静？
prompt-please-notice = 这周你做的哪件小事，让你心里悄悄得意？
prompt-silent-comfort = 你没说出口的时候，对方怎么看得出你想被安慰？
prompt-hear-more-often = 哪句话，你听多少遍都不嫌多？
prompt-talk-for-hours = 哪个话题，别人一问你就来精神？

# 问一问：走回来
prompt-way-back = 有了误会，什么最能带你走回来：一句话、一个玩笑，还是一点时间？
prompt-good-again = 看到哪个小小的信号，你就知道：没事了？
prompt-land-gently = 一件不好开口的事，怎么说你最听得进去？
prompt-saved-by-laughing = 你们上一次靠笑化解尴尬，是什么时候？
prompt-easier-sorry = 怎样的气氛，会让你更容易说出“对不起”？
prompt-better-at = 碰上难处，你们现在哪一点做得挺好？
prompt-after-a-rough-day = 两个人都不顺的一天过后，听到哪句话会舒服一些？

# 问一问：我们的意义
prompt-under-an-hour = 有什么不到一小时的事，你很想两个人一起做？
prompt-our-song = 哪首歌算是你们俩的？从什么时候开始的？
prompt-only-you-two-laugh = 什么事只有你们俩觉得好笑，别人都不懂？
prompt-live-once-more = 在一起的日子里，哪一天你愿意原样再过一遍？
prompt-ten-years = 十年后的今晚，你希望你们俩正在做什么？
prompt-taste-of-us = 哪道菜、哪条街、哪种味道，一下子让你想到你们俩？
prompt-film-title = 把你们最近这几个月拍成电影，片名叫什么好？

# 说一说：在身边
prompt-one-scene = 讲今天的一个画面：看见什么，听见什么，心里什么滋味。
prompt-three-words = 用三个词说说现在的自己，给第三个词多添一句。
prompt-carrying-today = 说说今天心里装着什么。说出来就好，不用谁来解决。
prompt-thought-of-us-here = 今天在哪儿想起了你们俩？一张照片，或者一句话。
prompt-not-seen-outside = 接着写：“今天从外面看不出来的是……”
prompt-looking-forward = 说一件你盼着的事，多小都行。
prompt-smiled-alone = 说说今天没人看见的时候，什么让你笑了。

# 说一说：靠得住
prompt-small-promise = 答应一件小事，小到明天一定做得到。
prompt-tomorrow-at = 选一个明天的时刻：到那时，你会想一想对方。
prompt-whatever-happens = 接着写：“不管这周怎么样，有一点你放心，我会……”
prompt-calming-sound = 说一个让你安心的声音：脚步、钥匙，还是谁在哼歌。
prompt-ordinary-evening = 写写一个平平常常的晚上，平常到你想天天都有。
prompt-never-change = 说一件你们之间的事，你希望它永远别变。
prompt-wake-me-like-this = 说说你喜欢一天怎样开头，又怎样收尾。

# 说一说：有回应
prompt-tiny-good-news = 报一个今天的好消息，芝麻大的也算。
prompt-when-i-go-quiet = 接着写：“我不说话的时候，喜欢你……”
prompt-stayed-with-me = 说一句对方讲过的暖心话，你一直记着的那种。
prompt-five-minute-wish = 说一个这周的小心愿，五分钟就能实现的那种。
prompt-understood-lately = 说说最近你对对方多懂了一点什么。
prompt-at-ease-when = 接着写：“和你在一起，我最放松的时候是……”
prompt-cheer-me-on = 说一件事，你现在很想有人给你加油。

# 说一说：走回来
prompt-even-on-hard-days = 接着写：“我喜欢的是，再难的日子，我们也能……”
prompt-first-to-reach-out = 回想一次，你们有一个人先伸出了手，后来怎么样了？
prompt-more-gently = 有什么事，你想做得再温柔一点？只说自己。
prompt-what-unwinds-me = 说说绷得紧紧的时候，什么能让你松下来。
prompt-when-we-differ = 接着写：“就算看法不一样，我也知道你……”
prompt-sorry-or-never-mind = 送出一句小小的“对不起”，或者“没关系”，一句就够。
prompt-hard-then-funny = 说一件当时挺难、现在想起来你们都会笑的事。

# 说一说：我们的意义
prompt-first-noticed = 说说刚认识的时候，你最先注意到对方什么。
prompt-memory-with-flavour = 说一段你们俩的回忆，要带着味道或气味的。
prompt-us-in-one-sentence = 写一句关于“我们”的话，是你想好好留着的那种。
prompt-place-to-show = 说一个地方，你想有一天带对方去看看。
prompt-three-emoji = 用三个表情，画出你们俩。
prompt-childhood-game = 说一个你小时候喜欢的游戏、书，或藏身的地方。
prompt-new-tradition = 想一个小传统，就从你们俩开始。

# 谢一谢：在身边
prompt-really-there = 说一个对方真正陪着你的时刻，道声谢。
prompt-noticed-without-asking = 说一件你没开口、对方却留意到的事。
prompt-look-word-message = 最近对方的哪个眼神、哪句话、哪条消息让你心里一暖？告诉对方。
prompt-same-room = 说说和对方待在同一个屋子里，你喜欢什么。
prompt-shorter-distance = 对方做的哪件事，让你们之间的路变短了？谢谢对方。
prompt-made-time = 谢谢对方在忙不过来的时候，还给你留了时间。
prompt-missed-today = 说说今天要是没有对方，会少了什么。

# 谢一谢：靠得住
prompt-hardly-mentioned = 谢谢对方一直在做、却很少被人提起的一件事。
prompt-as-they-said = 说一件对方说到做到的事。
prompt-never-forgets = 谢谢对方从来不忘的一件小事。
prompt-ground-under-you = 对方的哪一点，让你像踩在地上一样踏实？告诉对方。
prompt-miss-at-once = 说一个对方的小习惯，少了它，你马上会不习惯。
prompt-stayed-steady = 有一次事情不顺，对方却稳稳的。为那一次说声谢谢。
prompt-daily-gesture = 早上或晚上，对方的哪个小举动让你心里高兴？

# 谢一谢：有回应
prompt-asked-and-waited = 谢谢对方有一次问了你，还耐心听你慢慢说完。
prompt-how-care-shows = 说说你从哪儿感觉到，对方心里有你。
prompt-made-it-lighter = 说一件对方最近做的事，让你那天轻松了不少。
prompt-took-it-seriously = 有件事对你很重要，对方也当真放在了心上。说声谢谢。
prompt-knows-you-best = 你的哪一点，对方比别人都懂？说给对方听。
prompt-let-me-be = 回想一次：在对方面前，你可以就那样做自己。那时感觉怎么样？
prompt-glad-with-you = 回想一次对方真心替你高兴的样子，说说那对你意味着什么。

# 谢一谢：走回来
prompt-first-step = 谢谢对方有一次，先朝你走了一步。
prompt-hard-day-strength = 说说对方熬过难捱的一天时，哪一点让你佩服。
prompt-patience = 谢谢对方的耐心，举一个例子。
prompt-breathe-out = 对方做什么的时候，你会松一口气？说给对方听。
prompt-let-it-go = 谢谢对方有一次没有计较，就让它过去了。
prompt-words-that-made-peace = 回想对方说过的一句话，它让一切又好起来了。
prompt-came-back-to-it = 谢谢对方有一次，在难过的时刻之后又回到你身边。

# 谢一谢：我们的意义
prompt-more-of-since = 在一起以后，你的生活里多了什么好东西？说给对方听。
prompt-borrow-a-quality = 对方的哪个优点，你想借来用一天？
prompt-taught-unawares = 谢谢对方不知不觉教会你的一件事。
prompt-proud-of = 说说最近，你为对方的哪一点骄傲。
prompt-nicer-world = 接着写：“有你在，世界可爱多了，因为……”
prompt-memory-to-keep = 哪段回忆是对方给你的，你会一直留着？说声谢谢。
prompt-lovely-about-you = 说说对方身上，你从一开始就喜欢的那一点。

# 碰一碰：在身边（在一起）
prompt-three-breaths = 牵着手，慢慢呼吸三次，不用说话。
prompt-one-song-shoulders = 肩挨着肩坐下，听完一首歌。
prompt-ten-second-look = 看着对方十秒钟，笑场也行。
prompt-phones-elsewhere = 把手机都放到别的房间，挨着坐五分钟。
prompt-passing-hand = 今晚从对方身边走过时，轻轻搭一下背。
prompt-stroke-the-hair = 摸摸对方的头发，或者后颈，一小会儿就好。

# 碰一碰：靠得住（在一起）
prompt-hug-at-the-door = 在门口抱一抱，抱到有一个人长长呼出一口气。
prompt-good-night-gesture = 挑一个晚安的小动作，今晚做，明晚也做。
prompt-one-squeeze = 捏一下手。从今天起，这就是“我在”的暗号。
prompt-at-the-table = 下次一起吃饭，让手或者膝盖碰一碰。
prompt-heads-together = 睡觉前，头靠着头待一小会儿。
prompt-passing-by = 今晚在家里擦肩而过的时候，碰一碰手。

# 碰一碰：有回应（在一起）
prompt-hand-shoulder-hug = 问一句：“牵手、靠肩，还是抱抱？”要哪个给哪个。
prompt-hands-rub = 给对方揉一分钟手，然后换过来。
prompt-lets-go-first = 抱一抱，谁更需要，就由谁来决定什么时候松开。
prompt-something-warm = 给对方端一杯热的，坐下来陪一会儿。
prompt-between-the-shoulders = 把手放在对方的肩胛之间，跟着一起一伏地呼吸。
prompt-hand-on-the-tired-spot = 问问对方今天哪儿最累，把手捂暖，放上去歇一歇。

# 碰一碰：走回来（在一起）
prompt-open-hand = 伸出一只手，掌心朝上，什么都不用说。
prompt-back-to-back = 背靠背站着，轻轻往后靠，感觉有人撑着你。
prompt-little-fingers = 像小时候那样，用小指拉个勾。
prompt-foreheads = 额头抵着额头，就这样呼吸几下。
prompt-hand-on-arm = 手搭在对方胳膊上，说一句好听的。
prompt-toes-touching = 面对面坐下，脚尖碰着脚尖，安静一分钟。

# 碰一碰：我们的意义（在一起）
prompt-kitchen-dance = 就在原地，跟着一首歌跳一跳，跳成什么样都行。
prompt-secret-handshake = 发明一种只有你们俩会的握手。
prompt-like-the-first-time = 像第一次牵手那样，再牵一回。
prompt-word-in-the-palm = 用指尖在对方手心写一个字，看能不能猜出来。
prompt-at-the-window = 挽着胳膊站到窗前，找一样好看的东西。
prompt-two-hands-photo = 把你们俩的手放在一起，拍张照片。

# 碰一碰：在身边（不在一起）
prompt-hand-on-heart = 把手放在心口，呼吸三次，再告诉对方：刚才在想你。
prompt-ten-seconds-of-voice = 录十秒语音，今晚的声音什么样，就什么样。
prompt-reach-through = 朝着对方的方向伸出手，拍一张掌心。
prompt-blanket-hug = 用毯子把自己裹紧一分钟，就当是抱抱。说说什么感觉。
prompt-one-sky = 抬头看一分钟天空，说说看到了什么。你们头上是同一片天。
prompt-hand-in-mind = 闭上眼睛，想着对方的手就在你手心里，是什么感觉？

# 碰一碰：靠得住（不在一起）
prompt-voiced-good-night = 录一句晚安，就像躺在对方身边说的那样。
prompt-hug-emoji = 选一个表情，从今往后就代表抱抱，现在发一个。
prompt-cup-in-two-hands = 双手捧一杯热的，像捧着对方的手，拍张照片。
prompt-a-thing-from-you = 摸一摸对方给你的一样东西，说说是哪一样。
prompt-good-night-photo = 对着对方的照片，出声道一句晚安，再说说感觉。
prompt-spot-on-the-wrist = 在手腕上选一个地方，当作是对方，轻轻按一下。

# 碰一碰：有回应（不在一起）
prompt-where-the-hug-goes = 今天的拥抱，你最想落在哪儿：肩膀、后背，还是双手？
prompt-hummed-day = 今天是什么调子？哼一小段，录成语音。
prompt-shoulders-on-behalf = 替对方给自己揉一分钟肩膀。
prompt-right-sticker = 找一个贴纸，正是你现在想给的那种拥抱。
prompt-five-breaths-out = 慢慢呼吸五次，每一次呼气都送给对方。
prompt-just-the-name = 录一条语音，只叫一声对方的名字，用你最喜欢的叫法。

# 碰一碰：走回来（不在一起）
prompt-handwritten = 亲手写下“我在”，拍下来。
prompt-wave-or-heart = 对着镜头挥挥手，或者用手比个心，拍下来。
prompt-cupped-hands = 双手拢起来，像护着一样宝贝。说说里面是什么。
prompt-a-light-for-us = 为你们俩点亮一盏灯，拍一张。
prompt-wear-a-reminder = 穿上或戴上一样让你想到对方的东西，说说是什么。
prompt-round-the-shoulders = 有什么软软的，你想给对方披上？拍给对方看看。

# 碰一碰：我们的意义（不在一起）
prompt-ten-second-drawing = 十秒钟画出你们俩，把画拍下来。
prompt-dance-apart = 不管在哪儿，跟着你们的歌跳一分钟。说说最先动起来的是哪儿。
prompt-found-heart = 在身边找一样心形的东西，拍给对方看。
prompt-pick-up-a-present = 找一样小东西，留着以后放进对方手里，先拍张照片。
prompt-your-place-beside-me = 拍一张你身边留给对方的那个位置。
prompt-shoes-that-point = 让鞋尖朝着对方所在的方向，拍一张。

# 亲密的话题：两个人都愿意才会出现
prompt-feel-wanted = 什么时候，你最能感觉到对方想要你？
prompt-good-moment-closer = 你从哪儿看得出，现在可以再靠近一点？
prompt-touch-after-dark = 一天快结束的时候，你最喜欢哪种触碰？
prompt-closeness-after-hard = 难熬的一天过后，怎样的拥抱你最想靠进去？
prompt-that-kiss = 哪一个吻，你记得最清楚？
prompt-drawn-to-you = 说一个最近的瞬间，你被对方深深吸引。
prompt-how-it-begins = 说说你喜欢亲密的夜晚怎样开始。
prompt-more-of-this = 有哪种亲昵，你喜欢，还想再多一些？
prompt-safe-and-close = 接着写：“和你很亲近的时候，让我安心的是……”
prompt-daydream = 说一个关于你们俩的白日梦，说到哪儿由你定。
prompt-love-to-look = 说说对方身上，你最爱看哪里。
prompt-works-every-time = 说一个对方的小温柔，每次都让你心都化了。
prompt-touch-remembered = 谢谢对方那次让你念念不忘的触碰。
prompt-gentle-not-tonight = 有一次你说“今晚不想”，对方温柔地接住了。说声谢谢。
prompt-like-no-other = 说说你们之间的亲密，有什么是别处没有的。
prompt-ten-second-kiss = 吻十秒钟，比平常那一下久一点。
prompt-first-five-minutes = 上床后的头五分钟，肌肤贴着肌肤，别的什么都不求。
prompt-where-welcome = 挨着躺下，手只去被邀请的地方。
prompt-held-lying-down = 躺着抱在一起，直到两个人的呼吸都慢下来。
prompt-one-thing-off = 慢慢替对方取下一样东西：手表、围巾，或者袜子。
prompt-whispered-kiss = 用语音悄悄说：此刻你想吻对方哪里。
prompt-falling-asleep-again = 写写等你们再见面，想怎样一起入睡。
prompt-if-together-tonight = 今晚要是在一起，你希望被轻轻碰碰哪里？
prompt-lights-out-sentence = 录一句只有关了灯才说得出口的情话。
prompt-next-first-kiss = 写写下次见面的第一个吻。
