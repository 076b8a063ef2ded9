# 差点吵起来，和好时刻：都在私聊里。第一句会出现在锁屏上
moment-near =
    记下了。
    眼看要翻，你稳住了。你们俩练的，就是这个。
    这算你们俩的，不写名字。
moment-near-alone =
    记下了。
    眼看要翻，你稳住了。值得好好喘口气，笑一笑。
moment-win =
    记下了。
    有件事做得好，你也看见了。慢慢呼一口气，让它留一会儿。
    这算你们俩的，不写名字。
moment-win-alone =
    记下了。
    有件事做得好，你也看见了。慢慢呼一口气，让它留一会儿。
moment-line = 你写的：“{ $line }”
moment-preview = 想让 { $name } 知道吗？我会原样说：“{ $sentence }”
moment-told = 已经告诉 { $name } 了。
# 告诉对方的话
moment-tell = { $name } 记下一个好时刻：你们俩有件事做得很好。
moment-tell-line = { $name } 记下一个好时刻：{ $line }
moment-ask =
    想写就写一句。
    只有你能看。
moment-ask-win =
    想写就写一句。
    只有你能看，除非你点了“告诉”。
moment-too-long =
    这句有点长，最多三百个字。
    能说短一点吗？
moment-own =
    你的时刻。
    这一页只有你能看。
moment-own-none =
    你的时刻。
    现在是空的。早早稳住的一次，或者一件好事，点一下就记下。
moment-entry-near = 稳住了，{ $date }
moment-entry-win = 好时刻，{ $date }

# 按钮
button-near = 稳住了
    .short = 稳住
button-win = 好时刻
    .short = 好事
button-moment-line = 写一句
button-moment-change = 改一改
button-moment-tell = 告诉 { $name }
button-moment-own = 我的时刻

# 按键后的提示
answer-moment-near = 稳住了。记下了，不写名字。
answer-moment-win = 好时刻，记下了，不写名字。
answer-moment-undone = 收回了。
answer-moment-told = 这就去告诉。
answer-moment-waits = 先暂停，好时刻留着。
answer-moment-unreachable = 现在联系不上你的伴侣。这个好时刻记下了。
