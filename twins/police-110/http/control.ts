import { z } from 'zod';
import { moveStoryTime, storyTime } from '../clock.ts';
import type { Settings } from '../settings.ts';
import { caseOf, casesBefore } from '../store/cases.repo.ts';
import type { Store } from '../store/database.ts';
import { deadReceived, receivedOfCase } from '../store/received.repo.ts';
import { countUnsent, sendAgainNow, sentOfCase, unsent } from '../store/sent.repo.ts';
import { readSetting, writeSetting } from '../store/settings.repo.ts';
import { allShares } from '../store/shares.repo.ts';
import { bodies, outcomes, stages } from '../wire/envelope.ts';
import { Refused } from '../wire/refused.ts';
import { autoMode, autoModes } from '../work/auto.ts';
import { reconcile } from '../work/reconcile.ts';
import { askShare, decideShare, stateOf as stateOfShare, takeRows } from '../work/shares.ts';
import { giveUp, handOver, passOn, write } from '../work/write.ts';

/** What a person does on the pages and a story does by program: the same words, checked once. */
export const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept'), note: z.string().max(4000).optional() }),
  z.object({
    kind: z.literal('return'),
    reasonCode: z.string().max(200),
    reason: z.string().min(1),
  }),
  z.object({ kind: z.literal('progress'), stage: z.enum(stages), words: z.string().min(1) }),
  z.object({ kind: z.literal('result'), outcome: z.enum(outcomes), words: z.string().min(1) }),
  z.object({ kind: z.literal('supplement'), words: z.string().min(1) }),
  z.object({ kind: z.literal('urge'), words: z.string().min(1) }),
  z.object({ kind: z.literal('withdraw'), reason: z.string().min(1) }),
]);
export type Act = z.infer<typeof act>;

export interface Desk {
  readonly store: Store;
  readonly settings: Settings;
}

export function doOnCase({ store, settings }: Desk, number: string, said: Act) {
  const at = storyTime(store);
  const { ownCode } = settings;
  switch (said.kind) {
    case 'accept': {
      const { note } = said;
      const body = note === undefined ? { number } : { number, note };
      return write(store, ownCode, number, { kind: 'accept', body });
    }
    case 'progress':
      return write(store, ownCode, number, { kind: 'progress', body: { ...said, at } });
    case 'result':
      return write(store, ownCode, number, { kind: 'result', body: { ...said, at } });
    case 'return':
      return write(store, ownCode, number, { kind: 'return', body: said });
    case 'supplement':
      return write(store, ownCode, number, { kind: 'supplement', body: said });
    case 'urge':
      return write(store, ownCode, number, { kind: 'urge', body: said });
    case 'withdraw':
      return write(store, ownCode, number, { kind: 'withdraw', body: said });
    default:
      return said satisfies never;
  }
}

/** 断开/恢复连接: nothing goes out and nothing is let in; what waits goes at once when the way is open again. */
export function cutLink({ store }: Desk, isCut: boolean): void {
  writeSetting(store, 'link-cut', isCut ? 'yes' : 'no');
  if (!isCut) sendAgainNow(store, null);
}

const wishes = {
  link: z.object({ cut: z.boolean() }),
  auto: z.object({ mode: z.enum(autoModes) }),
  clock: z.object({ to: z.iso.datetime({ offset: true }) }),
};

/** 申请数据共享, and what may be decided about one. */
export const shareWish = z.object({
  purpose: z.string().min(4),
  fields: z.array(z.string()).min(1),
  gives: z.enum(['asker', 'asked']),
  until: z.iso.datetime({ offset: true }),
});
export const shareActs = z.enum(['approve', 'refuse', 'revoke']);

/** A transfer, and by `via` what it is said to have passed. */
const given = bodies.transfer
  .extend({ via: z.array(z.string()).default([]) })
  .transform(({ via, ...transfer }) => ({ transfer, via }));

/** The address a story drives the pretend 110 by; loopback only, no part of the protocol. */
export async function control(desk: Desk, route: string, body: unknown): Promise<unknown> {
  const { store, settings } = desk;
  const [method = '', name = '', key = '', verb = ''] = route.split(/[ /]+/);
  switch (`${method} ${name}${verb === '' ? '' : ` ${verb}`}`) {
    case 'GET cases':
      return key === '' ? listed(desk) : shown(desk, key);
    case 'POST cases':
      return handOver(store, settings.ownCode, given.parse(body));
    case 'POST cases pass-on':
      return passOn(store, settings.ownCode, key);
    case 'POST cases act':
      return doOnCase(desk, key, act.parse(body));
    case 'POST link':
      cutLink(desk, wishes.link.parse(body).cut);
      return stateOf(desk);
    case 'POST auto':
      writeSetting(store, 'auto', wishes.auto.parse(body).mode);
      return stateOf(desk);
    case 'POST clock':
      moveStoryTime(store, wishes.clock.parse(body).to);
      return stateOf(desk);
    case 'POST sent again':
      sendAgainNow(store, key);
      return stateOf(desk);
    case 'POST sent give-up':
      giveUp(store, settings.ownCode, key);
      return stateOf(desk);
    case 'GET shares':
      return {
        rows: allShares(store).map((share) => ({ ...share, state: stateOfShare(store, share) })),
      };
    case 'POST shares':
      return askShare(store, settings, shareWish.parse(body));
    case 'POST shares approve':
    case 'POST shares refuse':
    case 'POST shares revoke':
      return decideShare(store, settings, { id: key, act: shareActs.parse(verb) });
    case 'POST shares take':
      return takeRows(store, settings, key);
    case 'GET state':
      return stateOf(desk);
    case 'GET days':
      return await reconcile(store, settings, key);
    default:
      throw new Refused(404, 'path', '没有这个地址。');
  }
}

const pageRows = 500;

function listed({ store }: Desk) {
  return { rows: casesBefore(store, { before: '~', state: '', limit: pageRows }) };
}

function shown({ store }: Desk, number: string) {
  const item = caseOf(store, number);
  if (item === null) throw new Refused(404, 'unknown-case', '没有这件警单。');
  return { case: item, received: receivedOfCase(store, number), sent: sentOfCase(store, number) };
}

export function stateOf({ store }: Desk) {
  return {
    isCut: readSetting(store, 'link-cut') === 'yes',
    auto: autoMode(store),
    now: storyTime(store),
    unsent: countUnsent(store),
    stuck: deadReceived(store).length,
    waiting: unsent(store).map(({ id, number, kind, state, attempts, error }) => ({
      id,
      number,
      kind,
      state,
      attempts,
      error,
    })),
  };
}
