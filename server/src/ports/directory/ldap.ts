import { readFileSync } from 'node:fs';
import {
  AndFilter,
  Client,
  type Entry,
  EqualityFilter,
  FilterParser,
  InvalidCredentialsError,
} from 'ldapts';
import { type DirectoryPerson, DirectorySilent, type LdapDirectory } from './directory.ts';
import type { LdapSettings } from './settings.ts';

const milliseconds = 8000;
const pageSize = 500;

/** Search, then bind: the person is found by the program's own account, and proven by their own password (RFC 4513). */
export function ldapDirectory(settings: LdapSettings): LdapDirectory {
  const { id, login, name, unit, groups, off } = settings;
  const attributes = [id, login, name, groups, ...(unit ? [unit] : [])];
  const only = off === null ? settings.filter : `(&${settings.filter}(!${off}))`;
  const tlsOptions = settings.caFile ? { ca: readFileSync(settings.caFile) } : {};

  const asked = async <T>(ask: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({
      url: settings.url,
      timeout: milliseconds,
      connectTimeout: milliseconds,
      ...(settings.url.startsWith('ldaps:') ? { tlsOptions } : {}),
    });
    try {
      await client.bind(settings.bindDn, settings.bindPassword);
      return await ask(client);
    } catch (error) {
      throw new DirectorySilent(error instanceof Error ? error.name : 'unknown');
    } finally {
      await client.unbind().catch(() => undefined);
    }
  };
  const search = (client: Client, filter: AndFilter | string) =>
    client.search(settings.base, {
      scope: 'sub',
      filter,
      attributes,
      // A binary id, as of Active Directory, reads as hex.
      explicitBufferAttributes: id === 'objectGUID' ? [id] : [],
      paged: { pageSize },
    });

  return {
    label: settings.label,
    check: (typed, password) => {
      // An empty password is an anonymous bind, which every directory grants (RFC 4513, 5.1.2).
      if (password === '' || typed === '') return Promise.resolve(null);
      return asked(async (client) => {
        const named = new EqualityFilter({ attribute: login, value: typed });
        const filter = new AndFilter({ filters: [FilterParser.parseString(only), named] });
        const { searchEntries } = await search(client, filter);
        const [entry, second] = searchEntries;
        if (!entry || second) return null;
        const isRight = await client.bind(entry.dn, password).then(
          () => true,
          (error) => (error instanceof InvalidCredentialsError ? false : Promise.reject(error)),
        );
        return isRight ? personOf(entry, settings) : null;
      });
    },
    people: () =>
      asked(async (client) => {
        const { searchEntries } = await search(client, only);
        return searchEntries.flatMap((entry) => personOf(entry, settings) ?? []);
      }),
  };
}

/** Null without the id or the login: of no use to anybody. */
function personOf(
  entry: Entry,
  { id, login, name, unit, groups }: LdapSettings,
): DirectoryPerson | null {
  const one = (attribute: string): string | null => valuesOf(entry, attribute)[0] ?? null;
  const [subject, said] = [one(id), one(login)];
  if (!subject || !said) return null;
  return {
    subject,
    issuer: '',
    login: said,
    name: one(name) ?? said,
    unit: unit === null ? null : one(unit),
    groups: valuesOf(entry, groups),
  };
}

function valuesOf(entry: Entry, attribute: string): string[] {
  const found = Object.entries(entry).find(
    ([key]) => key.toLowerCase() === attribute.toLowerCase(),
  );
  const values = found?.[1] ?? [];
  return [values].flat().map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value));
}
