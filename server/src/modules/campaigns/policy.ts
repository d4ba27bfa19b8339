import type { EntryState } from '@minsheng/contract/words/campaigns.ts';
import { entryStateLabel, entrySteps } from '@minsheng/contract/words/campaigns.ts';
import type { Permission } from '@minsheng/contract/words/roles.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Campaign } from './campaigns.repo.ts';

const may = (actor: Actor, permission: Permission): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const runs = ({ state }: Pick<Campaign, 'state'>): Decision =>
  allowIf(state === 'running', 'campaigns.closed');

/** 看专题: also what is exported of it. */
export const mayRead = (actor: Actor): Decision => may(actor, 'campaigns.read');

/** 选题、开题、结束. */
export const mayLead = (actor: Actor): Decision => may(actor, 'campaigns.lead');

/** 排序选题: the analyst prepares, the director picks. */
export const mayRank = (actor: Actor): Decision => may(actor, 'campaigns.work');

/** 清单: gather, accept, split, merge, take out. */
export const mayWork = (actor: Actor, campaign: Pick<Campaign, 'state'>): Decision =>
  all(may(actor, 'campaigns.work'), runs(campaign));

export const mayClose = (actor: Actor, campaign: Pick<Campaign, 'state'>): Decision =>
  all(mayLead(actor), runs(campaign));

/** 下一步: what may follow a state; merging and splitting are acts of their own. */
export const isStep = (from: EntryState, to: EntryState): Decision =>
  allowIf(entrySteps[from].includes(to), 'campaigns.not-a-step', {
    from: entryStateLabel[from],
    to: entryStateLabel[to],
  });

/** 签认、签发: what leaves the centre. */
export const maySign = (actor: Actor): Decision => may(actor, 'campaigns.sign');

/** 双人: whoever wrote the words does not sign that nobody is named in them. */
export const maySignRedaction = (actor: Actor, writtenBy: string | null): Decision =>
  all(
    maySign(actor),
    allowIf(writtenBy === null || writtenBy !== actor.accountId, 'campaigns.own-words'),
  );
