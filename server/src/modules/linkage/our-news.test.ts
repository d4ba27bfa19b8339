import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { ourNews } from './our-news.ts';
import { insert, recordsOf } from './records.repo.ts';

const newRecord = (ctx: Context, order_id: string, act: 'transfer' | 'together' | 'clue') =>
  insert(ctx, {
    city_id: ctx.cityId,
    order_id,
    id: ctx.newId(),
    act,
    mechanism: act === 'transfer' ? 'transfer' : 'response',
    peer: 'police-110',
    assignment_id: null,
    message_id: null,
    list_row: null,
    basis: null,
    state: 'sent',
    stage: null,
    asked_at: ctx.now,
    asked_by: null,
    receipt_due_at: null,
    accepted_at: null,
    ended_at: null,
  });

const told = (ctx: Context, orderId: string, type: 'intake.supplemented' | 'intake.withdrawn') =>
  ourNews(ctx, {
    case: {
      id: ctx.newId(),
      peer: 'police-110',
      order_id: orderId,
      our_no: '1',
      their_no: null,
      opened_by: 'us',
      via: [],
      out_seq: 1,
      heard_seq: 0,
      opened_at: ctx.now,
      ended_at: null,
    },
    event: {
      kind: 'order',
      id: orderId,
      seq: 1,
      at: ctx.now,
      type,
      actorKind: 'system',
      actorId: null,
      unitCode: null,
      data: {},
      prevHash: Buffer.of(),
      hash: Buffer.of(),
    },
  });

test(
  'who was given a clue alone hears no more of the order, and the clue is not taken back',
  inCity(async ({ ctx }) => {
    const orderId = ctx.newId();
    await newRecord(ctx, orderId, 'clue');
    expect(await told(ctx, orderId, 'intake.supplemented')).toBeNull();
    expect(await told(ctx, orderId, 'intake.withdrawn')).toBeNull();
    expect((await recordsOf(ctx, orderId)).map(({ state }) => state)).toEqual(['sent']);
  }),
);

test(
  'a withdrawn order is taken back whole, the clue stays',
  inCity(async ({ ctx }) => {
    const orderId = ctx.newId();
    for (const act of ['clue', 'transfer', 'together'] as const) await newRecord(ctx, orderId, act);
    expect((await told(ctx, orderId, 'intake.withdrawn'))?.kind).toBe('withdraw');
    const records = await recordsOf(ctx, orderId);
    expect(records.map(({ act, state }) => [act, state])).toEqual([
      ['clue', 'sent'],
      ['transfer', 'withdrawn'],
      ['together', 'withdrawn'],
    ]);
  }),
);
