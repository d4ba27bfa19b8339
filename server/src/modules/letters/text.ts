import type { ReplyLimit } from './templates.ts';

/** 时限 as a letter says it. */
export function limitWords(limit: ReplyLimit | null): string {
  if (limit === null) return '';
  if (limit.kind === 'working-days') return `${limit.days}个工作日`;
  const [amount, unit] =
    limit.minutes % 60 === 0 ? [limit.minutes / 60, '小时'] : [limit.minutes, '分钟'];
  return limit.kind === 'working-minutes' ? `${amount}个工作${unit}` : `${amount}${unit}`;
}

export const letterText = {
  system: '系统',
  draftMark: '(拟稿,未编号)',
  fileName: '函件登记簿.xlsx',
  sheetName: '函件登记簿',
  aboutName: '导出说明',
  noNumber: '未编号',
  late: '逾期',
  unsignedLate: '逾期未签收',
  columns: [
    { heading: '发文字号', width: 24 },
    { heading: '种类', width: 14 },
    { heading: '标题', width: 44 },
    { heading: '函件状态', width: 12 },
    { heading: '主送单位', width: 26 },
    { heading: '发出时间', width: 18 },
    { heading: '签收时间', width: 18 },
    { heading: '反馈时限', width: 18 },
    { heading: '收函状态', width: 12 },
    { heading: '逾期', width: 14 },
  ],
  rows: (letters: number, lines: number) => `共 ${letters} 份函件,主送单位 ${lines} 行`,
} as const;
