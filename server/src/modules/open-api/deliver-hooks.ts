import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Runtime } from '../../platform/context.ts';
import { handleApart, job, later, oneAtATime } from '../../platform/jobs.ts';
import { decrypt } from '../../platform/secrets.ts';
import { transact } from '../../platform/transact.ts';
import { HookSilent } from '../../ports/hook/index.ts';
import { realSeconds, requestText, signatureOf } from '../exchange/index.ts';
import { actorOfKeyId } from '../identity/index.ts';
import { dueHooks, type Hook, hookOf, sentInVain, sentUpTo } from './hooks.repo.ts';
import { numberChanges } from './keep-changes.ts';
import { changesAfter, cursorText, type Page } from './read-changes.ts';
import { rowOf } from './visible-changes.ts';

const deliver = job('open-api:deliver', z.object({ hookId: z.uuid() }));
// An address that lets us wait may delay other addresses, and nothing besides.
oneAtATime(deliver);

/** Looked at by the wall's clock: a subscriber to every event would cost each order a job, and most cities have no hook. */
chore({ name: 'open-api:hooks', everySeconds: 2, work: wakeHooks });

export async function wakeHooks(runtime: Runtime): Promise<void> {
  const due = await dueHooks(runtime);
  if (due.length === 0) return;
  await transact(runtime, systemActor, async (ctx) => {
    for (const hookId of due)
      later(ctx, deliver, { hookId }, { at: ctx.now, key: `open-api:hook:${hookId}` });
  });
}

handleApart(deliver, async (runtime, { hookId }) => {
  for (let count = 0; count < mostPages; count += 1) {
    if (!(await deliverPage(runtime, hookId))) return;
  }
});

/** Then the others have their turn; the next look goes on with it. */
const mostPages = 5;

/** 推送一页: true when there may be more. Nobody is asked inside a transaction; what was sent twice has the same numbers. */
async function deliverPage(runtime: Runtime, hookId: string): Promise<boolean> {
  const hook = await transact(runtime, systemActor, (ctx) => hookOf(ctx, hookId));
  if (!hook || hook.next_at > runtime.clock.now()) return false;
  const actor = await actorOfKeyId(runtime, hook.key_id);
  if (!actor?.has('orders.read')) return putOff(runtime, hook, 'key-over');
  const page = await transact(runtime, actor, async (ctx) => {
    await numberChanges(ctx);
    return changesAfter(ctx, hook.position);
  });
  const rows = page.rows.filter(({ kind }) => hook.kinds.includes(kind));
  const error = rows.length === 0 ? null : await send(runtime, hook, { ...page, rows });
  if (error !== null) return putOff(runtime, hook, error);
  return transact(runtime, systemActor, async (ctx) => {
    const sent = { hook, position: page.next.position, hasSent: rows.length > 0 };
    return (await sentUpTo(ctx, sent)) && page.isMore;
  });
}

/** Also one whose key is over: it would be looked at every two seconds for ever, before all others. */
function putOff(runtime: Runtime, hook: Hook, error: string): Promise<boolean> {
  return transact(runtime, systemActor, async (ctx) => {
    const nextAt = new Date(ctx.now.getTime() + pauseSeconds(hook.failures) * 1000);
    await sentInVain(ctx, { hook, nextAt, error });
    return false;
  });
}

const longestSeconds = 3600;
const pauseSeconds = (failures: number): number =>
  Math.min(5 * 2 ** Math.min(failures, 10), longestSeconds);

/** Null: it arrived. Signed as docs/exchange.md says, by the secret that was said once. */
async function send(runtime: Runtime, hook: Hook, page: Page): Promise<string | null> {
  const { pathname, search } = new URL(hook.url);
  const body = JSON.stringify({
    hookId: hook.id,
    changes: page.rows.map(rowOf),
    next: cursorText(page.next),
  });
  const keys = { scheme: 'hmac-sha256', secret: decrypt(runtime.keys, hook.secret_enc) } as const;
  const time = String(realSeconds());
  const words = { method: 'POST', path: `${pathname}${search}`, time, sender: hook.id };
  const text = requestText(keys, { ...words, body: Buffer.from(body) });
  try {
    const { status } = await runtime.ports.hook.send({
      url: hook.url,
      headers: {
        'content-type': 'application/json',
        'x-peer': hook.id,
        'x-time': time,
        'x-signature': signatureOf(keys, text),
      },
      body,
    });
    return status >= 200 && status < 300 ? null : `status-${status}`;
  } catch (error) {
    if (error instanceof HookSilent) return error.reason;
    throw error;
  }
}
