import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { transact } from '../../platform/transact.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import { groupsOfRun, type ReadOrder, type RunGroup, readOrders } from '../problems/index.ts';
import { withoutPeople } from '../text/index.ts';
import {
  type Campaign,
  changeGathering,
  findCampaign,
  type Gathering,
  lockGathering,
} from './campaigns.repo.ts';
import { type Found, groupCandidates } from './group-candidates.ts';
import { keepGathering } from './keep-gathering.ts';
import { type Judged, judgedOf } from './links.repo.ts';
import { closenessOf, marksOf, type Reading } from './topic-model.ts';

/** What is read at most, the newest first; the page says how many were. */
const mostRead = 50_000;
const readAtOnce = 500;

/** 归拢: reads the period in small transactions, finds what is of the topic, and keeps it as proposals. */
export async function makeGathering(
  runtime: Runtime,
  { gatheringId }: { gatheringId: string },
): Promise<void> {
  const inOne = <T>(use: (ctx: Context) => Promise<T>): Promise<T> =>
    transact(runtime, systemActor, use);
  const begun = await inOne((ctx) => begin(ctx, gatheringId));
  if (begun === null) return;
  try {
    const { found, read } = await look(inOne, begun);
    await inOne((ctx) =>
      keepGathering(ctx, { gatheringId, read, proposed: groupCandidates(found, begun.groups) }),
    );
  } catch (error) {
    await inOne((ctx) => changeGathering(ctx, gatheringId, { state: 'failed', ended_at: ctx.now }));
    throw error;
  }
}

export interface Begun {
  readonly campaign: Campaign;
  readonly gathering: Gathering;
  readonly groups: readonly RunGroup[];
  readonly judged: readonly Judged[];
}

/** A job may come twice: what is done is not done again. */
export async function begin(ctx: Context, gatheringId: string): Promise<Begun | null> {
  const gathering = await lockGathering(ctx, gatheringId);
  if (gathering === null || gathering.state === 'done') return null;
  await changeGathering(ctx, gatheringId, { state: 'running' });
  announce(ctx, 'campaigns');
  const { campaign_id, run_id } = gathering;
  return {
    gathering,
    campaign: await findCampaign(ctx, campaign_id),
    groups: run_id === null ? [] : await groupsOfRun(ctx, run_id),
    judged: await judgedOf(ctx, campaign_id),
  };
}

type InOne = <T>(use: (ctx: Context) => Promise<T>) => Promise<T>;

/** 读取并比对: an appeal a person has judged teaches, and is not proposed again. */
export async function look(
  inOne: InOne,
  { campaign, judged }: Begun,
): Promise<{ found: Found[]; read: number }> {
  const said = (belongs: boolean) =>
    new Set(judged.filter((one) => one.belongs === belongs).map(({ orderId }) => orderId));
  const [belongs, others] = [said(true), said(false)];
  const readings: Reading[] = [];
  const areas = new Map<string, string>();
  for await (const row of appealsOf(inOne, campaign)) {
    readings.push({ id: row.id, marks: marksOf(withoutPeople(`${row.title} ${row.content}`)) });
    areas.set(row.id, row.area);
  }
  const closeness = closenessOf(readings, { terms: campaign.terms, belongs, others });
  const found = [...closeness].flatMap(([id, close]) =>
    belongs.has(id) || others.has(id) ? [] : [{ id, closeness: close, area: areas.get(id) ?? '' }],
  );
  return { found, read: readings.length };
}

async function* appealsOf(inOne: InOne, campaign: Campaign): AsyncGenerator<ReadOrder> {
  const asked = {
    from_on: campaign.from_on,
    to_on: campaign.to_on,
    area_code: null,
    matter: null,
    without: [],
  };
  let below: string | null = null;
  for (let read = 0; read < mostRead; read += readAtOnce) {
    const rows: ReadOrder[] = await inOne((ctx) => {
      const { zone } = ctx.city;
      const span = { from: dayStart(asked.from_on, zone), to: dayEnd(asked.to_on, zone) };
      return readOrders(ctx, { span, asked, below, most: readAtOnce });
    });
    yield* rows;
    if (rows.length < readAtOnce) return;
    below = rows.at(-1)?.id ?? below;
  }
}
