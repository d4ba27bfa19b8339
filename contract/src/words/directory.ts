/** 统一身份的来源: whose word is taken for who somebody is. */
export const directorySources = ['oidc', 'ldap'] as const;
export type DirectorySource = (typeof directorySources)[number];

export const directorySourceLabel: Record<DirectorySource, string> = {
  oidc: '统一身份认证',
  ldap: '单位目录',
};
