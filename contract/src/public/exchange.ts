import { z } from 'zod';
import { measureKinds } from '../words/assignment.ts';
import {
  clueRisks,
  type messageKinds,
  progressStages,
  resultOutcomes,
  transferModes,
} from '../words/exchange.ts';
import { urgencies } from '../words/order.ts';

/** The messages of docs/exchange.md, version 1. Promised to outsiders: what stands here only grows. */
export const exchangeVersions = ['1'] as const;

/** What no database keeps is refused at the door. */
const isKept = (said: string): boolean => !said.includes('\u0000');
const words = (most: number) => z.string().trim().min(1).max(most).refine(isKept);
const maybe = (most: number) => z.string().trim().max(most).refine(isKept).optional();
const code = words(40);
const caseNo = words(64);
/** Of a year that every calendar and database knows. */
const instant = z.iso.datetime({ offset: true }).refine((said) => said >= '1970' && said < '9999');

export const attachment = z.object({
  name: words(120),
  type: words(100),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const envelope = z.object({
  version: z.string(),
  id: z.uuid(),
  kind: z.string(),
  seq: z.int().min(1).max(1_000_000),
  at: instant,
  case: z.object({ sender: caseNo, receiver: caseNo.nullish() }),
  via: z.array(code).min(1),
  body: z.record(z.string(), z.unknown()),
  attachments: z.array(attachment).max(9).default([]),
});
export type Envelope = z.output<typeof envelope>;

const place = z.object({
  areaCode: maybe(40),
  /** 网格 it was reported from. */
  gridId: maybe(40),
  text: z.string().trim().max(200).refine(isKept),
  lat: z.number().min(-90).max(90).optional(),
  long: z.number().min(-180).max(180).optional(),
});

const transfer = z.object({
  appeal: z.object({
    title: words(100),
    words: words(4000).refine((said) => said.length >= 4),
    typeCode: code,
    matterCode: maybe(40),
    occurredAt: instant.optional(),
    /** Answers to the matter's own questions, by code. */
    fields: z.record(words(60), z.array(words(500)).max(20)).optional(),
  }),
  place,
  requester: z.object({ name: maybe(60), phone: maybe(20), anonymous: z.boolean() }),
  urgency: z.enum(urgencies).optional(),
  listRow: maybe(100),
  basis: maybe(200),
  mode: z.enum(transferModes),
  firstReceiver: z.boolean().optional(),
  callId: maybe(100),
  /** By when whoever sends it wants the result. */
  dueAt: instant.optional(),
});

export const messageBodies = {
  transfer,
  accept: z.object({ number: caseNo, by: maybe(100), note: maybe(4000) }),
  return: z.object({
    reasonCode: code,
    reason: words(4000),
    properUnit: maybe(200),
    basis: maybe(200),
  }),
  progress: z.object({ stage: z.enum(progressStages), words: words(4000), at: instant }),
  result: z.object({
    outcome: z.enum(resultOutcomes),
    words: words(4000),
    at: instant,
    measures: z
      .array(z.object({ kind: z.enum(measureKinds), what: words(500) }))
      .max(20)
      .optional(),
  }),
  clue: z.object({
    words: words(4000),
    risk: z.enum(clueRisks),
    place: place.optional(),
    basis: maybe(200),
  }),
  supplement: z.object({ words: words(4000) }),
  urge: z.object({ words: words(4000) }),
  supervise: z.object({ words: words(4000), answerBy: instant.optional() }),
  withdraw: z.object({ reason: words(4000) }),
  void: z.object({ replaces: z.uuid() }),
} as const satisfies Record<(typeof messageKinds)[number], z.ZodObject>;

type Bodies = typeof messageBodies;
/** What a message says: its kind and the body that belongs to it. */
export type Said = {
  [K in keyof Bodies]: { readonly kind: K; readonly body: z.output<Bodies[K]> };
}[keyof Bodies];
export type BodyOf<K extends keyof Bodies> = z.output<Bodies[K]>;

export const receipt = z.object({
  id: z.uuid(),
  receipt: z.string(),
  at: instant,
  number: z.string().nullable(),
  held: z.boolean(),
});
export type Receipt = z.output<typeof receipt>;

export const faultReply = z.object({
  error: z.object({ code: z.string(), field: z.string().optional() }),
});

export const dayRow = z.object({
  id: z.string(),
  direction: z.enum(['received', 'sent']),
  kind: z.string(),
  digest: z.string(),
  state: z.string(),
  case: z.object({ sender: z.string(), receiver: z.string().nullable() }),
});
export type DayRow = z.output<typeof dayRow>;
export const dayPage = z.object({ rows: z.array(dayRow).max(500), next: z.string().nullable() });
