import type { mechanisms as contract } from '@minsheng/contract';
import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { valueWords } from '../matters/index.ts';
import { allHold } from './conditions.ts';
import { mechanismOf } from './definitions.repo.ts';
import { type HeldOrder, heldOrders } from './facts.repo.ts';
import { sumOf } from './figures.ts';
import { keyOfName } from './name-key.ts';
import { type Season, seasonOf } from './season.ts';
import { lastYear } from './span.ts';
import { namesThings } from './values.repo.ts';

type Group = ReplyOf<typeof contract.mechanismGroups>['rows'][number];

const mostGroups = 200;

/** 按对象归集: those with most that is open first. A record (商户档案) counts only what was found true. */
export async function mechanismGroups(
  ctx: Context,
  { code, by }: InputOf<typeof contract.mechanismGroups>,
): Promise<ReplyOf<typeof contract.mechanismGroups>> {
  const mechanism = await mechanismOf(ctx, code);
  const field = mechanism.form.find((one) => one.code === by);
  const isListed = field !== undefined && namesThings(mechanism).includes(by) && !field.sensitive;
  refuseUnless(isListed, 'mechanisms.no-such-field', { mechanism: mechanism.name, field: by });
  const [{ orders, isCut }, season] = await Promise.all([
    heldOrders(ctx, code, lastYear(ctx).instants),
    seasonOf(ctx, mechanism),
  ]);
  const named = orders.filter(({ values }) => values.has(by));
  const groups = Map.groupBy(named, ({ values }) => keyOfName(String(values.get(by))));
  const rows = Array.from(groups.values(), (group) => rowOf(ctx, group, { mechanism, by, season }));
  const weight = ({ counted, open, orders: all }: Group) => [counted ?? open, open, all];
  return {
    label: field.label,
    isDossier: mechanism.dossier?.by === by,
    isCut: isCut || rows.length > mostGroups,
    rows: rows
      .toSorted((a, b) => compare(weight(b), weight(a)) || b.lastAt.localeCompare(a.lastAt))
      .slice(0, mostGroups),
  };
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

interface Around {
  readonly mechanism: Mechanism;
  readonly by: string;
  readonly season: Season | null;
}

/** The group is called as the latest order calls it. */
function rowOf(
  ctx: Context,
  group: readonly HeldOrder[],
  { mechanism, by, season }: Around,
): Group {
  const [latest] = group;
  const open = group.filter(({ isOpen }) => isOpen).length;
  const isOfSeason = mechanism.season?.by.includes(by) === true && season?.isOn === true;
  return {
    name: String(latest?.values.get(by) ?? ''),
    orders: group.length,
    open,
    counted:
      mechanism.dossier?.by === by
        ? group.filter((order) => countsIn(mechanism, order) === true).length
        : null,
    isWarned: isOfSeason && open >= (mechanism.season?.from ?? 1),
    sums: mechanism.form
      .filter(({ kind, sensitive }) => kind === 'money' && !sensitive)
      .flatMap((field) =>
        group.some(({ values }) => values.has(field.code))
          ? [
              {
                code: field.code,
                label: field.label,
                value: valueWords(field, sumOf(group, field.code), ctx.city.zone),
              },
            ]
          : [],
      ),
    lastAt: (latest?.acceptedAt ?? ctx.now).toISOString(),
  };
}

/** 计入档案: found true, and not taken out by a ruling; null where the mechanism keeps no record. */
export function countsIn({ dossier }: Mechanism, order: HeldOrder): boolean | null {
  if (!dossier) return null;
  return order.values.has(dossier.by) && allHold(dossier.counts, order) && !order.isExcepted;
}
