import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { sentenceOf } from '../../platform/http-errors.ts';
import { Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import {
  type DirectoryPerson,
  DirectorySilent,
  type LdapDirectory,
} from '../../ports/directory/index.ts';
import { accountById, lockAccount } from '../identity/index.ts';
import { type Comparison, insertComparison } from './comparisons.repo.ts';
import { type Linked, linkedOf, updateLinked } from './people.repo.ts';
import { groupRights } from './rights-of.ts';
import { type TakenOver, takeOver } from './take-over.ts';

type Did = { -readonly [Fact in keyof Omit<Comparison, 'at'>]: Comparison[Fact] };
type Told = Comparison['refused'][number];

const mostTold = 50;
/** More than these at once, and more than a tenth of all, is a directory that lost its people rather than people who left. */
const fewGone = 5;
const greatestShare = 0.1;

const text = {
  silent: '单位目录没有回应,这次没有比对。',
  partly:
    '单位目录不肯一次给出全部人员,这次没有比对。请目录管理员放宽查询账号能取的条数(OpenLDAP 默认 500 条)。',
  unknown: '单位目录不认查询账号或它的密码,这次没有比对。请核对设置。',
  empty: '单位目录里一个人也没有,可能是目录或设置有误,这次没有停用任何账号。',
  manyGone: (gone: number, all: number) =>
    `已关联的 ${all} 个账号中有 ${gone} 个在单位目录里找不到,可能是目录或设置有误,没有停用;请核对后逐个处理。`,
};

/**
 * 目录比对: whoever stands in the directory and may work here has an account, one that follows its groups; whoever
 * stands there no more is locked out. Each person in a transaction of their own; what it did is kept.
 */
export async function compareWith(runtime: Runtime, ldap: LdapDirectory): Promise<void> {
  const did: Did = {
    seen: 0,
    made: 0,
    changed: 0,
    shut: 0,
    reopened: 0,
    refused: [],
    refused_count: 0,
    fault: null,
  };
  const inOne = <T>(work: (ctx: Context) => Promise<T>) => transact(runtime, systemActor, work);
  const people = await ldap.people().catch((error) => {
    if (error instanceof DirectorySilent) return whyNot(error);
    throw error;
  });
  if (typeof people === 'string') did.fault = people;
  else if (people.length === 0) did.fault = text.empty;
  else {
    did.seen = people.length;
    const told: Told[] = [];
    for (const person of people) {
      // A directory of a whole city holds thousands who never work here.
      const mayWork = groupRights(runtime.ports.directory, person) !== null;
      if (mayWork) count(did, await takenOver(inOne, person, told));
    }
    did.refused = told.slice(0, mostTold);
    did.refused_count = told.length;
    await shutOut(inOne, people, did);
  }
  await inOne((ctx) => insertComparison(ctx, did));
}

/** By the names of the protocol (RFC 4511). */
function whyNot({ message }: DirectorySilent): string {
  if (message === 'SizeLimitExceededError') return text.partly;
  return message === 'InvalidCredentialsError' ? text.unknown : text.silent;
}

type InOne = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

async function takenOver(
  inOne: InOne,
  person: DirectoryPerson,
  told: Told[],
): Promise<TakenOver['did']> {
  try {
    return (await inOne((ctx) => takeOver(ctx, 'ldap', person))).did;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    told.push({ directoryLogin: person.login, why: sentenceOf(error) });
    return 'nothing';
  }
}

function count(did: Did, what: TakenOver['did']): void {
  if (what !== 'nothing') did[what] += 1;
}

/** 停用: who is gone, or belongs to none of our groups any more and has an account that was made for them. */
async function shutOut(inOne: InOne, people: readonly DirectoryPerson[], did: Did): Promise<void> {
  const { gone, all } = await inOne((ctx) => missing(ctx, people));
  if (gone.length > Math.max(fewGone, all * greatestShare)) {
    did.fault = text.manyGone(gone.length, all);
    return;
  }
  for (const one of gone) {
    try {
      if (await inOne((ctx) => shut(ctx, one))) did.shut += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const why = sentenceOf(error);
      did.refused = [...did.refused, { directoryLogin: one.login, why }].slice(-mostTold);
      did.refused_count += 1;
    }
  }
}

async function missing(ctx: Context, people: readonly DirectoryPerson[]) {
  const known = new Map(people.map((person) => [person.subject, person]));
  const linked = await linkedOf(ctx, 'ldap');
  const met = linked.filter(({ subject, gone_at }) => subject !== null && gone_at === null);
  const isGone = ({ subject, is_made }: Linked): boolean => {
    const person = known.get(subject ?? '');
    return !person || (is_made && groupRights(ctx.ports.directory, person) === null);
  };
  return { gone: met.filter(isGone), all: met.length };
}

/** Answers whether the account was still open. */
async function shut(ctx: Context, { id, account_id }: Linked): Promise<boolean> {
  await updateLinked(ctx, id, { gone_at: ctx.now });
  const account = await accountById(ctx, account_id);
  if (!account || account.locked_at || account.closed_at) return false;
  await lockAccount(ctx, { accountId: account_id });
  return true;
}
