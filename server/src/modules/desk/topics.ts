import { type Desk, desks } from '@minsheng/contract/words/desks.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { visibleTo } from '../orders/index.ts';
import { seesDesk } from './policy.ts';

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * 实时消息: what this person may follow. A desk or the alarm is nobody's matter: pages name them all and hear those of
 * their post. Anything else not to be heard is refused by name: `desk.not-heard`. A unit's own subtree is heard unasked.
 */
export async function allowTopics(ctx: Context, wanted: readonly string[]): Promise<string[]> {
  const plain = wanted.filter((topic) => isPlain(ctx.actor, topic));
  const [orders, issues] = await Promise.all([
    seenOrders(ctx, idsOf('order', wanted)),
    seenIssues(ctx, idsOf('issue', wanted)),
  ]);
  const heard = [
    ...plain,
    ...orders.map((id) => `order:${id}`),
    ...issues.map((id) => `issue:${id}`),
  ];
  const foreign = wanted.filter((topic) => !/^(desk|alarm):/.test(topic) && !heard.includes(topic));
  refuseUnless(foreign.length === 0, 'desk.not-heard', {
    count: foreign.length,
    topics: foreign.join(' '),
  });
  return heard;
}

function isPlain(actor: Actor, topic: string): boolean {
  const [kind = '', name = ''] = topic.split(/:(.*)/s);
  switch (kind) {
    case 'desk':
      return hearsDesk(actor, name);
    case 'alarm':
      return actor.has('intake.receive') || actor.has('dispatch.send');
    case 'inbox':
      return name !== '' && name === actor.accountId;
    case 'warnings':
      return name === '' && actor.has('warnings.read');
    case 'problems':
      return name === '' && actor.has('problems.read');
    case 'indicators':
      return name === '' && actor.has('indicators.read');
    case 'auto-dispatch':
      return name === '' && actor.has('auto-dispatch.read');
    case 'data-sharing':
      return name === '' && actor.has('sharing.read');
    case 'handouts':
      return name === '' && actor.has('intake.receive');
    case 'upkeep':
      return name === '' && actor.has('upkeep.read');
    case 'media':
      return name === '' && actor.has('media.read');
    case 'regulations':
      return name === '' && actor.has('regulations.read');
    case 'retention':
      return name === '' && actor.has('retention.read');
    case 'briefs':
      return name === '' && actor.has('briefs.read');
    case 'campaigns':
      return name === '' && actor.has('campaigns.read');
    case 'nodes':
      return name === '' && actor.has('nodes.read');
    case 'foresight':
      return name === '' && actor.has('foresight.read');
    case 'emergency':
      return name === '' && actor.has('emergency.read');
    case 'clues':
      return name === '' && (actor.has('clues.read') || actor.has('clues.handle'));
    case 'ledgers':
      return name === '' && (actor.has('ledgers.lead') || actor.has('ledgers.work'));
    case 'exchange':
      return name === '' && actor.has('exchange.read');
    case 'releases':
      return name === '' && actor.has('release.read');
    case 'learning':
      return name === '' && actor.has('learning.read');
    case 'letters':
      return name === '' && (actor.has('letters.write') || actor.has('letters.receive'));
    case 'visits':
      return name === '' && (actor.has('visits.ask') || actor.has('visits.do'));
    case 'meetings':
      return name === '' && (actor.has('meetings.plan') || actor.has('meetings.attend'));
    case 'tasks':
      return name === '' && (actor.has('tasks.give') || actor.has('tasks.work'));
    case 'supervision':
      return name === '' && (actor.has('supervision.read') || actor.has('handling.work'));
    case 'deferrals':
      return name === '' && (actor.has('deferrals.decide') || actor.has('handling.work'));
    case 'false-completions':
      return (
        name === '' &&
        (actor.has('call-back.judge') || actor.has('call-back.do') || actor.has('handling.work'))
      );
    case 'conduct':
      return name === '' && (actor.has('conduct.approve') || actor.has('telephony.use'));
    case 'guidance':
      return name === '' && actor.has('guidance.check');
    case 'contests':
      return (
        name === '' &&
        (actor.has('call-back.judge') ||
          actor.has('call-back.judge-county') ||
          actor.has('call-back.judge-last'))
      );
    case 'call':
      return actor.has('telephony.use');
    case 'unit':
      return hearsUnit(actor, name);
    default:
      return false;
  }
}

function hearsDesk(actor: Actor, name: string): boolean {
  if (name === 'calls') return actor.has('telephony.use');
  const desk = desks.find((known): known is Desk => known === name);
  return desk !== undefined && (actor.has('today.read') || seesDesk(actor, desk));
}

function hearsUnit({ unitPath, scope, has }: Actor, path: string): boolean {
  if (scope === 'all') return has('orders.read');
  return scope !== 'none' && unitPath !== null && `${path}/`.startsWith(`${unitPath}/`);
}

const idsOf = (kind: 'order' | 'issue', wanted: readonly string[]): string[] =>
  wanted
    .filter((topic) => topic.startsWith(`${kind}:`))
    .map((topic) => topic.slice(kind.length + 1))
    .filter((id) => idForm.test(id));

const seen = (ctx: Context, among: readonly string[] | null) =>
  readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .where('o.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor, among));

async function seenOrders(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await seen(ctx, ids)
    .select('o.id')
    .where('o.id', 'in', [...ids])
    .execute();
  return rows.map(({ id }) => id);
}

/** An issue is followed by whoever sees one of its orders. */
async function seenIssues(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await seen(ctx, null)
    .select('o.issue_id')
    .distinct()
    .where('o.issue_id', 'in', [...ids])
    .execute();
  return rows.map(({ issue_id }) => issue_id);
}
