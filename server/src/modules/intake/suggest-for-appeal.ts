import type { learning as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { appealTypes } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import * as dispatch from '../dispatch/index.ts';
import * as issues from '../issues/index.ts';
import * as learning from '../learning/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { permitted } from './policy.ts';
import { suggestPlace, suggestSubjects } from './suggest-place.ts';

type Input = InputOf<typeof contract.suggestForAppeal>;
type Reply = ReplyOf<typeof contract.suggestForAppeal>;

const shownMatters = 3;

/** 边打边建议: what the words are likely about. The city's own everyday words stand before what was learnt; a person decides. */
export async function suggestForAppeal(ctx: Context, input: Input): Promise<Reply> {
  demand(permitted(ctx.actor, 'intake.receive'));
  const words = [input.title, input.content].filter((part) => part !== '').join('。');
  const [learnt, types, named, place, subjects] = await Promise.all([
    learning.suggestLabels(ctx, 'matter', input),
    learning.suggestLabels(ctx, 'type', input),
    matters.namedIn(ctx, input.content),
    suggestPlace(ctx, words),
    suggestSubjects(ctx, words),
  ]);
  const ranked = await suggestedMatters(ctx, learnt.labels, named);
  const first = ranked[0]?.code;
  const [catalogue, alike, near] = await Promise.all([
    first && input.areaCode ? ruled(ctx, first, input.areaCode) : null,
    learning.alikeClosed(ctx, learnt.alike),
    nearOf(ctx, input),
  ]);
  return {
    matters: ranked,
    type: suggestedType(types.labels, ranked),
    catalogue,
    alike,
    place,
    subjects,
    near,
  };
}

/** 附近同类: asked for once a person has said which matter it is and where. */
async function nearOf(
  ctx: Context,
  { matterCode, areaCode, point, address = '', subjectName = '', ...words }: Input,
): Promise<Reply['near']> {
  if (!matterCode || !areaCode) return [];
  const { lng, lat } = point ?? { lng: null, lat: null };
  const place = { areaCode, address, lng, lat };
  const found = await issues.nearAlike(ctx, { ...words, ...place, matterCode, subjectName });
  const rows = await orders.orderRows(
    ctx,
    found.map(({ orderId }) => orderId),
    'as-said',
  );
  return found.flatMap(({ orderId, issueId, appeals, people, reasons }) => {
    const row = rows.find(({ id }) => id === orderId);
    if (!row) return [];
    const { orderNo, title } = row;
    return [{ issueId, orderId, orderNo, title, appeals, people, reasons: [...reasons] }];
  });
}

const sureOfType = 0.6;

/** 类型建议: as people called such words before, where that is clear; else the default of the first matter. */
function suggestedType(learnt: Learnt, ranked: Reply['matters']): Reply['type'] {
  const [first] = learnt;
  const code = appealTypes.find((type) => type === first?.label);
  if (first && code && first.probability >= sureOfType)
    return { code, probability: first.probability, words: [...first.words] };
  const [matter] = ranked;
  return matter ? { code: matter.type, probability: null, words: [] } : null;
}

type Learnt = Awaited<ReturnType<typeof learning.suggestLabels>>['labels'];

/** A leaf that was retired hands its suggestions on to its successor; what may not be chosen today is left out. */
async function suggestedMatters(
  ctx: Context,
  learnt: Learnt,
  named: string | null,
): Promise<Reply['matters']> {
  const found = new Map<
    string,
    Pick<Reply['matters'][number], 'isNamed' | 'probability' | 'words'>
  >();
  if (named) found.set(named, { isNamed: true, probability: null, words: [] });
  for (const { label, probability, words } of learnt) {
    const code = await matters.inForceFor(ctx, label);
    if (!code) continue;
    const before = found.get(code);
    if (!before) found.set(code, { isNamed: false, probability, words: [...words] });
    else if (before.probability === null)
      found.set(code, { ...before, probability, words: [...words] });
  }
  const tree = await matters.matterTree(ctx);
  return [...found].slice(0, shownMatters).flatMap(([code, why]) => {
    const leaf = tree.get(code);
    return leaf ? [{ code, name: leaf.leaf, group: leaf.l2, type: leaf.type, ...why }] : [];
  });
}

async function ruled(
  ctx: Context,
  matterCode: string,
  areaCode: string,
): Promise<Reply['catalogue']> {
  const rule = await dispatch.ruleFor(ctx, { matter_code: matterCode, area_code: areaCode });
  const [unit] = await organisation.unitsIfKnown(ctx, rule ? [rule.lead] : []);
  if (!rule || !unit) return null;
  const { code, name, kind } = unit;
  return { unit: { code, name, kind }, rowId: rule.rowId, basis: rule.because.basis };
}
