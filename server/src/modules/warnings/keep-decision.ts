import type { Context } from '../../platform/context.ts';
import type { Arrival } from '../orders/index.ts';
import { wordsOf } from '../text/index.ts';
import { hourStart } from './city-hours.ts';
import type { Decision } from './decide.ts';
import { standingOut } from './standing-out.ts';
import { goOn, lockAny, replaceAppeals, save } from './warnings.repo.ts';
import { wordKeysOf } from './words-as-keys.ts';

interface Around {
  /** The hour that had ended. */
  readonly at: number;
  readonly arrivals: readonly Arrival[];
  usual(at: number): Promise<readonly Arrival[]>;
}

/** Keeps what was decided; answers whether somebody is told of it now. */
export async function keepDecision(
  ctx: Context,
  { happening, gathered, isNew, isTold }: Decision,
  { at, arrivals, usual }: Around,
): Promise<boolean> {
  const [lead] = gathered.stirrings;
  if (!lead) return false;
  const known = isNew ? null : await lockAny(ctx, happening.id);
  const { zone } = ctx.city;
  const instant = (hour: number) => hourStart(hour, zone);
  // What a person has looked at keeps its numbers, and a weaker look says nothing new: it only goes on.
  const isOld = known !== null && (known.state !== 'new' || lead.strength < known.strength);
  if (isOld && !isTold) {
    await goOn(ctx, happening.id, instant(happening.lastAt));
    return false;
  }
  const words = happening.toldAt === null ? [] : await wordsThatStandOut(arrivals, await usual(at));
  await save(ctx, {
    id: happening.id,
    raised_at: instant(happening.firstAt),
    last_at: instant(happening.lastAt),
    told_at: happening.toldAt === null ? null : instant(happening.toldAt),
    lead_key: lead.key,
    keys: [...happening.keys],
    from_at: instant(lead.from),
    to_at: instant(lead.to),
    since_at: arrivals[0]?.acceptedAt ?? instant(lead.from),
    seen: lead.seen,
    expected: lead.expected,
    low: lead.low,
    high: lead.high,
    strength: happening.strength,
    words,
  });
  await replaceAppeals(ctx, happening.id, {
    lead: new Set(arrivals.map(({ id }) => id)),
    around: gathered.around,
  });
  return isTold;
}

const fewestAppeals = 3;

/** Only words of the dictionary that several appeals say: a name is nobody's sign. */
function wordsThatStandOut(own: readonly Arrival[], usual: readonly Arrival[]): string[] {
  if (own.length < fewestAppeals) return [];
  const isOwn = new Set(own.map(({ id }) => id));
  const others = usual.filter(({ id }) => !isOwn.has(id));
  const counts = new Map<string, number>();
  for (const { words } of others)
    for (const word of plainWords(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const share = (word: string) => (100 * (counts.get(word) ?? 0)) / Math.max(1, others.length);
  return standingOut(
    own.map(({ words }) => plainWords(words)),
    share,
  );
}

function plainWords(text: string): string[] {
  const words = wordsOf(text);
  const whole = new Set(words);
  return wordKeysOf(words).filter((word) => whole.has(word));
}
