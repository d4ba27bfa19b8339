import type { DirectorySettings } from './settings.ts';

/** A person as a directory outside knows them. */
export interface DirectoryPerson {
  /** The directory's own id: never changes, never given to somebody else. */
  readonly subject: string;
  /** Whose id that is: another provider may give the same to somebody else. Empty where there is one only. */
  readonly issuer: string;
  readonly login: string;
  readonly name: string;
  /** The directory's word for their unit. */
  readonly unit: string | null;
  readonly groups: readonly string[];
}

/** What begins a sign-in and has to come back unchanged with the browser. */
export interface OidcBeginning {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** 统一身份认证 by OpenID Connect. Throws `DirectorySilent`, or `DirectoryRefuses` when the answer proves nothing. */
export interface OidcDirectory {
  readonly label: string;
  begin(back: string): Promise<OidcBeginning & { readonly address: string }>;
  finish(address: URL, beginning: OidcBeginning): Promise<DirectoryPerson>;
}

/** 单位目录 by LDAP. Throws `DirectorySilent`. */
export interface LdapDirectory {
  readonly label: string;
  /** Null: no such person, or another password. */
  check(login: string, password: string): Promise<DirectoryPerson | null>;
  /** Everybody who may be a person of this system. */
  people(): Promise<readonly DirectoryPerson[]>;
}

/** 统一身份: directories of people outside this system, and what their groups may do here. */
export interface DirectoryPort {
  readonly oidc: OidcDirectory | null;
  readonly ldap: LdapDirectory | null;
  readonly groups: DirectorySettings['groups'];
  readonly units: DirectorySettings['units'];
}

declare module '../../platform/context.ts' {
  interface Ports {
    directory: DirectoryPort;
  }
}

/** The directory cannot be asked now: `reason` is a word of the network or of the protocol, never of a person. */
export class DirectorySilent extends Error {
  override readonly name = 'DirectorySilent';
}

/** It answered, and the answer proves nothing: another state, a wrong signature, a person who broke off. */
export class DirectoryRefuses extends Error {
  override readonly name = 'DirectoryRefuses';
}
