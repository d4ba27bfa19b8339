import { readFileSync } from 'node:fs';
import { roles } from '@minsheng/contract/words/roles.ts';
import { z } from 'zod';
import { safeAddress } from '../../platform/safe-address.ts';

const oidc = z.strictObject({
  label: z.string().min(1).max(20),
  issuer: safeAddress('https:', 'http:'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().default('openid profile'),
  /** Names of the claims. */
  login: z.string().default('preferred_username'),
  name: z.string().default('name'),
  unit: z.string().nullable().default(null),
  groups: z.string().default('groups'),
});

const ldap = z.strictObject({
  label: z.string().min(1).max(20),
  url: safeAddress('ldaps:', 'ldap:'),
  /** PEM file of the authority that signed the directory's certificate. Null: those the system knows. */
  caFile: z.string().nullable().default(null),
  bindDn: z.string().min(1),
  bindPassword: z.string().min(1),
  base: z.string().min(1),
  /** Who may be a person of this system at all. */
  filter: z.string().default('(objectClass=inetOrgPerson)'),
  /** Names of the attributes. `id` never changes and is never given again. */
  id: z.string().default('entryUUID'),
  login: z.string().default('uid'),
  name: z.string().default('cn'),
  unit: z.string().nullable().default(null),
  groups: z.string().default('memberOf'),
  /** Matches who is switched off in the directory; such a person counts as gone. Null: nobody. */
  off: z.string().nullable().default(null),
});

const settings = z.strictObject({
  oidc: oidc.nullable().default(null),
  ldap: ldap.nullable().default(null),
  /** The directory's word for a unit → ours; a code of ours needs no line. */
  units: z.record(z.string(), z.string()).default({}),
  groups: z
    .array(
      z.strictObject({
        group: z.string().min(1),
        roles: z.array(z.enum(roles)).min(1),
        outsourced: z.boolean().default(false),
        /** Everybody of this group belongs to this unit, whatever else is said of them. */
        unit: z.string().nullable().default(null),
      }),
    )
    .default([]),
});

export type DirectorySettings = z.output<typeof settings>;
export type OidcSettings = z.output<typeof oidc>;
export type LdapSettings = z.output<typeof ldap>;

/** Read once, at start-up. A wrong file stops the start and is named, without what stands in it. */
export function readDirectorySettings(path: string): DirectorySettings {
  const parsed = settings.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(
    `统一身份设置(${path})有误。The settings of the directory are wrong:\n${lines.join('\n')}`,
  );
}
