import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Runtime } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import type { OidcBeginning } from '../../ports/directory/index.ts';

const name = 'minsheng-oidc';
const minutes = 10;
const kept = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  at: z.number(),
});

/**
 * What began a sign-in waits in the browser that began it, sealed: nobody else's browser ends it. Lax, for the way back
 * is a step from the provider's site to ours.
 */
export function beginningCookie(runtime: Runtime, beginning: OidcBeginning): string {
  const { state, nonce, verifier } = beginning;
  const at = runtime.clock.now().getTime();
  const sealed = encrypt(runtime.keys, JSON.stringify({ state, nonce, verifier, at }));
  return cookie(runtime, sealed.toString('base64url'), minutes * 60);
}

export const endedCookie = (runtime: Runtime): string => cookie(runtime, '', 0);

function cookie({ site }: Runtime, value: string, seconds: number): string {
  const secure = site.origin.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/api/directory; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/** Refuses `directory.begun-elsewhere`. */
export function beginningOf(request: FastifyRequest, runtime: Runtime): OidcBeginning {
  const sealed = request.headers.cookie
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const found = sealed ? opened(runtime, sealed) : null;
  if (!found || runtime.clock.now().getTime() - found.at > minutes * 60_000)
    throw new Refusal('directory.begun-elsewhere');
  return found;
}

function opened({ keys }: Runtime, sealed: string): z.output<typeof kept> | null {
  try {
    return kept.parse(JSON.parse(decrypt(keys, Buffer.from(sealed, 'base64url'))));
  } catch {
    // Not ours, or cut: the same as none.
    return null;
  }
}
