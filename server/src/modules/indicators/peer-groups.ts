import type { UnitKind } from '@minsheng/contract/words/assignment.ts';

/** 分档分类 (66号文): who may be compared with whom. A row of the city's data. */
export interface PeerGroup {
  code: string;
  name: string;
  kinds: readonly UnitKind[];
  /** Only these departments; empty: every one of the kinds. */
  slugs: readonly string[];
  /** 量级: at least so many orders in the period; null where size plays no part. */
  atLeast: number | null;
}

export interface PeerUnit {
  /** 350600.zjj: the part after the dot is its slug; 350602 has none. */
  code: string;
  kind: UnitKind;
  /** Orders it was given in the period. */
  orders: number;
}

/** The first group that fits; null, nobody to be compared with. */
export function peerGroupOf(unit: PeerUnit, groups: readonly PeerGroup[]): PeerGroup | null {
  const [, slug = ''] = unit.code.split('.');
  const found = groups.find(
    ({ kinds, slugs, atLeast }) =>
      kinds.includes(unit.kind) &&
      (slugs.length === 0 || slugs.includes(slug)) &&
      (atLeast === null || unit.orders >= atLeast),
  );
  return found ?? null;
}
