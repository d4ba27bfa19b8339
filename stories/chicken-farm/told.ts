import { city, intake } from '@minsheng/contract';
import { inventedPhoneOf } from '../../server/src/demo/invented.ts';
import { chance } from '../sightseeing-carts/chance.ts';
import { atOnce } from './at-once.ts';
import { sentAndSigned } from './handled.ts';
import { type Matter, type Scene, type Told, villagesOf, workers } from './scene.ts';
import { type Appeal, appealsOf } from './writer/appeals.ts';

const days = ['2025-02-06', '2025-02-08', '2025-02-10', '2025-02-12', '2025-02-13'];

/**
 * 诉求进线, on five days after the New Year: what is of the topic waits for dispatch, the rest is answered on the line. Neither
 * the machine nor the analyst reads what became of an appeal.
 */
export async function everythingTold(
  scene: Scene,
  matters: ReadonlyMap<string, Matter>,
  appeals: readonly Appeal[],
): Promise<Told[]> {
  const { checks, clock, size } = scene;
  checks.chapter(`${size.topic} appeals of the topic among ${size.others} others are told`);
  const told: Told[] = [];
  const perDay = Math.ceil(appeals.length / days.length);
  const from = performance.now();
  for (const [at, on] of days.entries()) {
    await clock.advanceTo(new Date(`${on}T09:30:00+08:00`));
    const own = appeals.slice(at * perDay, (at + 1) * perDay);
    const day = await atOnce(own, workers, (appeal) => tell(scene, matters, appeal));
    const waiting = day.filter(({ truth }) => truth.isTopic).map(({ orderId }) => orderId);
    const duties = await sentAndSigned(scene, waiting);
    told.push(...day.map((one) => ({ ...one, assignmentId: duties.get(one.orderId) ?? null })));
  }
  const seconds = (performance.now() - from) / 1000;
  const distinct = new Set(appeals.map(({ content }) => content)).size;
  checks.that(
    `${told.length} taken in by the agents' page and ${size.topic} sent to a bureau and signed, ${(told.length / seconds).toFixed(0)} a second, ${distinct} worded differently`,
    told.length === size.topic + size.others && distinct > 0.95 * told.length,
  );
  return told;
}

/** 诉求 of this seed, before anybody has told them. */
export const appealsFor = async (scene: Scene): Promise<Appeal[]> =>
  appealsOf({ seed: scene.seed, ...scene.size, ...(await villagesOf(scene)) });

export async function mattersOf(
  { agent }: Scene,
  appeals: readonly Appeal[],
): Promise<Map<string, Matter>> {
  const codes = [...new Set(appeals.map(({ matterCode }) => matterCode))];
  const details = await atOnce(codes, workers, (code) => agent.call(city.matterDetail, { code }));
  return new Map(details.map((detail) => [detail.code, detail]));
}

async function tell(
  { agent, seed }: Scene,
  matters: ReadonlyMap<string, Matter>,
  appeal: Appeal,
): Promise<Told> {
  const matter = matters.get(appeal.matterCode);
  if (!matter) throw new Error(`No matter ${appeal.matterCode}.`);
  const { content, areaCode, address, matterCode, truth, no } = appeal;
  // Neighbours complain and hide nothing: taken down as a report (举报), it would be secret and part of no campaign.
  const type = matter.type === 'JB' ? 'TS' : matter.type;
  const written = { content, areaCode, address, matterCode, type };
  const requester = { phone: inventedPhoneOf(`chicken-farm ${seed} ${no}`) };
  const { orderId } = await agent.call(intake.createOrder, {
    ...{ ...written, requester },
    ...(truth.isTopic
      ? { result: 'dispatch' as const, fields: fieldsOf(matter, no) }
      : { result: 'answer' as const, answer: '已记录并转告有关单位,谢谢您的反映。' }),
  });
  return { ...appeal, orderId, assignmentId: null };
}

type Value = string | number | boolean | string[];

/** 要素 that are asked always, ticked as it comes: agents in a hurry tick anything, and nobody here goes by them. */
function fieldsOf({ fields }: Matter, no: number): Record<string, Value> {
  const random = chance(no + 1);
  random();
  const values: Record<string, Value> = {};
  for (const { code, kind, choices, required } of fields) {
    const isAsked =
      required === 'always' ||
      (typeof required === 'object' &&
        required.is.some((one) => said(values[required.field], one)));
    if (!isAsked) continue;
    const any = choices[Math.floor(random() * choices.length)]?.code ?? '';
    values[code] = valueFor(kind, any);
  }
  return values;
}

const said = (value: Value | undefined, one: string): boolean =>
  Array.isArray(value)
    ? value.includes(one)
    : typeof value === 'boolean'
      ? (value ? 'yes' : 'no') === one
      : value === one;

function valueFor(kind: Matter['fields'][number]['kind'], any: string): Value {
  switch (kind) {
    case 'choice':
      return any;
    case 'choices':
      return [any];
    case 'yes-no':
      return true;
    case 'count':
    case 'number':
    case 'money':
      return 2;
    case 'date':
      return '2025-02-01';
    case 'datetime':
      return '2025-02-01T01:00:00.000Z';
    case 'text':
    case 'long-text':
    case 'place':
      return '来电人说不清';
    default:
      return kind satisfies never;
  }
}
