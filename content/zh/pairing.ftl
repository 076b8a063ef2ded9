# 群里：两个人各按一次，各确认一次
pair-greeting =
    你们好，我是 Backsoon。
    话说到难受的时候，按一下 ✋，两个人都停一停，并且说好几点回来。
    你们是伴侣吗？那就两个人都按一下。
    .short =
        你们好，我是 Backsoon。按一下 ✋，两个人都停一停，说好几点回来。是伴侣的话，都按一下。
pair-first = { $first } 加入了。你是 { $first } 的伴侣吗？也按一下吧。
pair-second = { $second }，你是 { $first } 的伴侣，对吗？
pair-confirm = { $second } 说是。{ $first }，{ $second } 是你的伴侣吗？
pair-done = { $first }、{ $second }，你们配对好了。
pair-declined = 没有配对，没关系。想重新来，发 /start。
pair-closed = 这次配对已经结束。想重新来，发 /start。

# 用链接：发出邀请的人
invite-open =
    你的邀请：只给一个人，{ $until } 前有效。
    { $link }
    只发给你的伴侣。谁来回应，你会看到，再由你确认。
invite-answered = { $name } 接受了你的邀请。{ $name } 是你的伴侣吗？
invite-paired = 你和 { $name } 配对好了。谁需要停一停，就按 ✋。
invite-revoked = 这个链接已经作废。
invite-expired = 七天到了，这个链接已经失效。
invite-declined = 没有配对，没关系。这个链接已经用过了。
invite-replaced = 这份邀请已经结束，有更新的代替了它。
invite-share = 给我们俩准备了一个暂停键，话说到难受的时候用。一起来吗？

# 用链接：受邀的人
invited-open =
    { $name } 想请你作为伴侣，一起用这个 ✋。
    话说到难受的时候，谁都可以按 ✋：停一停，说好几点回来。{ $name } 是你的伴侣吗？
invited-wait = 谢谢。接下来由 { $name } 确认，好了我告诉你。
invited-declined = 没有配对，没关系。
invited-closed = 这份邀请已经结束。有新链接就能重新来。

# /start，以及走不通的链接
start-new =
    你好，我是 Backsoon。
    话说到难受的时候，按一下 ✋，两个人都停一停，并且说好几点回来。
    邀请你的伴侣，或者把我加到只有你们俩的群里。一个人也可以用 ✋。
start-half = 已经走了一半，接下来由你的伴侣确认。也可以发个新链接。
start-paired = 你和 { $name } 配对好了。话说到难受的时候，按 ✋。
start-paired-unnamed = 你们配对好了。话说到难受的时候，按 ✋。
link-expired = 七天到了，这个链接已经失效。你的伴侣可以再发一个。
link-used = 这个链接已经用过，每个只能用一次。你的伴侣可以再发一个。
link-revoked = 这个链接已经收回。你的伴侣可以再发一个。
link-own = 这是你自己的链接，发给你的伴侣吧。
link-paired = 你在这里已经配对。想换，先发 /unpair。
link-unknown = 我不认识这个链接。也许少了一段，请完整地复制一次。
pair-already = 你在这里已经配对。想重新配对，先发 /unpair。

# 告诉群里：话会说到哪里去
pair-crowd = 这里还有别人，所以我会分别私聊你们。
pair-open-private = { $name }，请打开我们的私聊，这样我在那里也能找到你。
pair-open-private-both = 请你们都打开和我的私聊，这样我在那里也能找到你们。
pair-open-private-crowd = 请打开和我的私聊，这样我在那里能找到你。

# 按钮
button-join = 我加入
    .short = 加入
button-share = 分享
button-copy-link = 复制链接
button-revoke = 收回
button-open-chat = 打开私聊
    .short = 私聊

# 按键后的提示
answer-pair-first = 你加入了，现在轮到你的伴侣。
answer-pair-same = 你已经在了，现在轮到你的伴侣。
answer-pair-second = 谢谢，两个人都要说“是”。
answer-pair-wait = 这一步由你的伴侣来回答。
answer-pair-third = 这是先按的两个人之间的事。你可以在和我的私聊里开始自己的。
answer-pair-taken = 在这里一次只能有一位伴侣。想重新配对，先到我们的私聊里发 /unpair。
answer-pair-done = 你们配对好了。
answer-pair-no = 好的，没有配对。
answer-pair-gone = 这次配对已经结束。
answer-invite-revoked = 链接已经作废。
