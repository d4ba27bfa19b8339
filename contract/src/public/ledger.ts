import { z } from 'zod';
import { route } from '../route.ts';
import { cursor, day, page } from '../shapes.ts';
import { deferralReasons, ledgerStates } from '../words/deferrals.ts';

/** 公开挂账: what is right, cannot be solved now, and is not forgotten; nothing in it leads to a person (domain 2.7). */
export const publicLedger = route({
  method: 'GET',
  path: '/public/ledger',
  summary: 'The public ledger of parked appeals, without anything that leads to a person',
  query: z.object({ state: z.enum(ledgerStates).optional(), cursor: cursor.optional() }),
  reply: page(
    z.object({
      matterName: z.string(),
      areaName: z.string(),
      unitName: z.string(),
      reason: z.enum(deferralReasons),
      words: z.string(),
      parkedOn: day,
      reviewOn: day.nullable(),
      clearedOn: day.nullable(),
      milestones: z.array(z.object({ what: z.string(), dueOn: day, isDone: z.boolean() })),
    }),
  ),
});
