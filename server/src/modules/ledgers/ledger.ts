import type { SiteSource, TalkKind } from '@minsheng/contract/words/ledgers.ts';
import type { Selectable } from 'kysely';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Subject } from '../../platform/events.ts';
import { type Path, path } from './path.ts';

/** 整治台账. */
export interface Ledger extends Omit<Selectable<DB['ledgers.ledger']>, 'path'> {
  readonly path: Path;
}
/** 点位. */
export interface Site extends Omit<Selectable<DB['ledgers.site']>, 'source'> {
  readonly source: SiteSource;
}
export type Move = Selectable<DB['ledgers.move']>;
export interface Talk extends Omit<Selectable<DB['ledgers.talk']>, 'kind'> {
  readonly kind: TalkKind;
}
export type Link = Selectable<DB['ledgers.link']>;

export const ledgerOf = (row: Selectable<DB['ledgers.ledger']>): Ledger => ({
  ...row,
  path: path.parse(row.path),
});

export const ledgerSubject = (id: string): Subject => ({ kind: 'ledger', id });
export const siteSubject = (id: string): Subject => ({ kind: 'ledger-site', id });
