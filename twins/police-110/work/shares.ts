import { randomUUID } from 'node:crypto';
import { storyTime } from '../clock.ts';
import { casesAfter } from '../store/cases.repo.ts';
import type { Store } from '../store/database.ts';
import { insertShare, type Share, saveShare, shareOf } from '../store/shares.repo.ts';
import { refusals } from '../text.ts';
import { Refused } from '../wire/refused.ts';
import { givenPage, type OwnField, ownFields, type ShareSaid } from '../wire/share.ts';
import { ask, type Line } from './peer.ts';

export type ShareState = 'asked' | 'active' | 'expired' | 'refused' | 'revoked';

/** 状态: it holds once both have approved, until its end. */
export function stateOf(store: Store, { ended, until_at, ours, theirs }: Share): ShareState {
  if (ended !== '') return ended;
  if (Date.parse(until_at) <= Date.parse(storyTime(store))) return 'expired';
  return ours === 'yes' && theirs === 'yes' ? 'active' : 'asked';
}

/** 12345 asks, approves, refuses or revokes. */
export function hearShare(store: Store, said: ShareSaid): { id: string; state: ShareState } {
  if (said.act === 'ask') {
    const giver = said.gives === 'asked' ? 'us' : 'them';
    const unknown = said.fields.find((field) => !ownFields.some((own) => own === field));
    if (giver === 'us' && unknown !== undefined)
      throw new Refused(422, 'field', refusals.noField(unknown), { field: 'fields' });
    insertShare(store, {
      ...{ id: said.id, asker: 'them', giver, purpose: said.purpose, fields: said.fields },
      ...{ until_at: said.until, ours: 'no', theirs: 'yes', ended: '', cursor: '', taken: 0 },
    });
  }
  const share = held(store, said.id);
  if (said.act === 'approve') saveShare(store, { ...share, theirs: 'yes' });
  if (said.act === 'refuse') saveShare(store, { ...share, ended: 'refused' });
  if (said.act === 'revoke') saveShare(store, { ...share, ended: 'revoked' });
  return { id: said.id, state: stateOf(store, held(store, said.id)) };
}

const pageRows = 100;

/** 提供: cases after the cursor, with the fields agreed. */
export function giveRows(store: Store, id: string, after: string) {
  const share = held(store, id);
  if (share.giver !== 'us') throw new Refused(404, 'share', refusals.noShare);
  const state = stateOf(store, share);
  if (state !== 'active')
    throw new Refused(403, 'share-ended', refusals.shareNotActive, { more: { value: state } });
  const cases = casesAfter(store, after, pageRows);
  const rows = cases.map((item) => {
    const all: Record<OwnField, string> = {
      number: item.number,
      state: item.state,
      openedAt: item.opened_at,
      changedAt: item.changed_at,
    };
    const wanted = ownFields.filter((field) => share.fields.includes(field));
    return Object.fromEntries(wanted.map((field) => [field, all[field]]));
  });
  const next = cases.at(-1)?.number ?? after;
  saveShare(store, { ...share, taken: share.taken + rows.length });
  return { batch: randomUUID(), rows, next, more: cases.length === pageRows };
}

export interface Wish {
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly gives: 'asker' | 'asked';
  readonly until: string;
}

/** 向12345申请. */
export async function askShare(store: Store, line: Line, wish: Wish): Promise<Share> {
  const id = randomUUID();
  await told(line, { act: 'ask', id, ...wish, fields: [...wish.fields] });
  insertShare(store, {
    ...{ id, asker: 'us', giver: wish.gives === 'asker' ? 'us' : 'them', purpose: wish.purpose },
    ...{ fields: [...wish.fields], until_at: wish.until, ours: 'yes', theirs: 'no' },
    ...{ ended: '', cursor: '', taken: 0 },
  });
  return held(store, id);
}

export async function decideShare(
  store: Store,
  line: Line,
  { id, act }: { id: string; act: 'approve' | 'refuse' | 'revoke' },
): Promise<Share> {
  held(store, id);
  await told(line, { act, id });
  // As it is by now: the other side may have ended it while it was asked.
  const share = held(store, id);
  if (act === 'approve') saveShare(store, { ...share, ours: 'yes' });
  else saveShare(store, { ...share, ended: act === 'refuse' ? 'refused' : 'revoked' });
  return held(store, id);
}

/** 取一批: from where the last one ended. */
export async function takeRows(store: Store, line: Line, id: string) {
  const share = held(store, id);
  const heard = await ask(
    line,
    'GET',
    `/shares/${id}/rows?after=${encodeURIComponent(share.cursor)}`,
    '',
  );
  if (heard.kind === 'unheard') throw new Refused(502, 'unheard', heard.why);
  if (heard.status !== 200) throw new Refused(heard.status, 'share', JSON.stringify(heard.body));
  const page = givenPage.parse(heard.body);
  const now = held(store, id);
  saveShare(store, { ...now, cursor: page.next, taken: now.taken + page.rows.length });
  return page;
}

async function told(line: Line, said: ShareSaid): Promise<void> {
  const heard = await ask(line, 'POST', '/shares', JSON.stringify(said));
  if (heard.kind === 'unheard') throw new Refused(502, 'unheard', heard.why);
  if (heard.status !== 200) throw new Refused(heard.status, 'share', JSON.stringify(heard.body));
}

function held(store: Store, id: string): Share {
  const share = shareOf(store, id);
  if (share === null) throw new Refused(404, 'share', refusals.noShare);
  return share;
}
