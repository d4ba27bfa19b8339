import { z } from 'zod';
import { Refused } from './refused.ts';

export const kinds = [
  'transfer',
  'accept',
  'return',
  'progress',
  'result',
  'clue',
  'supplement',
  'urge',
  'withdraw',
  'void',
] as const;
export type Kind = (typeof kinds)[number];

export const stages = ['dispatched', 'on-the-way', 'arrived', 'handling', 'note'] as const;
export const outcomes = ['done', 'cannot', 'no-duty'] as const;
export const modes = ['one-key', 'three-way', 'push', 'together'] as const;
export const urgencies = ['U1', 'U2', 'U3', 'U4'] as const;
export const risks = ['high', 'middle', 'low'] as const;

const short = z.string().max(200);
const long = z.string().max(4000);
const instant = z.iso.datetime({ offset: true });
const place = z.object({
  areaCode: short.optional(),
  text: z.string().max(500),
  lat: z.number().optional(),
  long: z.number().optional(),
});

/** What each kind says; fields nobody here knows are ignored, so that the other side may grow. */
export const bodies = {
  transfer: z.object({
    appeal: z.object({
      title: z.string().max(100),
      words: long,
      typeCode: short,
      matterCode: short.optional(),
      occurredAt: instant.optional(),
    }),
    place,
    requester: z.object({
      name: short.optional(),
      phone: short.optional(),
      anonymous: z.boolean(),
    }),
    urgency: z.enum(urgencies).optional(),
    listRow: short.optional(),
    basis: short.optional(),
    mode: z.enum(modes),
    firstReceiver: z.boolean().optional(),
    callId: short.optional(),
  }),
  accept: z.object({ by: short.optional(), number: short, note: long.optional() }),
  return: z.object({
    reasonCode: short,
    reason: long,
    properUnit: short.optional(),
    basis: short.optional(),
  }),
  progress: z.object({ stage: z.enum(stages), words: long, at: instant }),
  result: z.object({ outcome: z.enum(outcomes), words: long, at: instant }),
  clue: z.object({
    words: long,
    risk: z.enum(risks),
    place: place.optional(),
    basis: short.optional(),
  }),
  supplement: z.object({ words: long }),
  urge: z.object({ words: long }),
  withdraw: z.object({ reason: long }),
  void: z.object({ replaces: short.optional() }),
} as const;

export type BodyOf<K extends Kind> = z.infer<(typeof bodies)[K]>;
export type Message = {
  [K in Kind]: { readonly kind: K; readonly body: BodyOf<K> };
}[Kind];

export const attachment = z.object({
  name: short,
  type: short,
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const head = z.object({
  version: z.string(),
  id: z.uuid(),
  kind: z.string(),
  seq: z.int().min(1),
  at: instant,
  case: z.object({ sender: short.min(1), receiver: short.nullable() }),
  via: z.array(short),
  body: z.unknown(),
  attachments: z.array(attachment).max(20).default([]),
});

export type Head = z.infer<typeof head>;
export type Envelope = Omit<Head, 'kind' | 'body'> & Message;

export const spoken = ['1'] as const;

/** 报文 → what it says, or a refusal that names the field. */
export function readEnvelope(raw: string): Envelope {
  const said = readHead(raw);
  const kind = kinds.find((each) => each === said.kind);
  if (kind === undefined)
    throw new Refused(422, 'kind', `不认识的报文种类“${said.kind.slice(0, 50)}”。`, {
      field: 'kind',
      more: { value: said.kind.slice(0, 50) },
    });
  return { ...said, ...messageOf(kind, said.body) };
}

function readHead(raw: string): Head {
  const json = jsonOf(raw);
  const version = z.object({ version: z.unknown() }).safeParse(json).data?.version;
  if (!spoken.some((each) => each === version))
    throw new Refused(400, 'version', `只懂版本 ${spoken.join('、')}。`, {
      field: 'version',
      more: { versions: spoken },
    });
  return valid(head, json, '');
}

function messageOf(kind: Kind, body: unknown): Message {
  switch (kind) {
    case 'transfer':
      return { kind, body: valid(bodies.transfer, body, 'body.') };
    case 'accept':
      return { kind, body: valid(bodies.accept, body, 'body.') };
    case 'return':
      return { kind, body: valid(bodies.return, body, 'body.') };
    case 'progress':
      return { kind, body: valid(bodies.progress, body, 'body.') };
    case 'result':
      return { kind, body: valid(bodies.result, body, 'body.') };
    case 'clue':
      return { kind, body: valid(bodies.clue, body, 'body.') };
    case 'supplement':
      return { kind, body: valid(bodies.supplement, body, 'body.') };
    case 'urge':
      return { kind, body: valid(bodies.urge, body, 'body.') };
    case 'withdraw':
      return { kind, body: valid(bodies.withdraw, body, 'body.') };
    case 'void':
      return { kind, body: valid(bodies.void, body, 'body.') };
    default:
      return kind satisfies never;
  }
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    throw new Refused(400, 'body', '正文不是完整的 JSON,请整条重发。');
  }
}

function valid<T>(schema: z.ZodType<T>, value: unknown, prefix: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const field = `${prefix}${read.error.issues[0]?.path.join('.') ?? ''}`;
  throw new Refused(422, 'field', `字段 ${field} 缺少或不合要求,请改正后用新的编号重发。`, {
    field,
  });
}
