import * as client from 'openid-client';
import { z } from 'zod';
import {
  type DirectoryPerson,
  DirectoryRefuses,
  DirectorySilent,
  type OidcDirectory,
} from './directory.ts';
import type { OidcSettings } from './settings.ts';

const seconds = 8;

/** The code flow with PKCE, state and nonce (OpenID Connect Core 3.1). What the provider says of itself is asked once it is needed. */
export function oidcDirectory(settings: OidcSettings): OidcDirectory {
  let known: client.Configuration | null = null;
  const configuration = async (): Promise<client.Configuration> => {
    if (known) return known;
    const issuer = new URL(settings.issuer);
    const isPlain = issuer.protocol === 'http:';
    known = await client
      .discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
        timeout: seconds,
        execute: isPlain ? [client.allowInsecureRequests] : [],
      })
      .catch(silent);
    return known;
  };
  return {
    label: settings.label,
    begin: async (back) => {
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ];
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: back,
        scope: settings.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { state, nonce, verifier, address: address.href };
    },
    finish: async (address, { state, nonce, verifier }) => {
      const at = await configuration();
      const tokens = await client
        .authorizationCodeGrant(at, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch(refused);
      const said = tokens.claims();
      if (!said) throw new DirectoryRefuses('no id token');
      const more = at.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(at, tokens.access_token, said.sub).catch(silent)
        : {};
      // `iss` of the signed token is the one that was discovered, or the library had refused it.
      return personOf({ ...said, ...more, iss: said.iss }, settings);
    },
  };
}

const words = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/** Throws `DirectoryRefuses` when a claim without which nobody is known is missing. */
function personOf(claims: Record<string, unknown>, settings: OidcSettings): DirectoryPerson {
  const text = (claim: string): string | null =>
    z.string().min(1).safeParse(claims[claim]).data ?? null;
  const subject = text('sub');
  const login = text(settings.login);
  const issuer = text('iss');
  if (subject === null || login === null || issuer === null)
    throw new DirectoryRefuses('claims missing');
  return {
    subject,
    issuer,
    login,
    name: text(settings.name) ?? login,
    unit: settings.unit === null ? null : text(settings.unit),
    groups: words.safeParse(claims[settings.groups]).data ?? [],
  };
}

/** What went wrong, without what was sent. */
const codeOf = (error: unknown): string =>
  z.object({ code: z.string() }).safeParse(error).data?.code ?? 'unknown';

function silent(error: unknown): never {
  throw new DirectorySilent(codeOf(error));
}

function refused(error: unknown): never {
  if (error instanceof TypeError && error.message === 'fetch failed') return silent(error);
  if (codeOf(error) === 'OAUTH_TIMEOUT') return silent(error);
  throw new DirectoryRefuses(codeOf(error));
}
