import { campaigns, type ReplyOf, visits } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shell/call.ts';

export type Force = ReplyOf<typeof campaigns.readForce>;
export type Workspace = ReplyOf<typeof campaigns.readWorkspace>;

export const forceQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'force', campaignId],
    meta: { topics: ['campaigns', 'meetings', 'tasks'] },
    queryFn: ({ signal }) => call(campaigns.readForce, { campaignId }, { signal }),
  });

export const inspectionsQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'visits', entryId],
    meta: { topics: ['visits'] },
    queryFn: ({ signal }) => call(campaigns.listInspections, { entryId }, { signal }),
  });

export const checklistsQuery = queryOptions({
  queryKey: ['visit-checklists'],
  queryFn: ({ signal }) => call(visits.listChecklists, {}, { signal }),
});

export const seatsQuery = queryOptions({
  queryKey: ['campaigns', 'seats'],
  queryFn: ({ signal }) => call(campaigns.listSeats, {}, { signal }),
});

export const workspaceQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'workspace', campaignId],
    queryFn: ({ signal }) => call(campaigns.readWorkspace, { campaignId }, { signal }),
  });

export const seatedOrderQuery = (campaignId: string, orderId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'seated', campaignId, orderId],
    queryFn: ({ signal }) => call(campaigns.readSeatedOrder, { campaignId, orderId }, { signal }),
  });
