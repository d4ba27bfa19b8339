import type { Span } from './place.ts';

/** 被反映对象: what kind of thing an appeal complains about. */
export const subjectKinds = [
  'company',
  'farm',
  'school',
  'hospital',
  'estate',
  'property',
  'site',
  'shop',
  'market',
  'scenic',
  'village',
  'other',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface SubjectMention extends Span {
  readonly kind: SubjectKind;
  readonly text: string;
  readonly key: SubjectKey;
  readonly confidence: number;
}

/** 对象键: what stays of a name across its spellings; null core where the name is hidden or missing. */
export interface SubjectKey {
  /** The proper part alone: 鑫隆 of 漳州市鑫隆养鸡场有限公司. */
  readonly core: string;
  /** The core by sound, syllables joined by a space: xin long. */
  readonly sound: string;
  readonly kind: SubjectKind;
  /** 行业, where the name says one: 宏达化工 is not 宏达家具. */
  readonly trade: number | null;
}
