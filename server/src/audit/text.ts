import { auditWordLabel } from '@minsheng/contract/words/audit-words.ts';
import type { AnchorVerdict, Unanchored } from './anchors/index.ts';
import type { Traced } from './trace-export.ts';
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
  usageTrace: '用法: npm run -s leak:trace -- 文件.xlsx\nusage: npm run -s leak:trace -- FILE.xlsx',
  traced: (traced: Traced, zone: string) => tracedWords(traced, zone),
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

function tracedWords(traced: Traced, zone: string): string {
  switch (traced.is) {
    case 'unmarked':
      return '没有标记:不是从本系统的导出按钮得到的表格,或标记已被全部去掉。No mark.';
    case 'unknown':
      return `标记为导出 ${traced.exportId},但审计中没有这次导出:可能来自另一套系统。Not in this audit log.`;
    case 'found':
      return [
        `导出 ${traced.exportId}`,
        `时间:${traced.at.toLocaleString('zh-CN', { timeZone: zone })}`,
        `账号:${traced.login ?? '(不详)'} ${traced.name ?? ''} ${traced.unitCode ?? ''}`,
        `操作:${auditWordLabel[traced.word] ?? traced.word}`,
        `用途:${String(traced.purpose ?? '')}`,
        `行数:${String(traced.rows ?? '')}`,
      ].join('\n');
  }
  return traced satisfies never;
}
