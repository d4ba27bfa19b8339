import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { messageOf } from './appeal-message.ts';
import type { Message } from './clean-text.ts';
import type { Decision, Kind } from './decisions.repo.ts';
import { roleOf } from './unit-roles.ts';

/** One decision as a model learns it. */
export interface Taught {
  readonly seq: number;
  readonly orderId: string;
  readonly label: string;
  /** What the person chose; of a unit `label` is its role. */
  readonly decided: string;
  readonly areaCode: string;
  readonly message: Message;
}

/**
 * 决定教会什么: the words of the orders decided, in the order given. A unit teaches its role at the order's place. A leaf
 * that was retired teaches its successor; one without a successor, words of secrecy 3 and of who was erased teach nothing. The orders themselves stay as they are.
 */
export async function whatItTaught(
  ctx: Context,
  kind: Kind,
  decisions: readonly Decision[],
): Promise<Taught[]> {
  const ids = [...new Set(decisions.map(({ orderId }) => orderId))];
  const [words, heirOf] = await Promise.all([orders.wordsToLearn(ctx, ids), matters.heirs(ctx)]);
  return decisions.flatMap(({ seq, orderId, label: decided }) => {
    const appeal = words.get(orderId);
    if (!appeal) return [];
    const { areaCode } = appeal;
    const chosen = kind === 'matter' ? heirOf(decided) : decided;
    if (chosen === null) return [];
    const label = kind === 'unit' ? roleOf(chosen, areaCode) : chosen;
    const matterCode = heirOf(appeal.matterCode) ?? appeal.matterCode;
    const message = messageOf(kind, { ...appeal, matterCode });
    return [{ seq, orderId, label, decided: chosen, areaCode, message }];
  });
}

/** The last decision about an order counts; the others in the order they came. */
export function lastOfEach<Row extends { readonly orderId: string }>(rows: readonly Row[]): Row[] {
  const lastOf = new Map(rows.map((row) => [row.orderId, row]));
  return rows.filter((row) => lastOf.get(row.orderId) === row);
}
