import { z } from 'zod';

/** Data sharing of docs/exchange.md: what one side tells the other, and a page of rows. */
const plain = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((said) => !said.includes('\u0000'));

export const shareMessage = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('ask'),
    id: z.uuid(),
    purpose: plain(300).refine((said) => said.length >= 4),
    /** Which side gives the rows. */
    gives: z.enum(['asker', 'asked']),
    /** Of the asked side's list when that side gives; free words of the giver otherwise. */
    fields: z
      .array(plain(40).refine((said) => said.length > 0))
      .min(1)
      .max(40),
    matterPrefix: z
      .string()
      .regex(/^\d{2}(\d{2}(\d{2})?)?$/)
      .optional(),
    until: z.iso.datetime({ offset: true }),
  }),
  z.object({
    act: z.enum(['approve', 'refuse', 'revoke']),
    id: z.uuid(),
    reason: plain(500).optional(),
  }),
]);
export type ShareMessage = z.output<typeof shareMessage>;

export const shareReply = z.object({ id: z.uuid(), state: z.string() });

const cell = z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]);
export const sharePage = z.object({
  batch: z.string().max(100),
  rows: z.array(z.record(z.string().max(40), cell)).max(500),
  next: z.string().max(200),
  more: z.boolean(),
});
export type SharePage = z.output<typeof sharePage>;
