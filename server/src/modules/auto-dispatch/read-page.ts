import type { autoDispatch as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { heldReasons } from '@minsheng/contract/words/auto-dispatch.ts';
import type { Context } from '../../platform/context.ts';
import * as identity from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import { cityHour } from '../organisation/index.ts';
import { type Change, latestChanges } from './changes.repo.ts';
import { controlOneIn } from './control-share.ts';
import { countsByWeek, heldSince, sentByMatter } from './counts.repo.ts';
import { daysBefore, mondayOf } from './days.ts';
import { fewestSure, heldByMatter, inWindow, noTrust, window } from './held-by-matter.ts';
import { matterSettings, rulesFor, type Setting, setting } from './settings.repo.ts';
import { settingWords } from './text.ts';
import { trustOfAll } from './trust.repo.ts';
import { weekRows } from './week-rows.ts';

type Reply = ReplyOf<typeof contract.readPage>;

const shownWeeks = 12;
const shownDays = 30;
const shownChanges = 20;

/** 自动派单页: from kept figures alone; no order is counted here. */
export async function readPage(ctx: Context): Promise<Reply> {
  const today = cityHour(ctx.now, ctx.city.zone).on;
  const since = daysBefore(today, shownDays - 1);
  const firstWeek = daysBefore(mondayOf(today), 7 * (shownWeeks - 1));
  const inForce = await setting(ctx);
  const [rows, weeks, held, changes] = await Promise.all([
    matterRows(ctx, inForce, since),
    countsByWeek(ctx, firstWeek),
    heldSince(ctx, since),
    changeRows(ctx),
  ]);
  const { isOn, barPermille, surePermille } = inForce;
  return {
    ...{ isOn, barPermille, surePermille, window, fewestSure, controlOneIn },
    matters: rows,
    weeks: weekRows(weeks),
    since,
    today,
    held: held.flatMap(({ what, count }) => {
      const reason = heldReasons.find((known) => known === what);
      return reason ? [{ reason, count }] : [];
    }),
    changes,
    can: {
      stop: ctx.actor.has('auto-dispatch.stop'),
      start: ctx.actor.has('auto-dispatch.start'),
    },
  };
}

/** Matters with a figure or a setting of their own; those let through first, then by how much is known of them. */
async function matterRows(
  ctx: Context,
  inForce: Setting,
  since: string,
): Promise<Reply['matters']> {
  const [tree, settings, trusts, sent] = await Promise.all([
    matters.matterTree(ctx),
    matterSettings(ctx),
    trustOfAll(ctx),
    sentByMatter(ctx, since),
  ]);
  const codes = [...new Set([...trusts.keys(), ...settings.keys()])];
  const rows = codes.map((matterCode): Reply['matters'][number] => {
    const trust = trusts.get(matterCode) ?? noTrust;
    const own = settings.get(matterCode);
    const rules = rulesFor(inForce, own);
    const matter = tree.get(matterCode);
    const sum = (what: string) =>
      sent.find((one) => one.matterCode === matterCode && one.what === what)?.count ?? 0;
    return {
      matterCode,
      name: matter?.leaf ?? matterCode,
      group: matter ? `${matter.l1} / ${matter.l2}` : '',
      settled: inWindow(trust),
      first: { right: trust.firstRight, of: inWindow(trust) },
      sure: { right: trust.sureRight, of: trust.sure },
      barPermille: rules.barPermille,
      ownBar: own?.barPermille ?? null,
      isOff: rules.isMatterOff,
      against: heldByMatter({ ...rules, isOn: true }, trust),
      sent: sum('sent'),
      sentEnded: { right: sum('sent-right'), of: sum('sent-right') + sum('sent-wrong') },
    };
  });
  return rows.toSorted(
    (a, b) =>
      a.against.length - b.against.length ||
      b.settled - a.settled ||
      a.matterCode.localeCompare(b.matterCode),
  );
}

async function changeRows(ctx: Context): Promise<Reply['changes']> {
  const changes = await latestChanges(ctx, shownChanges);
  const [names, matterNames] = await Promise.all([
    namesOf(ctx, changes),
    matters.matterNames(
      ctx,
      changes.flatMap(({ matterCode }) => matterCode ?? []),
    ),
  ]);
  return changes.map(({ at, by, what, matterCode, before, after, reason }) => ({
    at: at.toISOString(),
    by: names.get(by ?? '') ?? '',
    what,
    matterName: matterCode === null ? null : (matterNames.get(matterCode) ?? matterCode),
    before: settingWords(before),
    after: settingWords(after),
    reason,
  }));
}

async function namesOf(
  ctx: Context,
  changes: readonly Change[],
): Promise<Map<string, string | null>> {
  const ids = new Set(changes.flatMap(({ by }) => by ?? []));
  const named = await Promise.all(
    [...ids].map(async (id) => [id, await identity.accountName(ctx, id)] as const),
  );
  return new Map(named);
}
