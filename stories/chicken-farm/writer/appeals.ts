import { inventedPerson } from '../../../server/src/demo/invented.ts';
import { chance, oneOf } from '../../sightseeing-carts/chance.ts';
import { type Farm, inventedFarms, type Random, spoken, type Village } from './farms.ts';
import { mistaken } from './mistakes.ts';
import { nearMisses, nearMissText } from './near-misses.ts';
import { noiseText } from './noise.ts';
import { topicText } from './topic-text.ts';

/** One appeal as it is told, and the truth about it, which nobody but the story's last count sees. */
export interface Appeal {
  readonly no: number;
  readonly content: string;
  readonly matterCode: string;
  readonly areaCode: string;
  readonly address: string;
  readonly truth: { readonly isTopic: boolean; readonly kind: string; readonly farm: Farm | null };
}

export interface Wishes {
  readonly seed: number;
  readonly villages: readonly Village[];
  readonly counties: ReadonlyMap<string, string>;
  readonly topic: number;
  readonly others: number;
  readonly farms: number;
}

/** 全部诉求, in the order they are told: the topic hidden among everything else. */
export function appealsOf(wishes: Wishes): Appeal[] {
  const random = chance(wishes.seed * 104_729 + 71);
  for (let warm = 0; warm < 20; warm += 1) random();
  const farms = inventedFarms(wishes.seed, wishes.villages, wishes.farms);
  const lots = farms.flatMap((farm) => Array<Farm>(farm.weight).fill(farm));
  const topic = Array.from({ length: wishes.topic }, (_, at) =>
    ofFarm(random, farms[at] ?? lots[Math.floor(random() * lots.length)], wishes),
  );
  const others = Array.from({ length: wishes.others }, () => ofOthers(random, wishes.villages));
  return shuffled([...topic, ...others], random).map((appeal, no) => ({ ...appeal, no }));
}

type Told = Omit<Appeal, 'no'>;

/** 经办人选的事项: agents do not agree on the matter, and near misses carry the same ones. */
const topicMatters = [
  ...(['040102', '040102', '040102', '040102', '040102', '040102', '040202', '040202'] as const),
  ...['040103', '040103', '130302', '130302', '040101', '010201', '130203', '040103', '190201'],
] as const;

function ofFarm(random: Random, farm: Farm | undefined, { villages, counties }: Wishes): Told {
  if (!farm) throw new Error('There are no farms.');
  const county = counties.get(`${farm.townCode.slice(0, 6)}000000`) ?? '';
  const text = mistaken(random, topicText(random, farm, county));
  return {
    content: named(random, text),
    matterCode: oneOf(random, topicMatters),
    ...placeOf(random, farm, villages),
    truth: { isTopic: true, kind: 'topic', farm },
  };
}

/** The area ticked: the village, its township, its county, or one that is simply wrong; the address mostly vague. */
function placeOf(random: Random, farm: Farm, villages: readonly Village[]) {
  const roll = random();
  const elsewhere = villages[Math.floor(random() * villages.length)];
  const areaCode =
    roll < 0.4
      ? farm.villageCode
      : roll < 0.76
        ? farm.townCode
        : roll < 0.94
          ? `${farm.townCode.slice(0, 6)}000000`
          : (elsewhere?.townCode ?? farm.townCode);
  const addresses = [
    '',
    '',
    '',
    farm.village,
    farm.landmark,
    `${farm.village}${farm.landmark}`,
    farm.official,
    farm.nicknames[0],
    '村里',
    '附近',
  ] as const;
  return { areaCode, address: oneOf(random, addresses) };
}

/** Some say who they are and how to ring them: nothing of it may be read by the public. */
function named(random: Random, text: string): string {
  if (random() >= 0.1) return text;
  const { name, phone } = inventedPerson(`chicken-farm told ${Math.floor(random() * 1e9)}`);
  return random() < 0.5 ? `${text}我叫${name},电话${phone}。` : `${text}联系电话${phone}`;
}

const nearMissShare = 0.12;

function ofOthers(random: Random, villages: readonly Village[]): Told {
  const at = villages[Math.floor(random() * villages.length)];
  if (!at) throw new Error('There are no villages.');
  const areaCode =
    random() < 0.5 ? at.code : random() < 0.7 ? at.townCode : `${at.townCode.slice(0, 6)}000000`;
  const address = random() < 0.3 ? spoken(at.name) : '';
  if (random() < nearMissShare) {
    const miss = oneOf(random, nearMisses);
    const content = mistaken(
      random,
      nearMissText(random, miss, { town: at.town, village: spoken(at.name) }),
    );
    const truth = { isTopic: false, kind: miss.kind, farm: null };
    return { content, matterCode: oneOf(random, miss.matters), areaCode, address, truth };
  }
  const { content, matterCode } = noiseText(random, { town: at.town, village: spoken(at.name) });
  const truth = { isTopic: false, kind: 'other', farm: null };
  return { content: mistaken(random, content), matterCode, areaCode, address, truth };
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ one }) => one);
}
