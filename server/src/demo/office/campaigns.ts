import { officialZone } from '@minsheng/contract/words/zone.ts';
import { writeMeasure } from '../../modules/campaigns/after/measures.ts';
import { enterPastSeason } from '../../modules/campaigns/after/past-seasons.ts';
import { newEntry } from '../../modules/campaigns/change-links.ts';
import { moveEntry } from '../../modules/campaigns/move-entry.ts';
import { openCampaign } from '../../modules/campaigns/open-campaign.ts';
import { signPublicText, writePublicText } from '../../modules/campaigns/public-texts.ts';
import { addMember, giveCampaignTask } from '../../modules/campaigns/task-force.ts';
import * as organisation from '../../modules/organisation/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { chanceOf } from '../chance.ts';
import type { Life } from '../lives/scene.ts';
import { campaignWords as words } from './campaign-words.ts';
import { type Errand, found, later, morning, type Office } from './errand.ts';

const daysAgo = { year: 11, season: 5, moved: 2 };
const periodDays = 60;
const mostProblems = 4;

/** 一季一专题: earlier seasons as they were typed, this one on the demo's own orders, and the campaign of the year. */
export const campaigns = (end: Date): Errand[] => [
  { at: morning(end, daysAgo.year, 15), happens: yearAndBefore },
  { at: morning(end, daysAgo.season, 15), happens: thisSeason },
];

async function* yearAndBefore(office: Office): Life {
  const director = await office.staff.centre('director');
  await earlierSeasons(office, director);
  yield later(office, 30);
  await thisYear(office, director);
}

async function earlierSeasons({ world, end }: Office, director: Actor): Promise<void> {
  const today = dayOf(end.getTime(), officialZone);
  for (const [no, theme] of words.themes.entries()) {
    const [year, quarter] = [words.firstYear + Math.floor(no / 4), (no % 4) + 1];
    if (`${year}-${String(quarter * 3).padStart(2, '0')}-31` >= today) return;
    const chance = chanceOf(theme);
    const problems = chance.between(12, 40);
    const rectified = problems - chance.between(0, 2);
    await world.do(director, enterPastSeason, {
      ...{ year, quarter, title: theme, theme, source: words.source, problems, rectified },
      ...{ appeals: problems * chance.between(5, 12), toMedia: chance.between(1, 6) },
    });
  }
}

async function thisYear({ world, end, units }: Office, director: Actor): Promise<void> {
  const today = dayOf(end.getTime(), officialZone);
  const year = Number(today.slice(0, 4));
  const { tasks, wanted, ...topic } = words.year;
  const { campaignId } = await world.do(director, openCampaign, {
    ...{ title: topic.title, theme: topic.theme, why: topic.why, terms: [...topic.terms] },
    ...{ kind: 'year' as const, year, from: `${year}-01-01`, to: `${year}-12-31` },
  });
  for (const { dimension, title, unit } of tasks)
    await world.do(director, giveCampaignTask, {
      ...{ campaignId, purpose: 'work' as const, dimension, title, wanted, unit: units[unit] },
      limit: { kind: 'working-days', days: 60 },
    });
}

async function* thisSeason(office: Office): Life {
  const { world, units, end } = office;
  const director = await office.staff.centre('director');
  const analyst = await office.staff.centre('analyst');
  const { season } = words;
  const to = dayOf(world.clock.now().getTime(), officialZone);
  const [year, month] = to.split('-').map(Number);
  const { campaignId } = await world.do(director, openCampaign, {
    ...{ title: season.title, theme: season.theme, why: season.why, terms: [...season.terms] },
    ...{ kind: 'season' as const, year: year ?? 0, quarter: Math.ceil((month ?? 1) / 3) },
    ...{ from: dayAfter(to, -periodDays), to },
  });
  for (const unit of [units.housing, units.environment, units.county])
    await world.do(analyst, addMember, {
      ...{ campaignId, unit, seat: season.seat },
      role: unit === units.housing ? ('lead' as const) : ('member' as const),
    });
  yield later(office, 60);
  const listed = await problemList(office, { campaignId, analyst });
  const [first, second] = listed;
  yield morning(end, daysAgo.moved, 40);
  if (first) await move(office, analyst, { entryId: first, no: 0 });
  if (second) await move(office, analyst, { entryId: second, no: 1 });
  for (const { matters, ...measure } of season.measures)
    await world.do(analyst, writeMeasure, {
      ...{ campaignId, unit: units.housing, inForceOn: dayOf(end.getTime(), officialZone) },
      ...measure,
      matters: [...matters],
    });
  const { textId } = await world.do(analyst, writePublicText, { campaignId, ...season.public });
  yield later(office, 30);
  await world.do(director, signPublicText, { textId, nobody: [] });
}

/** One was looked at; the other also rectified. */
async function move(
  { world }: Office,
  analyst: Actor,
  { entryId, no }: { entryId: string; no: 0 | 1 },
): Promise<void> {
  const { moved } = words.season;
  await world.do(analyst, moveEntry, { entryId, to: 'inspected', reason: moved[0] });
  if (no === 1) await world.do(analyst, moveEntry, { entryId, to: 'rectified', reason: moved[1] });
}

/** 问题清单: the demo's orders of the branch, put together by county. */
async function problemList(
  office: Office,
  { campaignId, analyst }: { campaignId: string; analyst: Actor },
): Promise<string[]> {
  const { world } = office;
  const { matter, problem, reason } = words.season;
  const orders = (await found(office, analyst, { matter })).filter(({ secrecy }) => secrecy === 0);
  const byCounty = [...Map.groupBy(orders, ({ area_code }) => area_code.slice(0, 6))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, mostProblems);
  const made: string[] = [];
  for (const [county, own] of byCounty) {
    const areaCode = `${county}000000`;
    const names = await world.do(analyst, (ctx) => organisation.areaNames(ctx, [areaCode]), null);
    const { entryId } = await world.do(analyst, newEntry, {
      ...{ campaignId, areaCode, reason, name: problem(names.get(areaCode) ?? '') },
      orderIds: own.map(({ id }) => id),
    });
    made.push(entryId);
  }
  return made;
}
