import { unitKinds } from '@minsheng/contract/words/assignment.ts';
import { targetKeys } from '@minsheng/contract/words/indicators.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** `assumed`: the city publishes a figure and does not say how it is reckoned. */
const mark = z.enum([...marks, 'assumed']);

/** 分档分类 (66号文(六)): who may be compared with whom; the first row that fits a unit is its group. */
export const peerGroupRow = z.object({
  code: cell.slug,
  name: cell.text,
  kinds: cell.list.pipe(z.array(z.enum(unitKinds)).min(1)),
  /** Only these departments; empty: every one of the kinds. */
  slugs: cell.list,
  /** 量级: at least so many orders a month. */
  atLeast: cell.wholeNumber.nullable(),
  mark,
});
export type PeerGroupRow = At<z.infer<typeof peerGroupRow>>;

/** 目标值, in percent. 100 needs a reason: 66号文(六) 不设置不切实际的目标要求. */
export const targetRow = z.object({
  indicator: z.enum(targetKeys),
  percent: cell.wholeNumber.refine((percent) => percent <= 100),
  despite: cell.maybeText,
  source: cell.text,
  mark,
});
export type TargetRow = At<z.infer<typeof targetRow>>;

/** 计数口径: numbers by which figures count. One person is no crowd. */
export const countingRuleRow = z.object({
  code: z.enum(['gathered-people']),
  name: cell.text,
  value: cell.wholeNumber.refine((value) => value >= 2),
  note: cell.maybeText,
  mark,
});
export type CountingRuleRow = At<z.infer<typeof countingRuleRow>>;

/** 本市满意率口径: how the city reckons the figure it publishes. */
export const satisfactionRow = z.object({
  code: z.literal('published'),
  name: z.string().min(1),
  /** 基本满意 counts, or not. */
  counts: z.enum(['wide', 'strict']),
  of: z.enum(['valid', 'due']),
  withExcluded: z.boolean(),
  /** 部分解决 counts as a half in 解决率(有效). */
  partlyIsHalf: z.boolean(),
  source: z.string().min(1),
  mark,
});
export type SatisfactionRow = At<z.infer<typeof satisfactionRow>>;
