import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appealTypes } from '@minsheng/contract/words/order.ts';
import { z } from 'zod';

const done = z.object({
  did: z.string(),
  tell: z.string(),
  measures: z
    .array(z.tuple([z.enum(['people', 'things', 'technology', 'rules']), z.string()]))
    .default([]),
  assets: z.array(z.tuple([z.string(), z.number().int()])).default([]),
});
export type DoneWords = z.output<typeof done>;

const appeal = done.extend({
  matter: z.string(),
  at: z.string(),
  title: z.string(),
  say: z.string(),
  want: z.string(),
  type: z.enum(appealTypes).optional(),
  secret: z.literal(1).optional(),
  who: z.enum(['company', 'anonymous']).optional(),
});
export type AppealWords = z.output<typeof appeal>;

const group = done.extend({
  matter: z.string(),
  area: z.string(),
  address: z.string(),
  /** In one night; over some days; or all of them in the last hours, which is noticed (预警). */
  when: z.enum(['night', 'days', 'today']),
  title: z.string(),
  sayings: z.array(z.string()),
});
export type GroupWords = z.output<typeof group>;

/** What a mechanism of the city holds: one thing told of several times, with what is answered at intake. */
const special = done.extend({
  matter: z.string(),
  area: z.string(),
  address: z.string(),
  title: z.string(),
  say: z.string(),
  want: z.string(),
  type: z.enum(appealTypes).optional(),
  answers: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))).min(1),
});

const demoTexts = z.object({
  about: z.string(),
  mark: z.literal('invented'),
  /** By kind of place: area and address. */
  places: z.record(z.string(), z.array(z.tuple([z.string(), z.string()])).min(1)),
  appeals: z.array(appeal),
  /** Where the demo's other bureau leads: a matter of `appeals`, and a place. */
  bureau: z.array(z.object({ matter: z.string(), area: z.string(), address: z.string() })),
  /** Several people about one thing. */
  groups: z.array(group),
  mechanisms: z.array(special).default([]),
  questions: z.array(z.object({ matter: z.string(), say: z.string(), answer: z.string() })),
  disposed: z.array(
    z.object({ matter: z.string(), code: z.string(), say: z.string(), reason: z.string() }),
  ),
  transferred: z.array(z.object({ matter: z.string(), to: z.string(), say: z.string() })),
});
export type DemoTexts = z.output<typeof demoTexts>;

/** 演示文本 of a city, invented line by line; null when nobody wrote any for it. */
export function readDemoTexts(city: string): DemoTexts | null {
  const path = join(import.meta.dirname, 'texts', `${city}.json`);
  return existsSync(path) ? demoTexts.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}
