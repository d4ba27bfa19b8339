import type { contest as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { type Assignment, ofOrder } from '../dispatch/index.ts';
import { filesOf, fileViewOf } from '../files/index.ts';
import * as identity from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import { contestUntil, fittingOf } from './ask-contest.ts';
import { attemptsOf } from './attempts.repo.ts';
import {
  contestable,
  dutiesOf,
  lastRejected,
  mayContest,
  mayRuleOnContest,
  nextLevel,
  openContest,
} from './contest-policy.ts';
import { type Contest, contestsOf, rulingsOf } from './contests.repo.ts';
import { answeredBy } from './report-false.ts';
import { concernedBy } from './rule-on-contest.ts';

type Reply = ReplyOf<typeof contract.readContests>;

/** 评价申诉 of one order, and what this person may do about it. */
export async function readContests(ctx: Context, { orderId }: { orderId: string }): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const [contests, duties, attempts] = await Promise.all([
    contestsOf(ctx, orderId),
    ofOrder(ctx, orderId),
    attemptsOf(ctx, orderId),
  ]);
  const { actor } = ctx;
  const open = openContest(contests);
  const rating = contestable(order, attempts);
  const isOwn = mayContest(actor, order, answeredBy(duties)).allowed;
  const isContested = contests.some(({ attempt_id }) => attempt_id === rating?.id);
  const until = rating && isOwn && !isContested ? await contestUntil(ctx, order, rating.at) : null;
  const rules = open && mayRuleOnContest(actor, open, await concernedBy(ctx, open)).allowed;
  return {
    contests: await viewsOf(ctx, order, contests),
    fitting: isOwn ? await fittingOf(ctx, order) : [],
    until: until?.toISOString() ?? null,
    abilities: [
      ...(until !== null && ctx.now <= until ? (['ask'] as const) : []),
      ...((await goesFurther(ctx, order, { contests, duties })) ? (['further'] as const) : []),
      ...(rules ? (['rule'] as const) : []),
    ],
  };
}

async function goesFurther(
  ctx: Context,
  order: orders.Order,
  { contests, duties }: { contests: readonly Contest[]; duties: readonly Assignment[] },
): Promise<boolean> {
  const last = lastRejected(contests);
  if (!last || nextLevel[last.level] === null) return false;
  if (!mayContest(ctx.actor, order, answeredBy(dutiesOf(last, duties))).allowed) return false;
  return ctx.now <= (await contestUntil(ctx, order, last.moved_at));
}

async function viewsOf(
  ctx: Context,
  order: orders.Order,
  contests: readonly Contest[],
): Promise<Reply['contests']> {
  if (contests.length === 0) return [];
  const rulings = await rulingsOf(ctx, order.id);
  const [units, names, texts, files] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(contests.map(({ unit_code }) => unit_code))]),
    identity.accountNames(
      ctx,
      rulings.map(({ ruled_by }) => ruled_by),
    ),
    orders.textsOf(ctx, order.id),
    filesOf(ctx, order.id),
  ]);
  const hide = (text: string) =>
    order.secrecy >= 1 && ctx.actor.scope !== 'all' ? withoutPeople(text) : text;
  const textOf = (no: number) => hide(texts.find((text) => text.no === no)?.content ?? '');
  return contests.map((one) => ({
    no: one.no,
    unit: organisation.briefOf(units, one.unit_code),
    code: one.code,
    words: textOf(one.words_no),
    files: files
      .filter(({ id }) => one.file_ids.includes(id))
      .map((file) => fileViewOf(ctx, file, null)),
    level: one.level,
    state: one.state,
    counts: one.state !== 'upheld',
    askedAt: one.asked_at.toISOString(),
    rulings: rulings
      .filter(({ contest_no }) => contest_no === one.no)
      .map((ruling) => ({
        level: ruling.level,
        upheld: ruling.upheld,
        words: textOf(ruling.words_no),
        by: names.get(ruling.ruled_by ?? '') ?? '',
        at: ruling.ruled_at.toISOString(),
      })),
  }));
}
