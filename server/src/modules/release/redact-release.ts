import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { doubtOf, peopleOfOrder } from '../redaction/index.ts';
import { redactTogether } from './redact-together.ts';
import { insertTexts } from './release-texts.repo.ts';
import { lock, move } from './releases.repo.ts';
import { digestOf, leavingWords } from './text-words.ts';

const ordersAtOnce = 20;
/** Numbers of texts leave room for the parts of every line. */
const partsOfLine = 4;

/** 脱敏一批. */
export const redactRelease = job(
  'release:redact',
  z.object({ releaseId: z.uuid(), from: z.int().min(0) }),
);

handle(redactRelease, async (ctx, { releaseId, from }) => {
  const release = await lock(ctx, releaseId);
  if (release?.state !== 'redacting') return;
  const orderIds = release.order_ids.slice(from, from + ordersAtOnce);
  for (const [at, orderId] of orderIds.entries())
    await redactOrder(ctx, releaseId, { orderId, line: from + at + 1 });
  if (from + ordersAtOnce < release.order_ids.length)
    enqueue(ctx, redactRelease, { releaseId, from: from + ordersAtOnce });
  else await move(ctx, releaseId, { state: 'checking', expires_at: null });
  announce(ctx, 'releases');
});

async function redactOrder(
  ctx: Context,
  releaseId: string,
  { orderId, line }: { orderId: string; line: number },
): Promise<void> {
  const [leaving, known, places] = await Promise.all([
    leavingWords(ctx, orderId),
    peopleOfOrder(ctx, orderId),
    cityGazetteer(ctx),
  ]);
  const removals = redactTogether(
    leaving.map(({ words }) => words),
    { known, places },
  );
  await insertTexts(
    ctx,
    releaseId,
    leaving.map(({ words, part, text_no }, at) => ({
      no: (line - 1) * partsOfLine + at + 1,
      line,
      part,
      order_id: orderId,
      text_no,
      length: words.length,
      digest: digestOf(ctx, words),
      doubt: doubtOf(words),
      removals: [...(removals[at] ?? [])],
    })),
  );
}
