import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export interface OidcTwin {
  readonly issuer: string;
  stop(): Promise<void>;
}

export const oidcClient = { id: 'minsheng', secret: 'a-secret-of-this-test-only' };

type Claims = { readonly sub: string } & Readonly<Record<string, unknown>>;

/** A real OpenID provider on this machine, with invented people; whoever types a login there is that person. */
export async function oidcTwin(people: readonly Claims[], back: string): Promise<OidcTwin> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: oidcClient.id, client_secret: oidcClient.secret, redirect_uris: [back] },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'department'] },
    cookies: { keys: ['of this test only'] },
    findAccount: async (_, sub) => {
      const claims = people.find((person) => person.sub === sub);
      return claims && { accountId: sub, claims: async () => ({ ...claims }) };
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser that has nothing but cookies, and sends the forms of the provider. */
export function browserAt(origin: string) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL) => {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    return jar;
  };
  const open = async (address: string, form: Record<string, string> | null): Promise<Response> => {
    const url = new URL(address, origin);
    const jar = jarOf(url);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const where = (response: Response, from: string): string =>
    new URL(response.headers.get('location') ?? '', from).href;

  return {
    cookies: () => jarOf(new URL(origin)),
    open: (path: string) => open(path, null),
    /** From our page through the provider's until it sends the browser back; answers that address. */
    signIn: async (start: string, sub: string): Promise<string> => {
      let at = where(await open(start, null), origin);
      const provider = new URL(at).origin;
      for (let steps = 0; new URL(at).origin === provider; steps += 1) {
        if (steps > 12) throw new Error(`The provider never sends back: ${at}`);
        const page = await open(at, null);
        if (page.status === 303 || page.status === 302) {
          at = where(page, at);
          continue;
        }
        const html = await page.text();
        const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
        at = where(await open(at, { prompt, login: sub, password: 'any' }), at);
      }
      return at;
    },
  };
}
