import type { clues as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import { filesOf, isPhoto } from '../files/index.ts';
import { cityGazetteer } from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import { redact } from '../redaction/index.ts';
import { clueNo } from './clue.ts';
import { cluesByIds } from './clues.repo.ts';
import { mayMark } from './policy.ts';
import { reportersOf } from './reporters.ts';
import { sourcesOfOrder } from './sources.repo.ts';

type Reply = ReplyOf<typeof contract.draftFromOrder>;
const longestFacts = 2000;

/** 线索草稿: what the order says of the thing, with whoever asked taken out of it. */
export async function draftFromOrder(
  ctx: Context,
  { orderId }: InputOf<typeof contract.draftFromOrder>,
): Promise<Reply> {
  demand(mayMark(ctx.actor, true));
  const order = await orders.findVisible(ctx, orderId);
  const [texts, known, places, files] = await Promise.all([
    orders.textsOf(ctx, orderId),
    reportersOf(ctx, [orderId]),
    cityGazetteer(ctx),
    filesOf(ctx, orderId),
  ]);
  const said = orders.appealText(texts);
  const bare = (text: string) => redact(text, { known, places }).text;
  return {
    subject: bare(said?.subject_name ?? ''),
    place: bare(said?.address ?? ''),
    areaCode: order.area_code,
    facts: bare(said?.content ?? '').slice(0, longestFacts),
    photos: files.filter(isPhoto).map(({ id, name }) => ({ id, name })),
    marked: await markedOn(ctx, orderId),
  };
}

/** A unit knows only of what its own people marked: it may be handed the clue itself one day. */
async function markedOn(ctx: Context, orderId: string): Promise<Reply['marked']> {
  const sources = await sourcesOfOrder(ctx, orderId);
  const reads = ctx.actor.has('clues.read');
  const own = sources.filter(
    ({ marked_by }) => reads || ctx.actor.scope === 'all' || marked_by === ctx.actor.accountId,
  );
  const clues = await cluesByIds(
    ctx,
    own.map(({ clue_id }) => clue_id),
  );
  return clues.map((clue) => ({
    no: clueNo(clue),
    clueId: reads ? clue.id : null,
    state: clue.state,
  }));
}
