import type { KeepReason } from '@minsheng/contract/words/clues.ts';
import type { RemovalKind } from '@minsheng/contract/words/release.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { type KnownPeople, knownPeopleIn, redact } from '../redaction/index.ts';
import type { Clue } from './clue.ts';
import { keptOf, photosOf } from './pack.repo.ts';
import { reportersOf } from './reporters.ts';
import { sourcesOf } from './sources.repo.ts';
import { subjectName } from './subjects.repo.ts';

export interface Finding {
  readonly kind: RemovalKind;
  readonly words: string;
  readonly isReporter: boolean;
  readonly kept: KeepReason | null;
}

type Pack = Pick<Clue, 'id' | 'subject_id' | 'place' | 'facts'>;

/** So many who told of one thing are looked for by name. */
const mostPeople = 300;

/**
 * 个人信息扫描 of the whole pack: numbers, homes, plates, names, and whoever told of it. What belongs to a requester, in
 * part as well (a given name, the last four digits), never stays.
 */
export async function findingsOf(ctx: Context, clue: Pack): Promise<Finding[]> {
  const sources = (await sourcesOf(ctx, clue.id)).slice(0, mostPeople);
  const [known, kept, places, name] = await Promise.all([
    reportersOf(
      ctx,
      sources.map(({ order_id }) => order_id),
    ),
    keptOf(ctx, clue.id),
    cityGazetteer(ctx),
    subjectName(ctx, clue.subject_id),
  ]);
  const reasons = new Map(kept.map(({ words, reason }) => [words, reason]));
  const found = [name, clue.place, clue.facts].flatMap((text) => foundIn(text, known, places));
  const reporters = new Set(found.flatMap((one) => (one.isReporter ? [one.words] : [])));
  const once = new Map(found.map((one) => [one.words, one]));
  return [...once.values()].map(({ kind, words }) => {
    const isReporter = reporters.has(words);
    return { kind, words, isReporter, kept: isReporter ? null : (reasons.get(words) ?? null) };
  });
}

function foundIn(
  text: string,
  known: KnownPeople,
  places: Awaited<ReturnType<typeof cityGazetteer>>,
): Omit<Finding, 'kept'>[] {
  const theirs = knownPeopleIn(text, known);
  return redact(text, { known, places }).removals.map(({ kind, start, end }) => ({
    kind,
    words: text.slice(start, end),
    isReporter: theirs.some((one) => one.start < end && start < one.end),
  }));
}

/** 扫描放行: every finding handled, every photo looked at. Asked when it is signed, and again when it leaves. */
export async function refuseUnhandled(ctx: Context, clue: Pack): Promise<void> {
  const [findings, photos] = await Promise.all([findingsOf(ctx, clue), photosOf(ctx, clue.id)]);
  const left = findings.filter(({ kept }) => kept === null).length;
  refuseUnless(left === 0, 'clues.scan-finds', { count: left });
  const unseen = photos.filter(({ looked_at }) => looked_at === null).length;
  refuseUnless(unseen === 0, 'clues.photos-unseen', { count: unseen });
}
