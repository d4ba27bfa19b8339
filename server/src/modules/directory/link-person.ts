import type { directory } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountsByIds, holdAccount } from '../identity/index.ts';
import { insertLinked, isSpokenFor, linkedAfter, linkedById, removeLinked } from './people.repo.ts';

const done = { done: true } as const;

/** 关联: an account that is here is signed in with from outside, with the rights it has. */
export async function linkPerson(
  ctx: Context,
  { accountId, source, directoryLogin }: InputOf<typeof directory.link>,
): Promise<ReplyOf<typeof directory.link>> {
  refuseUnless(ctx.ports.directory[source], 'directory.not-set');
  const account = await holdAccount(ctx, accountId);
  const wanted = { source, accountId, login: directoryLogin };
  refuseUnless(!(await isSpokenFor(ctx, wanted)), 'directory.linked-already');
  await insertLinked(ctx, {
    source,
    login: directoryLogin,
    subject: null,
    issuer: '',
    account_id: account.id,
    is_made: false,
    seen_at: null,
  });
  // Who may sign in as whom: the audit log has to know.
  Object.assign(ctx.unitOfWork.facts, { accountId, source });
  return done;
}

/** 解除关联: the account stays, and so does what its person did. */
export async function unlinkPerson(
  ctx: Context,
  { personId }: InputOf<typeof directory.unlink>,
): Promise<ReplyOf<typeof directory.unlink>> {
  const linked = await linkedById(ctx, personId);
  refuseUnless(linked, 'directory.no-such-person');
  await removeLinked(ctx, linked.id);
  Object.assign(ctx.unitOfWork.facts, { accountId: linked.account_id });
  return done;
}

const pageRows = 50;
const shownCap = 1000;

export async function listPeople(
  ctx: Context,
  { cursor }: InputOf<typeof directory.listPeople>,
): Promise<ReplyOf<typeof directory.listPeople>> {
  const found = await linkedAfter(ctx, { after: cursor ?? null, limit: pageRows + 1 });
  const shown = found.slice(0, pageRows);
  const accounts = await accountsByIds(
    ctx,
    shown.map(({ account_id }) => account_id),
  );
  return {
    rows: shown.flatMap((person) => {
      const account = accounts.get(person.account_id);
      if (!account) return [];
      return {
        personId: person.id,
        source: person.source,
        directoryLogin: person.login,
        accountId: account.id,
        accountLogin: account.login,
        accountName: account.name,
        isMade: person.is_made,
        seenAt: person.seen_at?.toISOString() ?? null,
        goneAt: person.gone_at?.toISOString() ?? null,
      };
    }),
    next: found.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
    shownCap,
  };
}
