import type { Permission, Role, Scope } from '@minsheng/contract/words/roles.ts';
import type { FactorDue } from '@minsheng/contract/words/sign-in.ts';

/** Who acts. Made by the identity module from a session, a link or a query code; by the platform for jobs. */
export interface Actor {
  readonly kind: 'staff' | 'citizen' | 'system' | 'link' | 'machine';
  readonly accountId: string | null;
  readonly unitCode: string | null;
  readonly unitPath: string | null;
  readonly areaCode: string | null;
  readonly roles: readonly Role[];
  /** 外包: may never hold handling, review, arbitration or closing rights. */
  readonly outsourced: boolean;
  /** 首次密码: signed in with one that was handed out; nothing is open but choosing another. */
  readonly passwordIsDue: boolean;
  /** 二次验证: a code of it, or binding one, before anything else is open. */
  readonly factorIsDue: FactorDue | null;
  /** Of staff who signed in: which of their sessions this is. */
  readonly sessionId: string | null;
  readonly scope: Scope;
  /** Citizen by query code, or one-time link: the single order this actor may touch. */
  readonly orderId: string | null;
  /** The network address of somebody who has not said who they are; never kept but as a keyed digest. */
  readonly from: string | null;
  has(permission: Permission): boolean;
}

const nobody = {
  accountId: null,
  unitCode: null,
  unitPath: null,
  areaCode: null,
  roles: [],
  outsourced: false,
  passwordIsDue: false,
  factorIsDue: null,
  sessionId: null,
  orderId: null,
  from: null,
} as const;

/** Somebody who has not said who they are: a citizen on a public page. */
export const anonymous: Actor = {
  ...nobody,
  kind: 'citizen',
  scope: 'none',
  has: () => false,
};

/** The same, at this network address. */
export const anonymousFrom = (from: string): Actor => ({ ...anonymous, from });

/** The program itself, in jobs and at start-up. */
export const systemActor: Actor = {
  ...nobody,
  kind: 'system',
  scope: 'all',
  has: () => true,
};
