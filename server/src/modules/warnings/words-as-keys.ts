/** Words of the calendar and of courtesy: they come and go with the clock, not with what happens. */
const emptyish = new Set(
  (
    '今天 昨天 前天 明天 今年 去年 前年 明年 本月 上月 今日 昨日 目前 现在 上午 下午 中午 晚上 早上 凌晨 星期 周一 周二 周三 周四 周五 ' +
    '周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 您好 你好 谢谢 感谢 尊敬 领导 请问 希望 反映 来电 市民 群众 先生 女士 咨询 投诉 建议 ' +
    '诉求 情况 问题 回复 处理 解决 相关 部门 单位 我们 你们 他们 大家 自己 因为 所以 但是 而且 如果 可以 没有 已经 一直 还是 这个 那个 什么 怎么 为什么 ' +
    '时候 时间 地方 进行 予以 核实 查处 致电 表示 认为 工单 编号 联系 电话 手机'
  ).split(' '),
);
const han = /^\p{Script=Han}{2,8}$/u;
const calendarWord = /^[一二三四五六七八九十零〇两几]+[年月日号天点个]?$/u;

/** 词键: what a text says, as keys that can be counted: words of two characters and more, and single ones that stand side by side. */
export function wordKeysOf(words: readonly string[]): string[] {
  const found = new Set<string>();
  let single: string | null = null;
  for (const word of words) {
    const isSingle = /^\p{Script=Han}$/u.test(word);
    if (isSingle && single !== null) found.add(`${single}${word}`);
    if (han.test(word) && !emptyish.has(word) && !calendarWord.test(word)) found.add(word);
    single = isSingle ? word : null;
  }
  return [...found].filter((word) => !calendarWord.test(word));
}
