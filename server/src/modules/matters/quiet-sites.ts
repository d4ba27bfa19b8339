import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { metresBetween, type Spot } from '../../platform/metres.ts';
import { changeCityData, keptPerVersion } from '../organisation/index.ts';

/** 静音点位: a place that is to be quiet in some hours, and how far round it. */
export interface QuietSite {
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  /** In metres. */
  readonly radius: number;
}

export interface QuietHours {
  readonly from: Date;
  readonly to: Date;
}

export interface Quiet {
  readonly sites: readonly QuietSite[];
  readonly hours: readonly QuietHours[];
}

const sitesShape = z.array(
  z.object({ name: z.string(), lng: z.number(), lat: z.number(), radius: z.number() }),
);
const hoursShape = z.array(z.object({ from: z.coerce.date(), to: z.coerce.date() }));

const quiets: (ctx: Context) => Promise<readonly (Quiet & { owner: string })[]> = keptPerVersion(
  async (ctx) => {
    const rows = await tablesOf<'matters'>(ctx.tx)
      .selectFrom('matters.quiet')
      .select(['owner_id', 'sites', 'hours'])
      .where('city_id', '=', ctx.cityId)
      .orderBy('owner_id')
      .execute();
    return rows.map(({ owner_id, sites, hours }) => ({
      owner: owner_id,
      sites: sitesShape.parse(sites),
      hours: hoursShape.parse(hours),
    }));
  },
);

export async function quietOf(ctx: Context, owner: string): Promise<Quiet> {
  const known = (await quiets(ctx)).find((one) => one.owner === owner);
  return known ?? { sites: [], hours: [] };
}

/** With the caller's own permission: what this owner had before is replaced. */
export async function putQuiet(
  ctx: Context,
  owner: string,
  { sites, hours }: Quiet,
): Promise<void> {
  const row = { sites: JSON.stringify(sites), hours: JSON.stringify(hours) };
  await tablesOf<'matters'>(ctx.tx)
    .insertInto('matters.quiet')
    .values({ city_id: ctx.cityId, owner_id: owner, ...row })
    .onConflict((on) => on.columns(['city_id', 'owner_id']).doUpdateSet(row))
    .execute();
  await changeCityData(ctx, { what: 'quiet', owner });
}

/** Where something is told of: a position, or words that name the place. */
export interface ToldPlace {
  readonly point: Spot | null;
  readonly words: string;
}

/**
 * 是否在静音圈内, now: within the radius of a site in its hours. A position decides; without one the words do, if they name
 * the site.
 */
export async function nearQuiet(ctx: Context, place: ToldPlace): Promise<boolean> {
  const now = ctx.now.getTime();
  const running = (await quiets(ctx)).filter(({ hours }) =>
    hours.some(({ from, to }) => from.getTime() <= now && now < to.getTime()),
  );
  return running.some(({ sites }) => sites.some((site) => isAt(site, place)));
}

export const isAt = (site: QuietSite, { point, words }: ToldPlace): boolean =>
  point === null ? words.includes(site.name) : metresBetween(point, site) <= site.radius;
