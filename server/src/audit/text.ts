import type { Broken, Verdict } from './verify-log.ts';

/** Sentences for whoever verifies. */
export const text = {
  counts: ({ chains, events, texts }: Verdict) =>
    `核验 ${chains} 条事件链、${events} 个事件、${texts} 段文字。`,
  broken: ({ what, kind, id, seq }: Broken) =>
    `  ${whatWords[what]}:${kind} ${id}${seq === null ? '' : `,第 ${seq} 个事件`}`,
  whole: '全部完好。Every chain is whole.',
  found: (count: number) => `发现 ${count} 处不符。${count} places do not agree.`,
} as const;

const whatWords: Record<Broken['what'], string> = {
  chain: '事件被改动、抽掉或插入',
  status: '工单状态与事件不符',
  seal: '归档封签不符',
  text: '文字与事件里的摘要不符',
  'no-chain': '工单没有事件',
  'no-order': '事件所说的工单不存在',
};
