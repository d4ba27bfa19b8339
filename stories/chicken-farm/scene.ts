import { city, type ReplyOf } from '@minsheng/contract';
import type { Person } from '../kit/person.ts';
import { hired } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';
import { atOnce } from './at-once.ts';
import type { Appeal } from './writer/appeals.ts';
import type { Village } from './writer/farms.ts';

/** 六部门: who sits in the task force, the first of them leads. */
export const bureaus = ['sthj', 'zjj', 'slj', 'nyj', 'scjg', 'cgj'] as const;
export type Bureau = (typeof bureaus)[number];
export const unitOf = (bureau: Bureau): string => `350600.${bureau}`;

export type Matter = ReplyOf<typeof city.matterDetail>;

export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly reviewer: Person;
  readonly caller: Person;
  readonly analyst: Person;
  readonly supervisor: Person;
  readonly director: Person;
  /** 分管领导 of the bureau that leads: signs what is serious. */
  readonly leader: Person;
  readonly force: Readonly<Record<Bureau, Person>>;
  readonly size: Size;
}

/** An appeal with the number it got. */
export interface Told extends Appeal {
  readonly orderId: string;
  /** Of the bureau that has it in hand; null where it was answered on the line. */
  readonly assignmentId: string | null;
}

/** 规模. */
export interface Size {
  readonly topic: number;
  readonly others: number;
  readonly farms: number;
}

const whole: Size = { topic: 282, others: 5000, farms: 36 };
/** What is told on every change: all that is done, with as large a share of the topic and fewer voices. */
const part: Size = { topic: 40, others: 720, farms: 8 };

/** How many people of a desk work side by side. */
export const workers = 6;

export async function sceneOf(stage: Stage): Promise<Scene> {
  const logins = [
    'agent',
    'dispatcher',
    'reviewer',
    'call-back',
    'analyst',
    'supervisor',
    'director',
  ];
  const [agent, dispatcher, reviewer, caller, analyst, supervisor, director] = await Promise.all(
    logins.map((login) => stage.person(login)),
  );
  if (!(agent && dispatcher && reviewer && caller && analyst && supervisor && director))
    throw new Error('A desk is empty.');
  const size = stage.isFull ? whole : part;
  const people = { agent, dispatcher, reviewer, caller, analyst, supervisor, director };
  return { ...stage, ...people, ...(await forceOf(stage)), size };
}

async function forceOf(stage: Stage): Promise<Pick<Scene, 'force' | 'leader'>> {
  const admin = await stage.person('admin');
  const sent = (bureau: Bureau, role: 'handler' | 'unit-leader') =>
    hired(stage.server, admin, {
      login: `${bureau}-${role}`,
      name: '示例专班人员',
      unitCode: unitOf(bureau),
      role,
    });
  const [sthj, zjj] = [await stage.person('sthj-liaison'), await stage.person('zjj-liaison')];
  const [slj, nyj] = [await sent('slj', 'handler'), await sent('nyj', 'handler')];
  const [scjg, cgj] = [await sent('scjg', 'handler'), await sent('cgj', 'handler')];
  return {
    force: { sthj, zjj, slj, nyj, scjg, cgj },
    leader: await sent('sthj', 'unit-leader'),
  };
}

/** 村居 of the whole city, from its own list. */
export async function villagesOf({ agent }: Scene): Promise<{
  villages: Village[];
  counties: Map<string, string>;
}> {
  const below = async (parent: string) => (await agent.call(city.listAreas, { parent })).rows;
  const counties = await below('350600');
  const towns = (await atOnce(counties, workers, ({ code }) => below(code))).flat();
  const villages = await atOnce(towns, workers, async (town) => {
    const rows = await below(town.code);
    return rows.map(({ code, name }) => ({ code, name, townCode: town.code, town: town.name }));
  });
  return {
    villages: villages.flat(),
    counties: new Map(counties.map(({ code, name }) => [code.padEnd(12, '0'), name])),
  };
}
