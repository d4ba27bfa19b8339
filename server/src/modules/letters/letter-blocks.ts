import { dayOf } from '../../platform/zone.ts';

export const blockKinds = [
  /** 发文机关标志. */
  'organ-mark',
  'number',
  /** 红色分隔线. */
  'line',
  'title',
  /** 主送机关. */
  'to',
  /** 一级标题. */
  'first-heading',
  'second-heading',
  'text',
  /** 发文机关署名. */
  'organ',
  /** 成文日期. */
  'date',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** 版面要素, in the order in which they stand on the sheet. */
export interface Block {
  readonly kind: BlockKind;
  readonly words: string;
}

export interface Sheet {
  readonly redHead: boolean;
  readonly organ: string;
  readonly letterNo: string;
  readonly title: string;
  readonly to: readonly string[];
  readonly body: readonly string[];
  /** Null while it is a draft. */
  readonly approvedAt: Date | null;
  readonly zone: string;
}

export function blocksOf(sheet: Sheet): Block[] {
  const { redHead, organ, letterNo, title, to, body, approvedAt, zone } = sheet;
  const head: Block[] = redHead ? [{ kind: 'organ-mark', words: organ }] : [];
  const line: Block[] = redHead ? [{ kind: 'line', words: '' }] : [];
  const blocks: Block[] = [
    ...head,
    { kind: 'number', words: letterNo },
    ...line,
    { kind: 'title', words: title },
    { kind: 'to', words: `${to.join('、')}\uff1a` },
    ...body.map((words): Block => ({ kind: headingOf(words), words })),
    { kind: 'organ', words: organ },
    { kind: 'date', words: approvedAt === null ? '' : dateWords(approvedAt, zone) },
  ];
  return blocks.map(({ kind, words }) => ({ kind, words: inFull(words) }));
}

/** 结构层次: 一、 and (一) at the beginning say how a short paragraph is set. */
function headingOf(words: string): BlockKind {
  if (words.length > 40) return 'text';
  if (/^[一二三四五六七八九十]+、/.test(words)) return 'first-heading';
  return /^[(\uff08][一二三四五六七八九十]+[)\uff09]/.test(words) ? 'second-heading' : 'text';
}

const full: Readonly<Record<string, string>> = {
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
  '?': '\uff1f',
  '!': '\uff01',
  '(': '\uff08',
  ')': '\uff09',
};
const beside = /(?<=[^\p{ASCII}])[,:;?!()]|[,:;?!()](?=[^\p{ASCII}])/gu;

/** 全角标点: what keyboards leave in half width beside Chinese words. Twice, for signs that stand side by side. */
export function inFull(words: string): string {
  const once = (text: string) => text.replaceAll(beside, (sign) => full[sign] ?? sign);
  return once(once(words));
}

/** 成文日期: 2026年3月2日, without noughts in front. */
export function dateWords(at: Date, zone: string): string {
  const [year = '', month = '', day = ''] = dayOf(at.getTime(), zone).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
