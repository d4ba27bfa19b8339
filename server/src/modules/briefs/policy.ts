import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Brief } from './briefs.repo.ts';

export const mayWrite = (actor: Actor): Decision =>
  allowIf(actor.has('briefs.write'), 'identity.not-permitted');

const isDraft = ({ state }: Pick<Brief, 'state'>): Decision =>
  all(
    allowIf(state !== 'making', 'briefs.making'),
    allowIf(state === 'drafting', 'briefs.settled'),
  );

export const mayChange = (actor: Actor, brief: Pick<Brief, 'state'>): Decision =>
  all(mayWrite(actor), isDraft(brief));

/** 签发: another person than any whose words stand in it. */
export const maySign = (
  actor: Actor,
  brief: Pick<Brief, 'state' | 'written_by' | 'writers'>,
): Decision =>
  all(
    allowIf(actor.has('briefs.sign'), 'identity.not-permitted'),
    isDraft(brief),
    allowIf(
      actor.accountId === null ||
        ![brief.written_by, ...Object.values(brief.writers)].includes(actor.accountId),
      'briefs.own-words',
    ),
  );

/** 作废: a draft by whoever writes, a signed one by whoever signs. */
export const mayWithdraw = (actor: Actor, { state }: Pick<Brief, 'state'>): Decision =>
  all(
    allowIf(
      actor.has(state === 'signed' ? 'briefs.sign' : 'briefs.write'),
      'identity.not-permitted',
    ),
    allowIf(state !== 'withdrawn', 'briefs.settled'),
  );

/** 录入批示: of what leaders have been given. */
export const mayNote = (actor: Actor, { state }: Pick<Brief, 'state'>): Decision =>
  all(
    mayWrite(actor),
    allowIf(actor.has('tasks.give'), 'identity.not-permitted'),
    allowIf(state === 'signed', 'briefs.not-signed'),
  );
