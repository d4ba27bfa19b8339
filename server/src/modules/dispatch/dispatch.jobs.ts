import { z } from 'zod';
import { aheadOfOthers, job } from '../../platform/jobs.ts';

const duty = z.object({ orderId: z.uuid(), assignmentId: z.uuid() });

/** A duty's sign-in limit has passed: ring, go down the roster, sign late at its end. */
export const ringDuty = job('dispatch:ring-duty', duty);
aheadOfOthers(ringDuty);

export const ringEveryMinutes = 5;

/** The calendar was corrected: the running clocks of the next orders follow it. */
export const recomputeDues = job(
  'dispatch:recompute-dues',
  z.object({ version: z.int(), after: z.uuid().nullable() }),
);
