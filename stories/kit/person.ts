import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { files, identity, type ReplyOf, type RequestOf, type Route } from '@minsheng/contract';
import { z } from 'zod';
import { call, Refused } from '../../server/src/platform/testing/call.ts';
import { type LiveStream, openStream } from './live-stream.ts';
import type { Server } from './server.ts';

/** Somebody at a keyboard: everything goes through the public interface, with this person's rights. */
export interface Person {
  readonly login: string;
  readonly token: string;
  readonly unitCode: string;
  call<R extends Route>(route: R, input: RequestOf<R>): Promise<ReplyOf<R>>;
  /** The code of the refusal; null when it was allowed after all. */
  refusal<R extends Route>(route: R, input: RequestOf<R>): Promise<string | null>;
  upload(photo: Buffer, purpose: string): Promise<string>;
  /** Status of a download: what a person may not see does not exist for them. */
  downloads(fileId: string): Promise<number>;
  listen(...topics: string[]): Promise<LiveStream>;
}

const kept = z.object({ login: z.string(), password: z.string() });
const keptFile = z.union([
  z.array(kept),
  z.object({ accounts: z.array(kept) }).transform(({ accounts }) => accounts),
]);

/** Kept by the program in a file that only its owner reads. */
export function passwordOf({ dataFolder }: Server, login: string): string {
  const path = join(dataFolder, 'demo-accounts.json');
  const account = keptFile
    .parse(JSON.parse(readFileSync(path, 'utf8')))
    .find((each) => each.login === login);
  if (!account) throw new Error(`No demo account has the login ${login}.`);
  return account.password;
}

/** Signs in with one of the demo accounts the program made at its first start. */
export async function signIn(server: Server, login: string): Promise<Person> {
  const { url } = server;
  const password = passwordOf(server, login);
  const signed = await admitted(url, { login, password });
  return personWith(url, {
    login,
    unitCode: signed.account.unit?.code ?? '',
    token: signed.token,
    renew: async () => (await admitted(url, { login, password })).token,
  });
}

/** Somebody of a unit the demo has nobody of: an account made by the administrator, with a password of their own. */
export async function hired(
  server: Server,
  admin: Person,
  seat: { login: string; name: string; unitCode: string; role: 'handler' | 'unit-leader' },
): Promise<Person> {
  const { login, name, unitCode, role } = seat;
  const made = await admin.call(identity.createAccount, {
    ...{ login, name, unit: unitCode, roles: [role] },
    ...{ narrowedTo: null, outsourced: false, phone: null },
  });
  const first = await admitted(server.url, { login, password: made.firstPassword });
  const next = `a1${randomUUID()}`;
  const change = { current: made.firstPassword, next };
  const { token } = await call(server.url, identity.changeOwnPassword, change, {
    token: first.token,
  });
  const renew = async () => (await admitted(server.url, { login, password: next })).token;
  return personWith(server.url, { login, unitCode, token, renew });
}

const mostWaits = 40;
const waitMs = 2000;

/** One address signs in so many times a minute and no more: whoever comes too fast waits, as a person would. */
async function admitted(url: string, who: { login: string; password: string }) {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call(url, identity.signIn, who);
    } catch (error) {
      const isTooFast = error instanceof Refused && error.status === 429;
      if (!isTooFast || waits === mostWaits) throw error;
      await pause(waitMs);
    }
  }
}

/** Nobody in particular: a citizen at the public page. */
export const visitor = (url: string): Person =>
  personWith(url, { login: '', unitCode: '', token: '', renew: null });

interface Holder {
  readonly login: string;
  readonly unitCode: string;
  readonly token: string;
  /** Signs in again: a session ends after some hours, and a story lives for months. */
  readonly renew: (() => Promise<string>) | null;
}

function personWith(url: string, { login, unitCode, renew, ...first }: Holder): Person {
  let token = first.token;
  const headers = (): Record<string, string> =>
    token === '' ? {} : { authorization: `Bearer ${token}` };
  async function signedIn<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!renew || !(error instanceof Refused) || error.code !== 'identity.sign-in-needed')
        throw error;
      token = await renew();
      return act();
    }
  }
  const tell: Person['call'] = (route, input) =>
    signedIn(() => call(url, route, input, token === '' ? {} : { token }));
  return {
    login,
    unitCode,
    get token() {
      return token;
    },
    call: tell,
    refusal: async (route, input) => {
      try {
        await tell(route, input);
        return null;
      } catch (error) {
        if (error instanceof Refused) return error.code;
        throw error;
      }
    },
    upload: async (photo, purpose) => {
      const file = await signedIn(() => upload(url, headers(), photo, purpose));
      return file.id;
    },
    downloads: async (fileId) => {
      await tell(identity.me, {});
      const response = await fetch(`${url}/api${files.uploadPath}/${fileId}`, {
        headers: headers(),
      });
      await response.arrayBuffer();
      return response.status;
    },
    listen: async (...topics) => {
      await tell(identity.me, {});
      return openStream(url, token, topics);
    },
  };
}

const refused = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function upload(
  url: string,
  headers: Record<string, string>,
  photo: Buffer,
  purpose: string,
): Promise<z.output<typeof files.uploadReply>> {
  const form = new FormData();
  form.set('purpose', purpose);
  form.set('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), `${purpose}.jpg`);
  const response = await fetch(`${url}/api${files.uploadPath}`, {
    method: 'POST',
    headers,
    body: form,
  });
  const body: unknown = await response.json();
  if (!response.ok) {
    const { error } = refused.parse(body);
    throw new Refused(response.status, error.code, error.message);
  }
  return files.uploadReply.parse(body);
}
