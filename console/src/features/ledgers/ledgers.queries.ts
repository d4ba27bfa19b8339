import {
  type InputOf,
  type LedgerBox,
  ledgerSites,
  ledgers,
  type ReplyOf,
  visits,
} from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['ledgers'];
export type LedgerRow = ReplyOf<typeof ledgers.listLedgers>['rows'][number];
export type Whole = ReplyOf<typeof ledgers.readLedger>;
export type SiteRow = ReplyOf<typeof ledgerSites.listSites>['rows'][number];
export type Site = ReplyOf<typeof ledgerSites.readSite>;
export type Place = ReplyOf<typeof ledgers.searchAlike>['places'][number];
export type Alike = InputOf<typeof ledgers.searchAlike>;

/** First words of the query keys that change with a ledger. */
export const staleLedgers = ['ledgers'];

export const ledgersQuery = (box: LedgerBox) =>
  keysetPages({
    queryKey: ['ledgers', 'list', box],
    topics,
    page: (from, signal) => call(ledgers.listLedgers, { box, ...from }, { signal }),
  });

export const ledgerQuery = (ledgerId: string) =>
  queryOptions({
    queryKey: ['ledgers', 'one', ledgerId],
    meta: { topics },
    queryFn: ({ signal }) => call(ledgers.readLedger, { ledgerId }, { signal }),
  });

export const sitesQuery = (ledgerId: string, state: string | null) =>
  keysetPages({
    queryKey: ['ledgers', 'sites', ledgerId, state],
    topics,
    page: (from, signal) =>
      call(
        ledgerSites.listSites,
        { ledgerId, ...(state === null ? {} : { state }), ...from },
        { signal },
      ),
  });

export const mapQuery = (ledgerId: string) =>
  queryOptions({
    queryKey: ['ledgers', 'map', ledgerId],
    meta: { topics },
    queryFn: ({ signal }) => call(ledgerSites.mapSites, { ledgerId }, { signal }),
  });

export const siteQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['ledgers', 'site', siteId],
    meta: { topics },
    queryFn: ({ signal }) => call(ledgerSites.readSite, { siteId }, { signal }),
  });

export const pathsQuery = queryOptions({
  queryKey: ['ledgers', 'paths'],
  queryFn: ({ signal }) => call(ledgers.listPaths, {}, { signal }),
});

export const alikeQuery = (asked: Alike) =>
  queryOptions({
    queryKey: ['ledgers', 'alike', asked],
    queryFn: ({ signal }) => call(ledgers.searchAlike, asked, { signal }),
  });

export const checklistsQuery = queryOptions({
  queryKey: ['ledgers', 'checklists'],
  queryFn: ({ signal }) => call(visits.listChecklists, {}, { signal }),
});
