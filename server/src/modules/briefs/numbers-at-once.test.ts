import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import { transact } from '../../platform/transact.ts';
import { beginBrief } from './begin-brief.ts';
import { changeBrief } from './briefs.repo.ts';
import { signBrief } from './sign-brief.ts';

let server: Awaited<ReturnType<typeof testServer>>;
beforeAll(async () => {
  server = await testServer();
}, 180_000);
afterAll(() => server?.stop());

const inTransaction = <Reply>(
  role: 'analyst' | 'director',
  no: number,
  work: (ctx: Context) => Promise<Reply>,
) =>
  transact(
    server.runtime,
    actorAs(role, server.clock.now(), { accountId: `00000000-0000-7000-8000-00000000000${no}` }),
    work,
  );

/** As if it had been counted, and written. */
const drafted = () =>
  inTransaction('analyst', 1, async (ctx) => {
    const days = { from: '2026-01-01', to: '2026-01-07' };
    const { briefId } = await beginBrief(ctx, { template: 'weekly', title: '一周诉求', ...days });
    const counted = { counted: JSON.stringify({}), digest: '' };
    const words = JSON.stringify({ 2: ['路灯反映集中。'], 3: ['建议逐路排查。'] });
    await changeBrief(ctx, briefId, { state: 'drafting', ...counted, words });
    return briefId;
  });

test('two of a series that are signed at once get one number each', async () => {
  const [first, second] = [await drafted(), await drafted()];
  const isSigned = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const one = inTransaction('director', 2, async (ctx) => {
    const signed = await signBrief(ctx, { briefId: first, wordsNo: 1, nobody: [] });
    isSigned.resolve();
    await mayEnd.promise;
    return signed;
  });
  await isSigned.promise;
  const other = inTransaction('director', 3, (ctx) =>
    signBrief(ctx, { briefId: second, wordsNo: 1, nobody: [] }),
  );
  // Long enough for it to have taken the same number, if it did not wait for the first.
  await pause(500);
  mayEnd.resolve();
  const numbers = (await Promise.all([one, other])).map(({ briefNo }) => briefNo);
  expect(new Set(numbers).size).toBe(2);
});
