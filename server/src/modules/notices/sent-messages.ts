import type { desk } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { type NoticeState, noticeChannels } from '@minsheng/contract/words/notices.ts';
import type { Context } from '../../platform/context.ts';
import { idOf } from '../../platform/keyset.ts';
import { decrypt } from '../../platform/secrets.ts';
import { unitNames } from '../organisation/index.ts';
import { carrierOf } from './carriers.ts';
import { postings } from './inbox.repo.ts';
import { maskedAddress } from './masked-address.ts';
import { messages, templates } from './messages.repo.ts';
import { gistOf } from './troubled.ts';

const pageRows = 50;

/**
 * 模拟外发: what the twins sent, newest first, of one way or of those that are carried. Numbers masked. It is the only
 * telephone a demo has, so codes and links stand whole, for shift leads and admins only; of what really left there is its
 * gist alone, because the code in it is somebody's key.
 */
export async function sentMessages(
  ctx: Context,
  { order, cursor, way }: InputOf<typeof desk.sentMessages>,
): Promise<ReplyOf<typeof desk.sentMessages>> {
  const page = {
    order: order ?? null,
    before: idOf(cursor),
    limit: pageRows + 1,
  };
  const real = noticeChannels.filter((channel) => !carrierOf(ctx.ports, channel).isPretend);
  if (way === 'inbox') return { ...(await posted(ctx, page)), real };
  const rows = await messages(ctx, { ...page, channel: way ?? null });
  const [names, words] = [await unitNames(ctx, codesIn(rows)), await templates(ctx)];
  return { ...pageOf(rows, (row) => rowOf(ctx, row, { names, words })), real };
}

interface Page {
  readonly order: string | null;
  readonly before: string | null;
  readonly limit: number;
}

type Shown = ReplyOf<typeof desk.sentMessages>['rows'][number];

async function posted(ctx: Context, page: Page) {
  const rows = await postings(ctx, page);
  const names = await unitNames(ctx, codesIn(rows));
  return pageOf(rows, (row): Shown => {
    const text = decrypt(ctx.keys, row.text_enc);
    return {
      id: row.id,
      channel: 'inbox',
      to: '',
      toUnit: names.get(row.unit_code) ?? row.unit_code,
      template: row.template,
      text,
      orderNo: orderNoIn(text),
      at: (row.posted_at ?? row.made_at).toISOString(),
      state: row.posted_at === null ? 'waiting' : 'sent',
      mayAnswer: false,
    };
  });
}

const orderNoIn = (text: string): string | null => /\d{6}-\d{8}-\d{6,}/.exec(text)?.[0] ?? null;

const codesIn = (rows: readonly { unit_code: string | null }[]): string[] => [
  ...new Set(rows.flatMap(({ unit_code }) => unit_code ?? [])),
];

function pageOf<Row extends { id: string }>(rows: readonly Row[], shownAs: (row: Row) => Shown) {
  const shown = rows.slice(0, pageRows);
  const next = rows.length > pageRows ? (shown.at(-1)?.id ?? null) : null;
  return { rows: shown.map(shownAs), next, shownCap: pageRows };
}

function rowOf(
  ctx: Context,
  row: Awaited<ReturnType<typeof messages>>[number],
  { names, words }: Record<'names' | 'words', ReadonlyMap<string, string>>,
): Shown {
  const { isPretend } = carrierOf(ctx.ports, row.channel);
  const text = decrypt(ctx.keys, row.text_enc);
  const to = decrypt(ctx.keys, row.to_enc);
  const wentToRequester = row.channel === 'sms' && row.unit_code === null && hasLeft(row.state);
  return {
    id: row.id,
    channel: row.channel,
    to: maskedAddress(to, row.channel),
    toUnit: row.unit_code ? (names.get(row.unit_code) ?? row.unit_code) : null,
    template: row.template,
    text: isPretend ? text : gistOf(words.get(row.template) ?? ''),
    orderNo: orderNoIn(text),
    at: (row.sent_at ?? row.made_at).toISOString(),
    state: row.state,
    mayAnswer: ctx.ports.sms.twin !== null && wentToRequester && to !== '',
  };
}

const hasLeft = (state: NoticeState): boolean => state === 'sent' || state === 'delivered';
