import type { notices as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { messageFacts } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { idOf } from '../../platform/keyset.ts';
import { decrypt } from '../../platform/secrets.ts';
import { inboxOf, markRead, unreadOf } from './inbox.repo.ts';
import { inboxTopic } from './post.ts';

const pageRows = 30;
const mostCounted = 100;
const done = { done: true } as const;

const self = (ctx: Context): string => ctx.actor.accountId ?? '';

/** 我的消息, newest first. */
export async function readInbox(
  ctx: Context,
  { cursor, unread }: InputOf<typeof contract.readInbox>,
): Promise<ReplyOf<typeof contract.readInbox>> {
  const page = {
    onlyUnread: unread === 'yes',
    before: idOf(cursor),
    limit: pageRows + 1,
  };
  const rows = await inboxOf(ctx, self(ctx), page);
  const shown = rows.slice(0, pageRows);
  return {
    rows: shown.map((row) => ({
      id: row.id,
      text: decrypt(ctx.keys, row.text_enc),
      about: aboutOf(row.template, row.order_id),
      at: row.made_at.toISOString(),
      urgent: row.urgent,
      readAt: row.read_at?.toISOString() ?? null,
    })),
    next: rows.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
    shownCap: pageRows,
  };
}

const facts: Readonly<Record<string, readonly string[]>> = messageFacts;
const pages = ['letter', 'task', 'meeting', 'visit'] as const;

/** Where it leads. A message that names no order of its own accord (专人专办) leads to none. */
function aboutOf(
  template: string,
  orderId: string | null,
): ReplyOf<typeof contract.readInbox>['rows'][number]['about'] {
  if (orderId !== null && facts[template]?.includes('order_no')) return { kind: 'order', orderId };
  const kind = pages.find((page) => template.startsWith(`${page}-`));
  return kind ? { kind } : { kind: 'none' };
}

/** 未读数, counted to a hundred. */
export async function countInbox(ctx: Context): Promise<ReplyOf<typeof contract.countInbox>> {
  return { unread: await unreadOf(ctx, self(ctx), mostCounted), mostCounted };
}

export async function readMessage(
  ctx: Context,
  { postingId }: InputOf<typeof contract.readMessage>,
): Promise<ReplyOf<typeof contract.readMessage>> {
  await markRead(ctx, self(ctx), { id: postingId });
  announce(ctx, inboxTopic(self(ctx)));
  return done;
}

/** 全部已读, as far as they were seen: what came since stays new. */
export async function readAll(
  ctx: Context,
  { upTo }: InputOf<typeof contract.readAll>,
): Promise<ReplyOf<typeof contract.readAll>> {
  await markRead(ctx, self(ctx), { upTo });
  announce(ctx, inboxTopic(self(ctx)));
  return done;
}
