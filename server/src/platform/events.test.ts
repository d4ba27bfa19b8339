import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inCity } from '../../test/kit.ts';
import type { Context } from './context.ts';
import {
  announce,
  historyOf,
  isNew,
  news,
  on,
  onInside,
  type Subject,
  tell,
  verifyChain,
} from './events.ts';
import { cancelLater, enqueue, handle, job, later } from './jobs.ts';
import { Refusal } from './refusal.ts';

const heard: string[] = [];
const hear = job('test:hear', news);
handle(hear, async (_, event) => {
  heard.push(`${event.type} ${event.seq} ${JSON.stringify(event.data)}`);
});
on('orders.note-added', hear);

const counted: number[] = [];
onInside('issues.linked', async (ctx, event) => {
  counted.push(event.seq);
  announce(ctx, 'desk:to-dispatch');
});

const rang: string[] = [];
const ring = job('test:ring', z.object({ name: z.string() }));
handle(ring, async (ctx, { name }) => {
  rang.push(`${name} ${ctx.now.toISOString().slice(11, 16)} ${ctx.actor.kind}`);
});

const minutes = (ctx: { now: Date }, count: number) => new Date(ctx.now.getTime() + count * 60_000);
const open = async (ctx: Context, subject: Subject) => {
  isNew(ctx, subject);
  tell(ctx, subject, 'intake.received', { channel: 'web' });
};
const note = async (ctx: Context, subject: Subject) =>
  tell(ctx, subject, 'orders.note-added', { textNo: 1 });

test(
  'one chain per subject, told by several people at several times, read as it stood at an instant',
  inCity(async ({ ctx, as, travelTo }) => {
    const order = { kind: 'order', id: ctx.newId() } as const;
    const other = { kind: 'order', id: ctx.newId() } as const;
    await as('agent').do(open, order);
    await as('agent').do(open, other);
    await travelTo(minutes(ctx, 10));
    const handler = as('handler', { unitCode: '350600.zjj' });
    await handler.do(note, order);

    const later = { ...ctx, now: minutes(ctx, 20) };
    const history = await historyOf(later, order);
    expect(history.map(({ seq, type, unitCode }) => [seq, type, unitCode])).toEqual([
      [1, 'intake.received', '350600.zx'],
      [2, 'orders.note-added', '350600.zjj'],
    ]);
    expect(history[1]).toMatchObject({ actorId: handler.actor.accountId, at: minutes(ctx, 10) });
    expect(verifyChain(history)).toEqual({ ok: true });
    expect(await historyOf(later, order, minutes(ctx, 9))).toHaveLength(1);
  }),
);

test(
  'the log is insert-only: no update, delete or truncate, on a month either',
  inCity(async ({ ctx, system }) => {
    await system.do(open, { kind: 'order', id: ctx.newId() });
    const statements = [
      "update platform.event set type = 'x'",
      'delete from platform.event',
      'truncate platform.event',
      'truncate platform.event_2026_03',
      'delete from platform.event_2026_03',
      'truncate platform.audit_line',
    ];
    for (const statement of statements) {
      await expect(system.do(() => sql.raw(statement).execute(ctx.tx), null)).rejects.toThrow(
        'insert-only',
      );
    }
  }),
);

test(
  'subscribers hear by a job; windows count inside; a refusal leaves neither',
  inCity(async ({ ctx, system, drain }) => {
    const order = { kind: 'order', id: ctx.newId() } as const;
    await system.do(open, order);
    await system.do(note, order);
    const refused = system.do(async (inner) => {
      tell(inner, order, 'issues.linked', {});
      throw new Refusal('platform.not-found');
    }, null);
    await expect(refused).rejects.toMatchObject({ code: 'platform.not-found' });
    expect(counted).toEqual([]);
    await system.do(async (inner) => tell(inner, order, 'issues.linked', {}), null);
    expect(counted).toEqual([3]);
    const { rows } = await sql<{ topics: string[] }>`
      select topics from platform.outbox order by position desc limit 1`.execute(ctx.tx);
    expect(rows[0]?.topics).toEqual([`order:${order.id}`, 'desk:to-dispatch']);
    await drain();
    expect(heard).toEqual(['orders.note-added 2 {"textNo":1}']);
  }),
);

test(
  'alarms fall due at their instant, the same key replaces, a cancelled one stays silent',
  inCity(async ({ ctx, system, travelTo, drain }) => {
    const at = (count: number, key: string) => ({ at: minutes(ctx, count), key });
    await system.do(async (inner) => {
      later(inner, ring, { name: 'first' }, at(5, 'a'));
      later(inner, ring, { name: 'gone' }, at(5, 'b'));
      enqueue(inner, ring, { name: 'now' });
    }, null);
    await system.do(async (inner) => {
      later(inner, ring, { name: 'moved' }, at(30, 'a'));
      cancelLater(inner, 'b');
    }, null);
    await drain();
    expect(rang).toEqual(['now 01:00 system']);
    await travelTo(minutes(ctx, 29));
    expect(await drain()).toBe(0);
    await travelTo(minutes(ctx, 30));
    await drain();
    expect(rang).toEqual(['now 01:00 system', 'moved 01:30 system']);
  }),
);
