import { resolve } from 'node:path';
import type { Gazetteer } from '../../server/src/modules/mentions/index.ts';
import { redact } from '../../server/src/modules/redaction/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { fillSlots, type SlotLists } from './fill-slots.ts';
import { gazetteerOfCities, knownCities } from './known-cities.ts';
import { readRows, readText } from './read-rows.ts';

// npm run -s eval -- redact [--half choose|tell] [--carriers F --lists F] [--times 20] [--show]: what of each kind is found in
// generated texts, and how much goes that could have stayed. --show prints what was missed: for the choose half only.

/** An office's number may stay or go; companies, estates and roads may stay. */
const free: ReadonlySet<string> = new Set(['landline', 'company', 'estate', 'road']);

interface Tally {
  slots: number;
  gone: number;
}

export async function evaluate(args: readonly string[]): Promise<Record<string, unknown>> {
  const given = readArguments(args, {
    values: ['half', 'carriers', 'lists', 'times'],
    marks: ['show'],
  });
  const half = given.textOr('half', 'tell');
  if (half === 'tell' && given.has('show')) throw new UsageError('the tell half is not shown');
  const own = (file: string) => resolve(import.meta.dirname, '../../evals/redact', file);
  const carriers = readRows(
    given.has('carriers') ? given.path('carriers') : own(`carriers-${half}.jsonl`),
  );
  const lists: SlotLists = JSON.parse(
    readText(given.has('lists') ? given.path('lists') : own(`lists-${half}.json`)),
  );
  const sum = newSum(gazetteerOfCities(knownCities()));
  for (const [number, carrier] of carriers.entries()) {
    for (let time = 0; time < Number(given.textOr('times', '20')); time += 1) {
      const filled = fillSlots(carrier.text ?? '', lists, `${number}:${time}`);
      measure(sum, filled, JSON.parse(carrier.keep ?? '[]'), given.has('show'));
    }
  }
  return reported(half, sum);
}

interface Sum {
  readonly places: Gazetteer;
  readonly kinds: Map<string, Tally>;
  texts: number;
  harmless: number;
  harmlessGone: number;
  kept: number;
  keptGone: number;
}

const newSum = (places: Gazetteer): Sum => ({
  places,
  kinds: new Map(),
  texts: 0,
  harmless: 0,
  harmlessGone: 0,
  kept: 0,
  keptGone: 0,
});

function measure(
  sum: Sum,
  { text, slots }: ReturnType<typeof fillSlots>,
  keep: readonly string[],
  shows: boolean,
): void {
  const redacted = redact(text, { places: sum.places });
  const gone = new Array<boolean>(text.length).fill(false);
  for (const { start, end } of redacted.removals) gone.fill(true, start, end);
  const inSlot = new Array<boolean>(text.length).fill(false);
  sum.texts += 1;
  for (const { kind, start, end } of slots) {
    inSlot.fill(true, start, end);
    if (free.has(kind)) continue;
    const tally = sum.kinds.get(kind) ?? { slots: 0, gone: 0 };
    sum.kinds.set(kind, tally);
    tally.slots += 1;
    if (isGone(kind, text, gone, { start, end })) tally.gone += 1;
    else if (shows) process.stderr.write(`${kind} ${text.slice(start, end)}: ${redacted.text}\n`);
  }
  for (let at = 0; at < text.length; at += 1) {
    if (inSlot[at]) continue;
    sum.harmless += 1;
    if (gone[at]) sum.harmlessGone += 1;
  }
  for (const words of keep) {
    sum.kept += 1;
    if (redacted.text.includes(words)) continue;
    sum.keptGone += 1;
    if (shows) process.stderr.write(`should stay, ${words}: ${redacted.text}\n`);
  }
}

/** A home is gone when no figure of it is left: its road and estate may stay. Of anything else every letter and digit goes. */
function isGone(
  kind: string,
  text: string,
  gone: readonly boolean[],
  { start, end }: { start: number; end: number },
): boolean {
  const telling = kind === 'home' ? /\d/ : /[\p{L}\p{N}]/u;
  for (let at = start; at < end; at += 1)
    if (telling.test(text.charAt(at)) && !gone[at]) return false;
  return true;
}

function reported(half: string, sum: Sum): Record<string, unknown> {
  const all = [...sum.kinds.values()];
  const slots = all.reduce((total, tally) => total + tally.slots, 0);
  const gone = all.reduce((total, tally) => total + tally.gone, 0);
  return {
    half,
    texts: sum.texts,
    recall: share(gone, slots),
    byKind: Object.fromEntries(
      [...sum.kinds].map(([kind, tally]) => [
        kind,
        { recall: share(tally.gone, tally.slots), slots: tally.slots },
      ]),
    ),
    harmlessRemoved: share(sum.harmlessGone, sum.harmless),
    keepLost: share(sum.keptGone, sum.kept),
  };
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
