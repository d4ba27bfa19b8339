import { emergency } from '@minsheng/contract';
import type { Sums } from './nobody-unsigned.ts';
import type { Scene } from './scene.ts';

interface Night {
  readonly modeId: string;
  readonly orders: number;
  readonly sums: Sums;
}

const summary = '台风已过境,险情点全部到场处置,未办结的按各自时限继续办理。';

/** The warning's own time is over and the mode still runs: a person ends it, and the board stays to be read. */
export async function boardAndEnd(scene: Scene, { modeId, orders, sums }: Night): Promise<void> {
  const { checks, clock, director, dispatcher } = scene;
  checks.chapter('The board, and the end by a person’s word');
  const board = await director.call(emergency.readBoard, { modeId });
  checks.same('areas add up to all orders', total(board.areas, 'orders'), orders);
  checks.that(
    'no more is signed on the board than by the orders themselves',
    total(board.units, 'signed') <= sums.signed + total(board.units, 'responded'),
    { board: total(board.units, 'signed'), sums },
  );
  checks.that('what nobody signed is overdue there', total(board.units, 'overdue') > 0);
  await clock.advance(60 * 3);
  const after = await director.call(emergency.listModes, {});
  checks.same(
    'long after the warning is over the mode still runs',
    after.rows.find(({ id }) => id === modeId)?.endedAt,
    null,
  );
  await director.call(emergency.endMode, { modeId, summary });
  const ended = await director.call(emergency.readBoard, { modeId });
  checks.same('the director ends it with a summary', ended.mode.summary, summary);
  checks.same('the board can still be read', ended.orders, orders);
  checks.same(
    'and nothing more is sent in it',
    await dispatcher.refusal(emergency.massSend, {
      modeId,
      orderIds: [board.events[0]?.orderId ?? ''],
    }),
    'emergency.ended',
  );
}

const total = <Key extends string>(rows: readonly Record<Key, number>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);
