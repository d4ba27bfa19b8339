import type { Said } from '@minsheng/contract/public/exchange.ts';
import { returnReasons } from '@minsheng/contract/words/disputes.ts';
import type { CodeKind } from '@minsheng/contract/words/nets.ts';
import { appealTypes } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { decidedCodes } from './code-maps.repo.ts';
import { type CodeThere, codesIn, withCodes } from './code-places.ts';
import type { Peer } from './peers.repo.ts';

export interface Mapped {
  readonly said: Said;
  /** Codes of theirs that nothing here is called by. */
  readonly unknown: readonly CodeThere[];
}

/** 来件代码对照: their codes as ours. A peer of no net speaks the protocol's own, and its adapter judges them. */
export async function mappedIn(ctx: Context, peer: Peer, said: Said): Promise<Mapped> {
  const codes = codesIn(said);
  const net = codes.length === 0 ? null : await netOf(ctx, peer);
  if (net === null) return { said, unknown: [] };
  const map = await mapOf(ctx, net.code);
  const ours = new Map<CodeKind, string | null>();
  const unknown: CodeThere[] = [];
  for (const one of codes) {
    const called = await calledHere(ctx, map, one);
    if (called === null) unknown.push(one);
    ours.set(one.kind, called);
  }
  return { said: withCodes(said, ours), unknown };
}

/** 去件代码对照: our codes as theirs, as far as they have their own. */
export async function mappedOut(ctx: Context, peer: Peer, said: Said): Promise<Said> {
  const codes = codesIn(said);
  const net = codes.length === 0 ? null : await netOf(ctx, peer);
  if (net === null) return said;
  const map = await mapOf(ctx, net.code);
  const theirs = new Map<CodeKind, string>();
  for (const { kind, code } of codes) {
    const found = map.find((row) => row.kind === kind && row.ours === code);
    if (found) theirs.set(kind, found.theirs);
  }
  return withCodes(said, theirs);
}

export async function netOf(ctx: Context, { net }: Peer): Promise<matters.Net | null> {
  if (net === null) return null;
  return (await matters.nets(ctx)).find(({ code }) => code === net) ?? null;
}

export interface CodeRow {
  readonly kind: CodeKind;
  readonly theirs: string;
  readonly ours: string;
  /** Null: it stands in the city's files. */
  readonly decided: { readonly at: Date; readonly by: string | null } | null;
}

/** The net's map: what people decided before what the files say, one row a code of theirs. */
export async function mapOf(ctx: Context, net: string): Promise<CodeRow[]> {
  const [filed, decided] = await Promise.all([matters.mappedCodes(ctx), decidedCodes(ctx, net)]);
  const rows = new Map<string, CodeRow>();
  const put = (row: CodeRow) => {
    const key = `${row.kind}/${row.theirs}`;
    if (!rows.has(key)) rows.set(key, row);
  };
  for (const { at, decidedBy, ...row } of decided.toReversed())
    put({ ...row, decided: { at, by: decidedBy } });
  for (const { file, ...row } of filed) if (file === net) put({ ...row, decided: null });
  return [...rows.values()];
}

/** Null: nothing here. A kind the net has no map of is said in our own codes; free words are left as they are. */
async function calledHere(
  ctx: Context,
  map: readonly CodeRow[],
  { kind, code }: CodeThere,
): Promise<string | null> {
  const ofKind = map.filter((row) => row.kind === kind);
  const found = ofKind.find(({ theirs }) => theirs === code)?.ours;
  if (kind === 'unit') return found ?? code;
  if (found === undefined && ofKind.length > 0) return null;
  const ours = found ?? code;
  return (await isOurs(ctx, kind, ours)) ? ours : null;
}

/** 本系统有没有这个代码, today. */
export async function isOurs(ctx: Context, kind: CodeKind, code: string): Promise<boolean> {
  switch (kind) {
    case 'type':
      return appealTypes.some((type) => type === code);
    case 'matter':
      return (await matters.inForceFor(ctx, code)) !== null;
    case 'area':
      return (await organisation.areaNames(ctx, [code])).has(code);
    case 'unit':
      return (await organisation.unitNames(ctx, [code])).has(code);
    case 'reason':
      return (
        returnReasons.some((reason) => reason === code) ||
        code === 'transferred' ||
        (await matters.dispositions(ctx)).some((each) => each.code === code)
      );
    default:
      return kind satisfies never;
  }
}
