import { letterKinds } from '@minsheng/contract/words/letters.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** 文书模板: what stays the same in every letter of its kind, with `{slots}` that the drafter fills. */
export const letterTemplate = z.object({
  code: cell.slug,
  kind: z.enum(letterKinds),
  name: z.string().min(1),
  title: z.string().min(1),
  /** 发文字号: {short} the city's short name, {year}, {number} runs on by kind and year. */
  numberForm: z.string().min(1),
  /** 红头. */
  redHead: z.boolean(),
  /** 发文机关署名. */
  organ: z.string().min(1),
  /** 反馈时限; null where no answer is wanted. */
  replyLimit: cell.maybeSpan,
  /** 发往: the department, where the program itself writes it (`gaj`); otherwise the writer says it. */
  to: z
    .string()
    .regex(/^[a-z0-9]+$/)
    .nullable()
    .default(null),
  slots: z
    .array(
      z.object({
        code: z.string().regex(/^[a-z_]+$/),
        name: z.string().min(1),
        /** Several paragraphs. */
        long: z.boolean(),
      }),
    )
    .min(1),
  /** A paragraph each; 一、 begins a heading, (一) one below it. */
  body: z.array(z.string().min(1)).min(1),
  mark: z.enum(marks),
});
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** As read: which place-holders stand on which line of the file. */
export type LetterTemplateRow = At<
  LetterTemplate & { readonly holders: readonly { readonly name: string; readonly line: number }[] }
>;

/** What the program fills in where the template says it, besides the slots. */
export const letterFacts = {
  title: [],
  numberForm: ['short', 'year', 'number'],
  organ: ['hotline', 'short', 'city'],
  body: ['limit', 'hotline', 'city'],
} as const satisfies Partial<Record<keyof LetterTemplate, readonly string[]>>;

export function holdersIn(words: string): string[] {
  return Array.from(words.matchAll(/\{([a-z_]+)\}/g), ([, name = '']) => name);
}
