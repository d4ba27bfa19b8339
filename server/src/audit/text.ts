import type { AnchorVerdict, Unanchored } from './anchors/index.ts';
import type { Broken, Verdict } from './verify-log.ts';

/** Sentences for whoever verifies. */
export const text = {
  counts: ({ chains, events, texts }: Verdict) =>
    `核验 ${chains} 条事件链、${events} 个事件、${texts} 段文字。`,
  broken: ({ what, kind, id, seq }: Broken) =>
    `  ${whatWords[what]}:${kind} ${id}${seq === null ? '' : `,第 ${seq} 个事件`}`,
  anchors: ({ anchors, until }: AnchorVerdict) =>
    until === null
      ? '还没有锚点:每日零点半之后写入 anchors/。No anchor yet.'
      : `对照 ${anchors} 个锚点,最后一个截至 ${until}。`,
  unanchored: (broken: Unanchored) => `  ${unanchoredWords(broken)}`,
  anchored: (no: number, records: number) =>
    `写入第 ${no} 个锚点,共 ${records} 条。Anchor ${no}: ${records} records.`,
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

function unanchoredWords(broken: Unanchored): string {
  switch (broken.what) {
    case 'cut':
      return `事件链尾部或整条被删:${broken.kind} ${broken.id},锚定时有第 ${broken.seq} 个事件,现在没有`;
    case 'rewritten':
      return `事件链被整条改写:${broken.kind} ${broken.id},第 ${broken.seq} 个事件与锚点不符`;
    case 'audit':
      return `审计行与锚点不符:${broken.minute} 这一分钟锚定 ${broken.anchored} 行,现有 ${broken.found} 行`;
    case 'anchor':
      return `锚点文件被改动:第 ${broken.no} 个`;
  }
  return broken satisfies never;
}
