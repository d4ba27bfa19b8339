import type { RemovalKind } from '@minsheng/contract/words/release.ts';

/** 个人信息: what is taken out of anything that leaves the centre. */
export { removalKinds as personalKinds } from '@minsheng/contract/words/release.ts';
export type PersonalKind = RemovalKind;

/** 脱敏占位: what stands where something was. */
export const placeholders: Readonly<Record<PersonalKind, string>> = {
  name: '〔姓名〕',
  phone: '〔电话〕',
  identity: '〔证件号〕',
  plate: '〔车牌〕',
  home: '〔住址〕',
  account: '〔账号〕',
  mail: '〔邮箱〕',
  messenger: '〔社交账号〕',
  number: '〔号码〕',
};

export interface Removal {
  readonly kind: PersonalKind;
  /** Places in the text as it was. */
  readonly start: number;
  readonly end: number;
}

/** People the order knows: whoever asked, and who else is written down. */
export interface KnownPeople {
  readonly names: readonly string[];
  readonly phones: readonly string[];
}

export interface Redacted {
  readonly text: string;
  readonly removals: readonly Removal[];
}

/** Whatever a pass before this one took out already. */
export const placeholder = /〔[\p{Script=Han}]{1,6}〕/gu;
