import { foresightSignals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import {
  type SignalFault,
  type WarningLevel,
  warningLevelLabel,
  warningLevels,
} from '@minsheng/contract/words/foresight.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { instantAt, isDay } from '../../platform/zone.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { hasLevels, isSpan, keepSignal, type SignalInput } from './enter-signal.ts';
import { mayEnter } from './policy.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { knownAmong } from './signals.repo.ts';

type Reply = ReplyOf<typeof contract.importSignals>;

/** 导入外部信息: shown line by line first; kept whole or not at all. */
export async function importSignals(
  ctx: Context,
  { sheet, isKept }: InputOf<typeof contract.importSignals>,
): Promise<Reply> {
  demand(mayEnter(ctx.actor));
  const read = await readSheet(Buffer.from(sheet, 'base64'));
  refuseUnless(read.length > 0, 'foresight.no-sheet');
  const limit = contract.mostSignals;
  refuseUnless(read.length <= limit, 'foresight.too-many-rows', { limit });
  const judged = await judge(ctx, read);
  const fits = judged.flatMap(({ input }) => input ?? []);
  const rows = judged.map(({ row, faults }) => ({
    line: row.line,
    words: `${row.about}${row.level} ${row.areas}`.slice(0, 80),
    faults,
  }));
  const refused = judged.length - fits.length;
  if (!isKept) return { rows, fitting: fits.length, kept: 0 };
  refuseUnless(refused === 0, 'foresight.rows-refused', { count: refused });
  for (const input of fits) refuseUnless(await keepSignal(ctx, input), 'foresight.signal-known');
  return { rows, fitting: fits.length, kept: fits.length };
}

interface Judged {
  readonly row: SheetRow;
  readonly faults: SignalFault[];
  /** Null where something is wrong. */
  readonly input: SignalInput | null;
}

async function judge(ctx: Context, rows: readonly SheetRow[]): Promise<Judged[]> {
  const [kinds, areas] = await Promise.all([
    matters.signalKindRules(ctx),
    organisation.allAreas(ctx),
  ]);
  const known = { kinds, areas, zone: ctx.city.zone };
  const seen = new Set<string>();
  const judged = rows.map((row): Judged => {
    const parts = partsOf(row, known);
    const faults = [
      ...faultsOf(row, parts),
      ...(seen.has(parts.key) ? ['twice-in-file' as const] : []),
    ];
    seen.add(parts.key);
    return { row, faults, input: faults.length === 0 ? inputOf(row, parts) : null };
  });
  const before = await knownAmong(
    ctx,
    judged.flatMap(({ input }) => input ?? []),
  );
  return judged.map((one) =>
    one.input && before.has(keyOf(one.input))
      ? { row: one.row, faults: ['known-already'], input: null }
      : one,
  );
}

interface Known {
  readonly kinds: readonly matters.SignalKindRule[];
  readonly areas: readonly organisation.Area[];
  readonly zone: string;
}

interface Parts {
  readonly kind: matters.SignalKindRule | undefined;
  /** Undefined: not one of the words. */
  readonly level: WarningLevel | null | undefined;
  readonly areas: readonly (string | undefined)[];
  readonly fromAt: Date | null;
  readonly untilAt: Date | null;
  readonly key: string;
}

function partsOf(row: SheetRow, { kinds, areas, zone }: Known): Parts {
  const kind = kinds.find(({ code, name }) => code === row.about || name === row.about);
  const named = row.areas.split(/[;;、,,]/).flatMap((name) => name.trim() || []);
  const codes = [...new Set(named.map((name) => areaCalled(areas, name)))];
  const [fromAt, untilAt] = [instantOf(row.from, zone), instantOf(row.until, zone)];
  const key = [kind?.code, row.source, fromAt?.toISOString(), codes.toSorted().join()].join(' ');
  return { kind, level: levelOf(row.level), areas: codes, fromAt, untilAt, key };
}

/** By code, by full name, or by a name that only one area has. */
function areaCalled(areas: readonly organisation.Area[], name: string): string | undefined {
  const byCode = areas.find(({ code }) => code === name.padEnd(12, '0'));
  if (byCode) return byCode.code;
  const byFull = areas.find(({ full_name }) => full_name === name);
  if (byFull) return byFull.code;
  const [first, ...others] = areas.filter((area) => area.name === name);
  return others.length === 0 ? first?.code : undefined;
}

function levelOf(said: string): WarningLevel | null | undefined {
  if (said === '') return null;
  return warningLevels.find((level) => level === said || warningLevelLabel[level].startsWith(said));
}

/** 'YYYY-MM-DD HH:MM' by the city's clocks. */
function instantOf(said: string, zone: string): Date | null {
  const [, on = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})(?::\d{2})?$/.exec(said) ?? [];
  const hour = time.padStart(5, '0');
  return isDay(on) && /^([01]\d|2[0-3]):[0-5]\d$/.test(hour) ? instantAt(on, hour, zone) : null;
}

const longest = { source: 120, words: 1000 };

function faultsOf(row: SheetRow, { kind, level, areas, fromAt, untilAt }: Parts): SignalFault[] {
  const isLevelRight =
    level !== undefined &&
    (kind === undefined || (level === null ? kind.kind !== 'weather' : hasLevels(kind)));
  const isPlaced =
    areas.length > 0 && areas.length <= 20 && areas.every((code) => code !== undefined);
  return [
    ...(kind ? [] : ['bad-about' as const]),
    ...(isLevelRight ? [] : ['bad-level' as const]),
    ...(isPlaced ? [] : ['no-such-area' as const]),
    ...(fromAt && untilAt && isSpan({ fromAt, untilAt }) ? [] : ['bad-span' as const]),
    ...(row.source.length >= 2 ? [] : ['no-source' as const]),
    ...(row.source.length > longest.source || row.words.length > longest.words
      ? ['too-long' as const]
      : []),
  ];
}

function inputOf(
  { source, words }: SheetRow,
  { kind, level, areas, fromAt, untilAt }: Parts,
): SignalInput | null {
  if (!kind || !fromAt || !untilAt) return null;
  const codes = areas.flatMap((code) => code ?? []);
  return {
    kind,
    level: level ?? null,
    areas: codes,
    fromAt,
    untilAt,
    source,
    words,
    given: 'file',
  };
}

const keyOf = ({ kind, source, fromAt, areas }: SignalInput): string =>
  [kind.code, source, fromAt.toISOString(), [...new Set(areas)].toSorted().join()].join(' ');
