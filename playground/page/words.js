// The words on the phones themselves, in each phone's language. What the bot says comes from the bot.
import { chinese } from './time.js';

const EN = {
  private: 'Private', shared: 'Shared', unread: 'unread', you: 'You', bot: 'bot',
  message: 'Message…', send: 'Send', reply: 'Reply', replyTo: 'Reply to', cancel: 'Cancel', copy: 'Copy', copied: 'Copied',
  remove: 'Delete', ok: 'OK', edited: 'edited', silent: 'silent', loud: 'with sound', menu: 'Menu', actions: 'Message actions',
  start: 'Start', unblock: 'Unblock', newest: 'To the newest message', commands: 'Commands', keyboard: 'Show or hide the keys',
  hello: 'A small companion for two. Tap Start to say hello.',
  addBot: 'Add {bot} to this chat', addBotWhy: 'Only the people in this chat are here so far.',
  blocked: 'You blocked {bot}. It can’t write to you.', notMember: 'You are not in this chat.', makeGroup: 'Make a shared chat',
  noGroup: 'There is no shared chat yet.', empty: 'No messages yet.', members: '{n} members', photo: 'Photo', voice: 'Voice message', animation: 'Animation',
  block: 'Block {bot}', startAgain: 'Send /start', removeBot: 'Remove {bot}', addPerson: '{name} joins', removePerson: '{name} leaves',
  leave: 'Leave this chat', joinAgain: 'Join again', promote: 'Make {bot} an admin', demote: 'Take admin rights from {bot}',
  upgrade: 'Upgrade to a supergroup', newGroup: 'Make another shared chat', other: 'file',
  linkFrom: '{name} passed you a link to {bot}.', open: 'Open', opened: 'Outside the playground: {url}', close: 'Close',
  joined: '{name} joined', added: '{by} added {name}', left: '{name} left', removed: '{by} removed {name}',
  upgraded: 'This group became a supergroup', created: '{name} made the chat “{title}”', pinned: '{name} pinned a message',
};

const ZH = {
  private: '私聊', shared: '共同聊天', unread: '条未读', you: '我', bot: '机器人',
  message: '消息…', send: '发送', reply: '回复', replyTo: '回复', cancel: '取消', copy: '复制', copied: '已复制',
  remove: '删除', ok: '好', edited: '已编辑', silent: '静音', loud: '有提示音', menu: '菜单', actions: '消息操作',
  start: '开始', unblock: '解除屏蔽', newest: '到最新消息', commands: '命令', keyboard: '显示或收起按键',
  hello: '两个人的小小陪伴。点“开始”打个招呼。',
  addBot: '把 {bot} 加入这个聊天', addBotWhy: '现在这里只有你们自己。',
  blocked: '你屏蔽了 {bot}，它无法给你发消息。', notMember: '你不在这个聊天里。', makeGroup: '建一个共同聊天',
  noGroup: '还没有共同聊天。', empty: '还没有消息。', members: '{n} 位成员', photo: '图片', voice: '语音', animation: '动图',
  block: '屏蔽 {bot}', startAgain: '发送 /start', removeBot: '移出 {bot}', addPerson: '{name} 加入', removePerson: '{name} 离开',
  leave: '退出这个聊天', joinAgain: '重新加入', promote: '设 {bot} 为管理员', demote: '取消 {bot} 的管理员',
  upgrade: '升级为超级群', newGroup: '再建一个共同聊天', other: '文件',
  linkFrom: '{name} 发给你一个 {bot} 的链接。', open: '打开', opened: '演示之外的链接：{url}', close: '关闭',
  joined: '{name} 加入了聊天', added: '{by} 把 {name} 加入了聊天', left: '{name} 退出了聊天', removed: '{by} 把 {name} 移出了聊天',
  upgraded: '这个群已升级为超级群', created: '{name} 建了聊天“{title}”', pinned: '{name} 置顶了一条消息',
};

/** The words of one phone: `say('members', {n: 3})`. */
export function wordsFor(language) {
  const words = chinese(language) ? ZH : EN;
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}
