import { dayAt, type Scene, type Told, tell } from './scene.ts';
import { cartText, illText, inventedPlaces } from './texts.ts';

const counties = ['350626000000', '350623000000', '350627000000', '350602000000'] as const;
const dongshan = '350626000000';
/** A place told no closer than the city: some callers do not know where they are. */
const anywhere = '350600000000';

const lastHoliday = ['2024-06-08', '2024-06-09', '2024-06-10'];
const mayDays = ['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'];
const weeks = [
  ...['2024-05-10', '2024-05-16', '2024-05-21', '2024-05-27', '2024-06-01'],
  ...['2025-04-09', '2025-04-14', '2025-04-18', '2025-04-22', '2025-04-26'],
];

const objects = 80;
const asFrequent = 15;

const pick = (days: readonly string[], random: () => number): string =>
  days[Math.floor(random() * days.length)] ?? '';

/** 历史: two holidays and the ordinary weeks before them, on their own days. */
export async function historyOf(scene: Scene): Promise<void> {
  scene.checks.chapter('Two holidays, and the ordinary weeks before them');
  const told = [...cartsTold(scene), ...othersTold(scene)];
  const byDay = Map.groupBy(told, ({ on }) => on);
  for (const on of [...byDay.keys()].toSorted()) {
    await scene.clock.advanceTo(dayAt(on, '10:00'));
    for (const one of byDay.get(on) ?? []) await tell(scene, one, {});
  }
  scene.checks.that(`${told.length} appeals were told, ${objects} places named`, told.length > 250);
}

function cartsTold({ random }: Scene): Told[] {
  return Array.from({ length: 9 }, (_, no) => ({
    on: pick(no < 4 ? lastHoliday : mayDays, random),
    content: cartText(random, no),
    who: `cart ${no}`,
    areaCode: no % 4 === 3 ? anywhere : dongshan,
  }));
}

/** Fifteen are told of in any week as often as in a holiday, some more than the carts; the others twice or three times. */
function othersTold({ random }: Scene): Told[] {
  return inventedPlaces(random, objects).flatMap((name, at) => {
    const areaCode = counties[at % counties.length] ?? dongshan;
    const isFrequent = at < asFrequent;
    const inHolidays = isFrequent ? 4 : 2 + Math.floor(random() * 2);
    const inWeeks = isFrequent ? 11 : Math.floor(random() * 1.4);
    const days = [...lastHoliday, ...mayDays];
    const of = (count: number, from: readonly string[], part: string): Told[] =>
      Array.from({ length: count }, (_, no) => ({
        on: pick(from, random),
        content: illText(random, name),
        who: `${name} ${part} ${no}`,
        areaCode,
      }));
    return [...of(inHolidays, days, 'holiday'), ...of(inWeeks, weeks, 'week')];
  });
}
