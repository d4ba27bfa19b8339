import { codeMaps, exchange, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['exchange'];

export type Peers = ReplyOf<typeof exchange.listPeers>;
export type PeerRow = Peers['rows'][number];
export type MessageRow = ReplyOf<typeof exchange.listMessages>['rows'][number];
export type WholeMessage = ReplyOf<typeof exchange.readMessage>;
export type ComparedDay = ReplyOf<typeof exchange.listReconciliations>['rows'][number];

export type CodeMaps = ReplyOf<typeof codeMaps.listCodeMaps>;

export interface MessagesAsked {
  box: exchange.MessageBox;
  peer: string | undefined;
  day: string | undefined;
}

export const messagesQuery = ({ box, peer, day }: MessagesAsked) =>
  keysetPages({
    queryKey: ['exchange', 'messages', box, peer, day],
    topics,
    page: (from, signal) =>
      call(
        exchange.listMessages,
        { box, ...(peer && { peer }), ...(box === 'day' && day && { day }), ...from },
        { signal },
      ),
  });

export const messageQuery = (messageId: string) =>
  queryOptions({
    queryKey: ['exchange', 'message', messageId],
    meta: { topics },
    queryFn: ({ signal }) => call(exchange.readMessage, { messageId }, { signal }),
  });

export const comparedQuery = (peer: string | undefined) =>
  queryOptions({
    queryKey: ['exchange', 'compared', peer],
    meta: { topics },
    queryFn: ({ signal }) => call(exchange.listReconciliations, peer ? { peer } : {}, { signal }),
  });

export const codeMapsQuery = (net: string | undefined) =>
  queryOptions({
    queryKey: ['exchange', 'codes', net],
    meta: { topics },
    queryFn: ({ signal }) => call(codeMaps.listCodeMaps, net ? { net } : {}, { signal }),
  });

export type Unmapped = ReplyOf<typeof codeMaps.listUnmapped>['rows'][number];

export const unmappedQuery = (aside: 'yes' | 'no') =>
  keysetPages({
    queryKey: ['exchange', 'unmapped', aside],
    topics,
    page: (from, signal) => call(codeMaps.listUnmapped, { aside, ...from }, { signal }),
  });
