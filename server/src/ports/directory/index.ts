import type { DirectoryPort } from './directory.ts';
import { ldapDirectory } from './ldap.ts';
import { oidcDirectory } from './oidc.ts';
import { type DirectorySettings, readDirectorySettings } from './settings.ts';

export * from './directory.ts';

export const noDirectory: DirectoryPort = { oidc: null, ldap: null, groups: [], units: {} };

export function directoryFrom(path: string | null): DirectoryPort {
  return path === null ? noDirectory : directoryOf(readDirectorySettings(path));
}

export function directoryOf({ oidc, ldap, groups, units }: DirectorySettings): DirectoryPort {
  return {
    oidc: oidc && oidcDirectory(oidc),
    ldap: ldap && ldapDirectory(ldap),
    groups,
    units,
  };
}
