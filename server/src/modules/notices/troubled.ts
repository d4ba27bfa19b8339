import type { notices as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { noticeChannels } from '@minsheng/contract/words/notices.ts';
import type { Context } from '../../platform/context.ts';
import { idOf } from '../../platform/keyset.ts';
import { decrypt } from '../../platform/secrets.ts';
import { unitNames } from '../organisation/index.ts';
import { silentCarriers } from './carriers.repo.ts';
import { maskedAddress } from './masked-address.ts';
import { templates } from './messages.repo.ts';
import { held, type TroubledMessage, troubled } from './troubled.repo.ts';

const pageRows = 50;

/** 未送达的通知, newest first, and which carriers are silent. */
export async function listTroubled(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listTroubled>,
): Promise<ReplyOf<typeof contract.listTroubled>> {
  const rows = await troubled(ctx, {
    before: idOf(cursor),
    limit: pageRows + 1,
  });
  const rowOf = await describer(ctx, rows);
  return {
    ...pageOf(rows, rowOf),
    silent: await silentNow(ctx),
    can: { settle: ctx.actor.has('notices.settle') },
  };
}

/** 推迟发送的通知. */
export async function listHeld(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listHeld>,
): Promise<ReplyOf<typeof contract.listHeld>> {
  const rows = await held(ctx, {
    before: idOf(cursor),
    limit: pageRows + 1,
  });
  const rowOf = await describer(ctx, rows);
  return pageOf(rows, (row) => ({
    ...rowOf(row),
    heldFor: row.held_for ?? 'quiet',
    notBefore: row.not_before.toISOString(),
  }));
}

function pageOf<Shown>(
  rows: readonly TroubledMessage[],
  rowOf: (row: TroubledMessage) => Shown,
): { rows: Shown[]; next: string | null; shownCap: number } {
  const shown = rows.slice(0, pageRows);
  const next = rows.length > pageRows ? (shown.at(-1)?.id ?? null) : null;
  return { rows: shown.map(rowOf), next, shownCap: pageRows };
}

type ShownRow = ReplyOf<typeof contract.listTroubled>['rows'][number];

async function describer(
  ctx: Context,
  rows: readonly TroubledMessage[],
): Promise<(row: TroubledMessage) => ShownRow> {
  const codes = new Set(rows.flatMap(({ unit_code }) => unit_code ?? []));
  const names = await unitNames(ctx, [...codes]);
  const words = await templates(ctx);
  return (row) => describe(ctx, row, { names, words });
}

async function silentNow(ctx: Context): Promise<ReplyOf<typeof contract.listTroubled>['silent']> {
  // Of many groups whose robots are silent the one that has been so for longest.
  const rows = Map.groupBy(await silentCarriers(ctx), ({ channel }) => channel);
  return [...rows.values()]
    .flatMap((of) => of.slice(0, 1))
    .flatMap(({ channel: said, down_since, last_error, hold_until }) => {
      const channel = noticeChannels.find((known) => known === said);
      if (!channel || !down_since) return [];
      const since = down_since.toISOString();
      return [
        { channel, since, error: last_error ?? '', nextTryAt: hold_until?.toISOString() ?? null },
      ];
    });
}

type NameMap = ReadonlyMap<string, string>;

function describe(
  ctx: Context,
  row: TroubledMessage,
  { names, words }: { names: NameMap; words: NameMap },
): ShownRow {
  return {
    id: row.id,
    channel: row.channel,
    state: row.state,
    to: maskedAddress(decrypt(ctx.keys, row.to_enc), row.channel),
    unitName: row.unit_code ? (names.get(row.unit_code) ?? row.unit_code) : null,
    gist: gistOf(words.get(row.template) ?? ''),
    orderId: row.order_id,
    tries: row.tries,
    madeAt: row.made_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    error: row.error,
  };
}

export const gistOf = (words: string): string => words.replaceAll(/\{[a-z_]+\}/g, '…');
