import type { desk } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { NoticeState } from '@minsheng/contract/words/notices.ts';
import type { Context } from '../../platform/context.ts';
import { decrypt } from '../../platform/secrets.ts';
import { unitNames } from '../organisation/index.ts';
import { maskedAddress } from './masked-address.ts';
import { messages } from './messages.repo.ts';

const pageRows = 50;

/**
 * 模拟短信与电话: what the twins sent, newest first. Numbers masked. It is the only telephone a demo has, so codes and
 * links stand whole, for shift leads and admins only.
 */
export async function sentMessages(
  ctx: Context,
  input: InputOf<typeof desk.sentMessages>,
): Promise<ReplyOf<typeof desk.sentMessages>> {
  const rows = await messages(ctx, {
    order: input.order ?? null,
    before: input.cursor ?? null,
    limit: pageRows + 1,
  });
  const shown = rows.slice(0, pageRows);
  const names = await unitNames(ctx, [
    ...new Set(shown.flatMap(({ unit_code }) => unit_code ?? [])),
  ]);
  return {
    rows: shown.map((row) => rowOf(ctx, row, names)),
    next: rows.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
    shownCap: pageRows,
  };
}

function rowOf(
  ctx: Context,
  row: Awaited<ReturnType<typeof messages>>[number],
  names: ReadonlyMap<string, string>,
): ReplyOf<typeof desk.sentMessages>['rows'][number] {
  const text = decrypt(ctx.keys, row.text_enc);
  const to = decrypt(ctx.keys, row.to_enc);
  const wentToRequester = row.channel === 'sms' && row.unit_code === null && hasLeft(row.state);
  return {
    id: row.id,
    channel: row.channel,
    to: maskedAddress(to, row.channel),
    toUnit: row.unit_code ? (names.get(row.unit_code) ?? row.unit_code) : null,
    template: row.template,
    text,
    orderNo: /\d{6}-\d{8}-\d{6,}/.exec(text)?.[0] ?? null,
    at: (row.sent_at ?? row.made_at).toISOString(),
    state: row.state,
    mayAnswer: ctx.ports.sms.twin !== null && wentToRequester && to !== '',
  };
}

const hasLeft = (state: NoticeState): boolean => state === 'sent' || state === 'delivered';
