import { z } from 'zod';
import { job } from '../../platform/jobs.ts';

const duty = z.object({ orderId: z.uuid(), assignmentId: z.uuid() });

/** A duty's sign-in limit has passed: ring, go down the roster, sign late at its end. */
export const ringDuty = job('dispatch:ring-duty', duty);
