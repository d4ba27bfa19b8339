import type { Narrowing } from '@minsheng/contract/words/accounts.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Runtime, Site } from '../../platform/context.ts';
import type { Account } from './accounts.repo.ts';
import { linkActor, staffActor } from './actor-of.ts';
import { browserOf } from './browser-of.ts';
import { isForeign } from './foreign-page.ts';
import { shortNetworkOf } from './network-of.ts';
import { digestOf } from './sessions.repo.ts';
import type { ChosenRules } from './sign-in-rules.repo.ts';
import { rulesFrom } from './sign-in-rules.ts';
import { factorDueOf } from './staff-session.ts';

const cookieName = 'minsheng';
/** How long a session is believed without asking again; signing out drops it at once in this process. */
const believedMs = 3000;
const notedMs = 60_000;

interface Believed {
  actor: Actor | null;
  untilMs: number;
}
const believedByProgram = new WeakMap<Runtime, Map<string, Believed>>();

/** The token of a request: a bearer header, or the console's cookie with the header only our own pages send. */
export function tokenOf(request: FastifyRequest, site: Site): string | null {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  const cookie = request.headers.cookie
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${cookieName}=`));
  const token = cookie?.slice(cookieName.length + 1) ?? null;
  // A foreign page can send our cookie but not our header.
  const isOurs = request.method === 'GET' || request.headers['x-minsheng'] === '1';
  return token && isOurs && !isForeign(request, site) ? token : null;
}

/** 身份: who sent a request, by the digest of their token; null when nobody says, or the session is over. */
export async function resolveActor(
  request: FastifyRequest,
  runtime: Runtime,
): Promise<Actor | null> {
  const token = tokenOf(request, runtime.site);
  if (!token) return null;
  const digest = digestOf(token);
  const key = digest.toString('hex');
  const nowMs = runtime.clock.now().getTime();
  const believed = believedByProgram.get(runtime) ?? new Map<string, Believed>();
  believedByProgram.set(runtime, believed);
  const known = believed.get(key);
  if (known && nowMs < known.untilMs && nowMs >= known.untilMs - believedMs) return known.actor;
  const actor = await readActor(runtime, digest, request);
  if (believed.size > 5000) believed.clear();
  believed.set(key, { actor, untilMs: nowMs + believedMs });
  return actor;
}

export function forget(request: FastifyRequest, runtime: Runtime): void {
  const token = tokenOf(request, runtime.site);
  if (token) believedByProgram.get(runtime)?.delete(digestOf(token).toString('hex'));
}

interface SessionRow {
  kind: string;
  session_id: string;
  account_id: string | null;
  order_id: string | null;
  roles: Role[] | null;
  is_outsourced: boolean | null;
  narrowed_to: Narrowing | null;
  password_from: Account['password_from'] | null;
  factor_at: Date | null;
  is_bound: boolean;
  used_at: Date | null;
  last_at: Date;
  unit_code: string | null;
  path: string | null;
  area: string | null;
  rules: ChosenRules | null;
  is_demo: boolean;
}

async function readActor(
  runtime: Runtime,
  digest: Buffer,
  request: FastifyRequest,
): Promise<Actor | null> {
  const now = runtime.clock.now();
  const row = await readSession(runtime, digest, now);
  if (!row) return null;
  if (row.kind === 'link')
    return row.order_id && row.unit_code
      ? linkActor({ orderId: row.order_id, unitCode: row.unit_code, unitPath: row.path })
      : null;
  if (!row.account_id || !row.roles) return null;
  const rules = rulesFrom(row.rules, row.is_demo);
  // 闲置超时.
  if (now.getTime() - row.last_at.getTime() >= rules.idleMinutes * 60_000) return null;
  const isNoted = row.used_at !== null && now.getTime() - row.used_at.getTime() < notedMs;
  if (!isNoted) await noteUse(runtime, digest, request);
  const known = { roles: row.roles, isBound: row.is_bound, factorAt: row.factor_at };
  return staffActor({
    accountId: row.account_id,
    roles: row.roles,
    narrowedTo: row.narrowed_to,
    outsourced: row.is_outsourced ?? false,
    passwordIsDue: row.password_from === 'admin',
    factorIsDue: factorDueOf(known, rules),
    sessionId: row.session_id,
    unitCode: row.unit_code,
    unitPath: row.path,
    areaCode: row.area,
  });
}

async function readSession(
  { db, city }: Runtime,
  digest: Buffer,
  now: Date,
): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`/* kept */
    select s.kind, s.id as session_id, s.account_id, s.order_id, s.factor_at, s.used_at,
      coalesce(s.used_at, s.made_at) as last_at,
      a.roles, a.is_outsourced, a.narrowed_to, a.password_from,
      coalesce(a.unit_code, s.unit_code) as unit_code, u.path, u.area,
      f.bound_at is not null as is_bound,
      case when r.city_id is not null then to_jsonb(r) end as rules,
      r.city_id is null and exists (
        select from identity.account as d
        where d.city_id = ${city.cityId} and d.password_from = 'demo'
          and d.locked_at is null and d.closed_at is null) as is_demo
    from identity.session as s
    left join identity.account as a
      on a.city_id = s.city_id and a.id = s.account_id and a.locked_at is null and a.closed_at is null
    left join identity.second_factor as f on f.city_id = s.city_id and f.account_id = s.account_id
    left join identity.sign_in_rules as r on r.city_id = s.city_id
    left join organisation.unit as u
      on u.city_id = s.city_id and u.code = coalesce(a.unit_code, s.unit_code)
    where s.token_hash = ${digest} and s.city_id = ${city.cityId}
      and s.ended_at is null and s.expires_at > ${now}`.execute(db.kysely);
  return rows[0] ?? null;
}

/** 最近使用: once a minute at most; where from as far as its person needs to know it again. */
async function noteUse(
  { db, city, clock }: Runtime,
  digest: Buffer,
  { ip, headers }: FastifyRequest,
): Promise<void> {
  const now = clock.now();
  await sql`
    update identity.session
    set used_at = ${now}, used_by = ${browserOf(headers['user-agent'] ?? '')},
      used_from = ${shortNetworkOf(ip)}
    where token_hash = ${digest} and city_id = ${city.cityId}
      and (used_at is null or used_at <= ${new Date(now.getTime() - notedMs)})`.execute(db.kysely);
}

/** Roles changed: everybody is asked anew. Other processes do so within seconds. */
export function forgetAll(runtime: Runtime): void {
  believedByProgram.delete(runtime);
}

/** Lives for a span, not until an instant: the browser's clock need not be ours. */
export function cookieFor({ origin }: Site, token: string, seconds: number): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
}

/** As long as the session itself lives. */
export function sessionCookie(
  { site, clock }: Runtime,
  { token, expiresAt }: { token: string; expiresAt: string },
): string {
  const seconds = Math.round((Date.parse(expiresAt) - clock.now().getTime()) / 1000);
  return cookieFor(site, token, seconds);
}

export const expiredCookie = (site: Site): string => cookieFor(site, '', 0);
