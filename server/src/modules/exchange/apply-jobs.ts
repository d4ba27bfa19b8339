import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { aheadOfOthers, type Job, job, type When } from '../../platform/jobs.ts';

const wanted = z.object({ id: z.uuid() });
const apply: Job<z.output<typeof wanted>> = job('exchange:apply', wanted);
aheadOfOthers(apply);

const keyOf = (id: string): string => `exchange:apply:${id}`;
const soonMs = 5000;

/** 入库, once more: when the process died after the receipt, or something failed that may pass. */
export const applyAgainAt = {
  job: apply,
  key: keyOf,
  soon: (ctx: Context, id: string): When => ({
    at: new Date(ctx.now.getTime() + soonMs),
    key: keyOf(id),
  }),
  now: (ctx: Context, id: string): When => ({ at: ctx.now, key: keyOf(id) }),
} as const;
