# 一个人的画像，用本人的口吻写：自己看、给人看，读起来都一样
portrait-title = 此刻的我
portrait-across-low = 亲近很自然
portrait-across-high = 有点距离更安心
portrait-up-low = 相信我们稳得住
portrait-up-high = 常担心我们稳不住
portrait-region-secure = 安稳
portrait-region-anxious = 渴望靠近
portrait-region-avoidant = 习惯独立
portrait-region-disorganised = 想近又想远
portrait-missing = 这次答得不多，还画不出位置。
portrait-stress = 一紧张起来，我会……
portrait-pursue = 追着说清楚
portrait-withdraw = 往后退
portrait-attack = 说重话
portrait-freeze = 愣住
portrait-rarely = 很少
portrait-sometimes = 有时
portrait-often = 经常
portrait-few = 这部分答得不多。

# 最下面的一句：一个长处
portrait-strength-anxiety = 我相信我们稳得住。
portrait-strength-avoidance = 亲近对我来说很自然。
portrait-strength-pursue = 有些问题，我可以放一放再问。
portrait-strength-withdraw = 再难，我也会留下来。
portrait-strength-attack = 吵起来，我的话也不伤人。
portrait-strength-freeze = 再紧张，我也说得出话。
portrait-strength-any = 我在乎，所以愿意看一看自己。

# 图片下面，用文字说同样的内容
portrait-heading = <b>{ $title }</b> · { $name }
portrait-heading-plain = <b>{ $title }</b>
portrait-clear = 在图上：<b>{ $region }</b>。
portrait-leaning = 在图上：<b>{ $region }</b>，离“{ $other }”不远。
portrait-open = 在图上：靠近中间，最近的是<b>{ $region }</b>。
portrait-scale = 从“{ $low }”（1）到“{ $high }”（7）：大约 { $value }，在 { $from } 到 { $to } 之间。
portrait-scale-unknown = 从“{ $low }”到“{ $high }”：答得不多，还看不出。
portrait-bar = { $how }{ $label }
portrait-bars = 一紧张起来，我{ $bars }。

# 还没有结果的时候
portrait-none = 还没有结果。小问卷大约四分钟，只有你自己看得到。

button-named = 名字
button-plain = 不写名字
button-picture = 画像
button-report = 报告
