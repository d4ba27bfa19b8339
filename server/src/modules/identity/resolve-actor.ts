import type { Narrowing } from '@minsheng/contract/words/accounts.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Runtime, Site } from '../../platform/context.ts';
import type { Account } from './accounts.repo.ts';
import { linkActor, staffActor } from './actor-of.ts';
import { digestOf } from './sessions.repo.ts';

const cookieName = 'minsheng';
/** How long a session is believed without asking again; signing out drops it at once in this process. */
const believedMs = 3000;

interface Believed {
  actor: Actor | null;
  untilMs: number;
}
const believedByProgram = new WeakMap<Runtime, Map<string, Believed>>();

/** The token of a request: a bearer header, or the console's cookie with the header only our own pages send. */
export function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  const cookie = request.headers.cookie
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${cookieName}=`));
  const token = cookie?.slice(cookieName.length + 1) ?? null;
  // A foreign page can send our cookie but not our header.
  const isOurs = request.method === 'GET' || request.headers['x-minsheng'] === '1';
  return token && isOurs ? token : null;
}

/** 身份: who sent a request, by the digest of their token; null when nobody says, or the session is over. */
export async function resolveActor(
  request: FastifyRequest,
  runtime: Runtime,
): Promise<Actor | null> {
  const token = tokenOf(request);
  if (!token) return null;
  const digest = digestOf(token);
  const key = digest.toString('hex');
  const nowMs = runtime.clock.now().getTime();
  const believed = believedByProgram.get(runtime) ?? new Map<string, Believed>();
  believedByProgram.set(runtime, believed);
  const known = believed.get(key);
  if (known && nowMs < known.untilMs && nowMs >= known.untilMs - believedMs) return known.actor;
  const actor = await readActor(runtime, digest, runtime.clock.now());
  if (believed.size > 5000) believed.clear();
  believed.set(key, { actor, untilMs: nowMs + believedMs });
  return actor;
}

export function forget(request: FastifyRequest, runtime: Runtime): void {
  const token = tokenOf(request);
  if (token) believedByProgram.get(runtime)?.delete(digestOf(token).toString('hex'));
}

interface SessionRow {
  kind: string;
  account_id: string | null;
  order_id: string | null;
  roles: Role[] | null;
  is_outsourced: boolean | null;
  narrowed_to: Narrowing | null;
  password_from: Account['password_from'] | null;
  unit_code: string | null;
  path: string | null;
  area: string | null;
}

async function readActor(runtime: Runtime, digest: Buffer, now: Date): Promise<Actor | null> {
  const { rows } = await sql<SessionRow>`/* kept */
    select s.kind, s.account_id, s.order_id, a.roles, a.is_outsourced, a.narrowed_to, a.password_from,
      coalesce(a.unit_code, s.unit_code) as unit_code, u.path, u.area
    from identity.session as s
    left join identity.account as a
      on a.city_id = s.city_id and a.id = s.account_id and a.locked_at is null and a.closed_at is null
    left join organisation.unit as u
      on u.city_id = s.city_id and u.code = coalesce(a.unit_code, s.unit_code)
    where s.token_hash = ${digest} and s.city_id = ${runtime.city.cityId}
      and s.ended_at is null and s.expires_at > ${now}`.execute(runtime.db.kysely);
  const row = rows[0];
  if (!row) return null;
  if (row.kind === 'link')
    return row.order_id && row.unit_code
      ? linkActor({ orderId: row.order_id, unitCode: row.unit_code, unitPath: row.path })
      : null;
  if (!row.account_id || !row.roles) return null;
  return staffActor({
    accountId: row.account_id,
    roles: row.roles,
    narrowedTo: row.narrowed_to,
    outsourced: row.is_outsourced ?? false,
    passwordIsDue: row.password_from === 'admin',
    unitCode: row.unit_code,
    unitPath: row.path,
    areaCode: row.area,
  });
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

export const expiredCookie = (site: Site): string => cookieFor(site, '', 0);
