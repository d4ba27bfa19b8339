import { handoutsPublic as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { type Entry, findEntry, isExpired, isPublic } from '../knowledge/index.ts';
import { opens, readToken } from './handout-token.ts';
import { countOpening, type Handout, lockHandout } from './handouts.repo.ts';
import { digestOfEntry, subjectOf } from './send-handout.ts';

type Reply = ReplyOf<typeof contract.openHandout>;

/**
 * 打开答复链接: the answer as it stands now, by whoever has the link. A wrong key and an unknown link are refused alike
 * (`handouts.no-such-link`); of an answer that holds no more only the title is said.
 */
export async function openHandout(
  ctx: Context,
  { token }: InputOf<typeof contract.openHandout>,
): Promise<Reply> {
  const opener = readToken(token);
  const handout = opener && (await lockHandout(ctx, opener.id));
  refuseUnless(handout && opens(opener, handout.key_hash), 'handouts.no-such-link');
  refuseUnless(handout.expires_at > ctx.now, 'handouts.link-over');
  await keepOpening(ctx, handout);
  return viewOf(ctx, handout, await findEntry(ctx, handout.entry_code));
}

async function keepOpening(ctx: Context, handout: Handout): Promise<void> {
  await countOpening(ctx, handout.id);
  if (handout.opened_at !== null) return;
  const about = { orderId: handout.order_id, callId: handout.call_id };
  tell(ctx, subjectOf(about), 'handouts.opened', { handout: handout.id });
  announce(ctx, 'handouts');
}

function viewOf(ctx: Context, handout: Handout, entry: Entry | null): Reply {
  const { title } = handout;
  if (entry === null || !isPublic(entry)) return { ...nothing, title, state: 'withdrawn' };
  if (isExpired(ctx, entry))
    return { ...nothing, title, state: 'expired', validUntil: entry.validUntil };
  return {
    state: digestOfEntry(entry).equals(handout.digest) ? 'valid' : 'changed',
    title: entry.title,
    answer: entry.answer,
    owner: entry.ownerName,
    basis: entry.basis,
    validUntil: entry.validUntil,
    isExample: entry.mark === 'invented',
    forms: entry.forms.map(({ title: name, bring }, index) => ({
      title: name,
      bring,
      path: contract.formPathOf(entry.code, index + 1),
    })),
    links: entry.links,
  };
}

const nothing = {
  answer: '',
  owner: '',
  basis: '',
  validUntil: null,
  isExample: false,
  forms: [],
  links: [],
};
