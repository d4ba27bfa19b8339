import type { contest as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, historyOf, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { attemptsOf } from './attempts.repo.ts';
import { mayRuleOnContest, openContest } from './contest-policy.ts';
import { ruleBy } from './contest-wait.ts';
import { type Contest, change, contestsOf, insertRuling, rulingsOf } from './contests.repo.ts';
import { letArchive } from './let-archive.ts';

/** 复核: a county's yes goes to the city; the city's or the director's yes takes the rating out of the count. */
export async function ruleOnContest(
  ctx: Context,
  input: InputOf<typeof contract.ruleOnContest>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const open = openContest(await contestsOf(ctx, order.id));
  demand(mayRuleOnContest(ctx.actor, open, open ? await concernedBy(ctx, open) : []));
  refuseUnless(open, 'call-back.contest-none-open');

  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.words });
  await insertRuling(ctx, open, { upheld: input.upheld, wordsNo: words.no });
  const goesOn = input.upheld && open.level === 'county';
  await change(ctx, open, goesOn ? { level: 'city' } : { state: endOf(input.upheld) });
  await (goesOn ? ruleBy(ctx, open) : letArchive(ctx, order));
  tell(
    ctx,
    { kind: 'order', id: order.id },
    input.upheld ? 'call-back.contest-upheld' : 'call-back.contest-rejected',
    {
      unit: open.unit_code,
      exclusion: open.code,
      round: open.round,
      level: open.level,
      counts: goesOn || !input.upheld,
      text: words.no,
      digest: words.digest,
    },
  );
  announce(ctx, 'contests');
  return { done: true };
}

const endOf = (upheld: boolean) => (upheld ? ('upheld' as const) : ('rejected' as const));

/** Who has said something of this order already and is no second person. */
export async function concernedBy(ctx: Context, open: Contest): Promise<(string | null)[]> {
  const [history, attempts, rulings] = await Promise.all([
    historyOf(ctx, { kind: 'order', id: open.order_id }),
    attemptsOf(ctx, open.order_id),
    rulingsOf(ctx, open.order_id),
  ]);
  return [
    open.asked_by,
    ...history
      .filter(({ type }) => type === 'handling.reply-approved')
      .map(({ actorId }) => actorId),
    ...attempts.map(({ by_account }) => by_account),
    ...rulings.map(({ ruled_by }) => ruled_by),
  ];
}
