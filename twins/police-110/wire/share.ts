import { z } from 'zod';

const short = z.string().max(300);

/** Data sharing of docs/exchange.md. */
export const shareSaid = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('ask'),
    id: z.uuid(),
    purpose: short,
    gives: z.enum(['asker', 'asked']),
    fields: z.array(short).min(1),
    until: z.iso.datetime({ offset: true }),
  }),
  z.object({
    act: z.enum(['approve', 'refuse', 'revoke']),
    id: z.uuid(),
    reason: short.optional(),
  }),
]);
export type ShareSaid = z.infer<typeof shareSaid>;

/** What the pretend 110 gives of a case. */
export const ownFields = ['number', 'state', 'openedAt', 'changedAt'] as const;
export type OwnField = (typeof ownFields)[number];

export const givenPage = z.object({
  batch: z.string(),
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.string(),
  more: z.boolean(),
});
