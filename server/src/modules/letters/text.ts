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
} as const;
