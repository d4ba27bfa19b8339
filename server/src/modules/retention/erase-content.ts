import type { DestroyedKind, HoldGround } from '@minsheng/contract/words/retention.ts';
import type { Context } from '../../platform/context.ts';
import * as files from '../files/index.ts';
import * as issues from '../issues/index.ts';
import * as learning from '../learning/index.ts';
import { eraseForm } from '../mechanisms/index.ts';
import { eraseEveryMessage, eraseMessages } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as requesters from '../requesters/index.ts';
import { forgetNumbers } from '../telephony/index.ts';
import { heldAmong } from './held.ts';

type Erased = Pick<orders.Order, 'id' | 'call_id'>;
/** `wish`: a person asked for it (个保法第四十七条). The others: a signed list. */
type Extent = 'wish' | DestroyedKind;

/**
 * 抹去内容, the one place where what was said of an order leaves: never of an order that is held. Which were, on what
 * ground, is answered. The caller holds the orders. Numbers, course and chain stay.
 */
export async function eraseContent(
  ctx: Context,
  of: readonly Erased[],
  extent: Extent,
): Promise<Map<string, HoldGround>> {
  const held = await heldAmong(
    ctx,
    of.map(({ id }) => id),
  );
  const free = of.filter(({ id }) => !held.has(id));
  if (free.length > 0) await erasing[extent](ctx, free);
  return held;
}

const idsOf = (of: readonly Erased[]): string[] => of.map(({ id }) => id);

const erasing: Record<Extent, (ctx: Context, of: readonly Erased[]) => Promise<void>> = {
  wish: async (ctx, of) => {
    await requesters.erase(ctx, idsOf(of));
    await eraseWords(ctx, of, 'wish');
    for (const { id } of of) await files.eraseAppealFiles(ctx, id);
    await eraseMessages(ctx, idsOf(of));
    await forgetNumbers(ctx, callsOf(of));
  },
  order: async (ctx, of) => {
    await requesters.emptyWhenDue(ctx, idsOf(of));
    await eraseWords(ctx, of, 'list');
    await issues.forgetKeys(ctx, idsOf(of));
    await files.eraseFiles(ctx, idsOf(of));
    await eraseEveryMessage(ctx, idsOf(of));
    await forgetNumbers(ctx, callsOf(of));
  },
  person: async (ctx, of) => {
    await requesters.emptyWhenDue(ctx, idsOf(of));
    await eraseMessages(ctx, idsOf(of));
    await forgetNumbers(ctx, callsOf(of));
  },
  file: (ctx, of) => files.eraseFiles(ctx, idsOf(of)),
};

async function eraseWords(ctx: Context, of: readonly Erased[], by: 'wish' | 'list'): Promise<void> {
  await orders.eraseTexts(ctx, idsOf(of));
  await orders.eraseWordsBeside(ctx, idsOf(of), by);
  await eraseForm(ctx, idsOf(of));
  await learning.forgetPlaces(ctx, idsOf(of));
  await orders.forgetPoints(ctx, idsOf(of));
}

const callsOf = (of: readonly Erased[]): string[] => of.flatMap(({ call_id }) => call_id ?? []);
