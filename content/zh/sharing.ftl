# 把自己画像的一部分给对方看
sharing-choose =
    <b>想给 { $name } 看点什么吗？</b>
    先选一选。你会先看到 { $name } 将看到的样子；不按“分享”，什么都不会发出去。
sharing-current = { $name } 现在可以打开：<b>{ $what }</b>。
sharing-current-earlier = { $name } 现在可以打开的是之前的：<b>{ $what }</b>。你重新分享或撤回之前，都是这一份。
sharing-nothing = 这次能给人看的还不够。小问卷里再多答几句就可以了。
sharing-what-place = 位置图
sharing-what-stress = 紧张时的样子
sharing-what-both = 位置图和紧张时的样子
sharing-preview = <b>{ $name } 会看到的就是这个。</b>
sharing-preview-foot =
    不按“分享”，什么都不会发出去。随时可以撤回：消息会消失，过了两天则显示“看不到了”，我也不会出声。已经看过的，可能被留了下来。
sharing-done = 分享好了。{ $name } 收到一条私聊消息，只有一个按钮“打开”，能看到<b>{ $what }</b>。你撤回之前一直都在。
sharing-unreachable =
    我还没法私下给 { $name } 发消息，所以什么也没有分享。
    等 { $name } 打开和我的聊天，就可以了。
sharing-withdrawn =
    撤回了。{ $name } 打不开了，我也不会说什么。
    已经看过的，可能被留了下来。
sharing-withdrawn-alone = 撤回了。已经看过的，可能被留了下来。

# 对方收到的消息
sharing-message =
    💌 { $name } 想给你看点东西。
    这里只有你看得到。
sharing-gone = 这个看不到了。

answer-share-gone = 这个看不到了。

button-share-place = 位置图
button-share-stress = 紧张时
button-share-both = 都给看
button-withdraw = 撤回
button-open = 打开
