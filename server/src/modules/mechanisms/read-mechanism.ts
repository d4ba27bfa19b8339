import type { mechanisms as contract } from '@minsheng/contract';
import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { MechanismMoment } from '@minsheng/contract/words/mechanisms.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import { heldCounts } from './counts.repo.ts';
import { mechanismOf, mechanismsNow } from './definitions.repo.ts';
import { type HeldOrder, heldOrders, mostCounted, ordinaryMoments } from './facts.repo.ts';
import { figureOf, hoursBetween } from './figures.ts';
import { mayRead } from './policy.ts';
import { rulesInWords } from './rules-in-words.ts';
import { seasonOf } from './season.ts';
import { spanOf } from './span.ts';
import { namesThings } from './values.repo.ts';

type Page = ReplyOf<typeof contract.readMechanism>;

/** 特色机制: those in force, with how many orders each holds this year. */
export async function listMechanisms(
  ctx: Context,
): Promise<ReplyOf<typeof contract.listMechanisms>> {
  const all = await mechanismsNow(ctx);
  const counts = mayRead(ctx.actor);
  const shown = counts ? all : all.filter(({ joint }) => joint !== null);
  const counted = counts
    ? await heldCounts(ctx, {
        codes: shown.map(({ code }) => code),
        ...spanOf(ctx, {}).instants,
        most: mostCounted,
      })
    : null;
  return {
    rows: shown.map(({ code, name, aim, basis, mark, joint }) => {
      const held = counted?.get(code);
      return {
        ...{ code, name, aim, basis },
        isInvented: mark === 'invented',
        orders: held?.orders ?? null,
        open: held?.open ?? null,
        isCut: held?.isCut ?? false,
        hasJoint: joint !== null,
      };
    }),
  };
}

/** 一项机制: rules, figures, times beside those of ordinary orders, recurrence. */
export async function readMechanism(
  ctx: Context,
  { code, ...asked }: InputOf<typeof contract.readMechanism>,
): Promise<Page> {
  const mechanism = await mechanismOf(ctx, code);
  const span = spanOf(ctx, asked);
  const ordinaryCodes = await leavesOf(ctx, mechanism.compare);
  const [{ orders, isCut }, ordinary, rules, season, ordinaryMatters] = await Promise.all([
    heldOrders(ctx, code, span.instants),
    ordinaryMoments(ctx, ordinaryCodes, { mechanism: code, ...span.instants }),
    rulesInWords(ctx, mechanism),
    seasonOf(ctx, mechanism),
    Promise.all(mechanism.compare.map((prefix) => matters.prefixName(ctx, prefix))),
  ]);
  const { name, aim, basis, mark, form, joint, dossier } = mechanism;
  return {
    ...{ code, name, aim, basis, isCut, rules, season, ordinaryMatters },
    isInvented: mark === 'invented',
    from: span.from,
    until: span.until,
    orders: orders.length,
    open: orders.filter(({ isOpen }) => isOpen).length,
    figures: mechanism.figures.map((figure) => figureOf(mechanism, figure, orders)),
    times: timesOf(orders, ordinary),
    solved: orders.filter(({ isSolved }) => isSolved).length,
    cameBack: orders.filter(({ cameBack }) => cameBack).length,
    repeats: orders.filter(({ isRepeat }) => isRepeat).length,
    groupFields: namesThings(mechanism).flatMap((field) =>
      form.filter((one) => one.code === field).map(({ code, label }) => ({ code, label })),
    ),
    dossierField: dossier?.by ?? null,
    hasJoint: joint !== null,
  };
}

const spans: readonly (readonly [MechanismMoment, MechanismMoment])[] = [
  ['accepted', 'dispatched'],
  ['dispatched', 'contacted'],
  ['accepted', 'answered'],
  ['accepted', 'closed'],
];

const timesOf = (
  orders: readonly HeldOrder[],
  ordinary: Awaited<ReturnType<typeof ordinaryMoments>>,
): Page['times'] =>
  spans.map(([from, to]) => ({
    from,
    to,
    here: hoursBetween(
      orders.map(({ moments }) => moments),
      from,
      to,
    ),
    ordinary: hoursBetween(ordinary, from, to),
  }));

async function leavesOf(ctx: Context, prefixes: Mechanism['compare']): Promise<string[]> {
  if (prefixes.length === 0) return [];
  const tree = await matters.matterTree(ctx);
  return [...tree.keys()].filter((code) => prefixes.some((prefix) => code.startsWith(prefix)));
}
