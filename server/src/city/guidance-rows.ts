import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';
import { text as words } from './text.ts';

const mark = z.enum(marks);

/** A unit's code, or a place-holder resolved at the order's place: `{county}.rsj`, `{town}`. */
const unitReference = z
  .string()
  .regex(
    /^(\d{6}(\d{3}(\d{3})?)?|\{county\})(\.[a-z0-9]+)?$|^\{(town|village)\}$/,
    words.notUnitReference,
  );
const unitReferences = cell.list.pipe(z.array(unitReference));

export const levels = ['department', 'county', 'township', 'village', 'enterprise'] as const;
export type Level = (typeof levels)[number];

/** 派单目录: matter × area × time → who answers, and on what basis. */
export const catalogueRow = z.object({
  id: cell.slug,
  matter: cell.matterPrefix,
  area: z.string().regex(/^\d{4}$|^\d{6}$|^\d{9}$|^\d{12}$/, words.notAreaPrefix),
  time: z.enum(['any', 'night', 'day', 'exam']),
  lead: unitReference,
  assists: unitReferences,
  linkage: unitReferences,
  backstop: unitReference.nullable(),
  level: z.enum(levels),
  basisKind: z.enum(['law', 'three-fixed', 'duty-list', 'township-list', 'seed', 'practice']),
  basis: cell.text,
  direct: cell.yesNo,
  validFrom: cell.maybeDay,
  validTo: cell.maybeDay,
  mark,
  note: cell.maybeText,
});
export type CatalogueRow = At<z.infer<typeof catalogueRow>>;

/** 分类处理告知, domain 2.12. */
export const dispositionRow = z.object({
  code: z.string().regex(/^DG\d{1,2}$/),
  name: cell.text,
  reason: cell.text,
  channel: cell.text,
  words: cell.text,
  sms: cell.text,
  needsReview: cell.yesNo,
  clear: cell.yesNo,
});
export type DispositionRow = At<z.infer<typeof dispositionRow>>;

/** 受理提问. */
export const questionRow = z.object({
  matter: cell.matterPrefix,
  ask: cell.text,
  order: cell.wholeNumber,
});
export type QuestionRow = At<z.infer<typeof questionRow>>;

export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'datetime',
  'choice',
  'choices',
  'yes-no',
  'place',
  'count',
] as const;

/** 要素: one field a matter adds to the order form. */
const matterField = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1),
  kind: z.enum(fieldKinds),
  choices: z.array(z.object({ code: z.string().min(1), label: z.string().min(1) })).default([]),
  required: z.union([
    z.enum(['always', 'never']),
    z.object({ field: z.string().min(1), is: z.array(z.string().min(1)).min(1) }),
  ]),
  seenBy: z.enum(['all', 'centre', 'lead']),
  help: z.string().nullable().default(null),
});
export type MatterField = z.infer<typeof matterField>;

export const fieldSet = z.object({
  matter: cell.matterPrefix,
  fields: z.array(matterField).min(1),
});
export type FieldSet = At<z.infer<typeof fieldSet>>;

/** 答复表单: what a unit must show when it answers. */
export const replyForm = z.object({
  matter: cell.matterPrefix.nullable(),
  evidence: z.array(
    z.object({ code: z.string().min(1), label: z.string().min(1), required: z.boolean() }),
  ),
  measures: z.boolean(),
  assetChanges: z.boolean(),
  mustContact: z.boolean(),
});
export type ReplyForm = At<z.infer<typeof replyForm>>;

/** 知识条目. */
export const knowledgeEntry = z.object({
  code: z.string().regex(/^[A-Z]{2}-\d{4}-\d{2}$/),
  title: z.string().min(1),
  questions: z.array(z.string().min(1)).min(1),
  answer: z.string().min(40),
  matters: z.array(cell.matterCode).min(1),
  owner: cell.unitCode,
  basis: z.string().min(1),
  validFrom: cell.day,
  validUntil: cell.day,
  keywords: z.array(z.string().min(1)).min(1),
  /** 只供内部: read by whoever works the telephone, never told to anybody. Absent: what may be told. */
  audience: z.enum(['public', 'staff']).default('public'),
  /** 办事表单: printed from these words, for whoever has to fill one in. */
  forms: z
    .array(
      z.object({
        title: z.string().min(1),
        bring: z.array(z.string().min(1)),
        fields: z.array(z.string().min(1)).min(1),
      }),
    )
    .max(5)
    .default([]),
  /** 预约、在线办理的网址. */
  links: z
    .array(z.object({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) }))
    .max(5)
    .default([]),
  mark,
});
export type KnowledgeEntry = At<z.infer<typeof knowledgeEntry>>;
