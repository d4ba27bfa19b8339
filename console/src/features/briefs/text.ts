/** Words of 专报. */
export const briefsText = {
  title: '专报',
  help: '数据按拟稿那一刻统计,以后不变,随时可以按同一时刻重新统计来核对。',
  none: '还没有专报。',
  list: '专报列表',
  unit: '份专报',
  line: (template: string, by: string, at: string) => `${template} · ${by} · 数据截至 ${at}`,
  begin: '拟专报',
  begun: '已开始统计,完成后可以写文字。',
  template: '种类',
  name: '标题',
  nameNeeded: '至少四个字',
  span: '起止日期',
  campaign: '专题',
  node: '重要节点',
  needed: '请选择',
} as const;

export const briefText = {
  facts: { cutoff: '数据截至', span: '统计时段', version: '数据版本', by: '拟稿', signed: '签发' },
  span: (from: string, to: string) => `${from} 至 ${to}`,
  version: (city: number, definitions: string, digest: string) =>
    `城市数据第 ${city} 版,指标定义 ${definitions},摘要 ${digest.slice(0, 12)}`,
  making: '正在按截止时刻统计,完成后自动显示。',
  empty: '还没有写。',
  write: '写文字',
  written: '已保存。',
  writeHelp: '不写人名、电话、住址;每段一行。',
  sign: '签发',
  signed: '已签发并编号。',
  signHelp: '签发后编号,内容不再改动。',
  nobody: '不是人名的词',
  nobodyHelp: '扫描当成人名、其实不是的词,逐个输入后按回车。',
  withdraw: '作废',
  withdrawn: '已作废。',
  voidFor: (reason: string) => `已作废:${reason}`,
  print: '打印',
  docx: 'Word 文件',
  check: '核对数据',
  checking: '正在重新统计',
  checkAsked: '已开始核对,完成后自动显示。',
  same: (at: string) => `${at} 核对:重新统计的结果一致`,
  other: (at: string) => `${at} 核对:重新统计的结果不一致,请告诉系统管理员`,
} as const;

export const noteText = {
  title: '领导批示',
  none: '还没有批示。',
  add: '录入批示',
  done: '已录入并交办。',
  late: '已逾期',
} as const;
