import { sharing as contract } from '@minsheng/contract';
import { shareMessage } from '@minsheng/contract/public/sharing.ts';
import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import { type App, mount } from '../../platform/http.ts';
import { ExchangeFault, serveSigned } from '../exchange/index.ts';
import { approveShare, askShare, refuseShare, revokeShare } from './decide-share.ts';
import { givePage } from './give-page.ts';
import { hearPeer } from './hear-peer.ts';
import { fetchShare, listShares, readBatch, readShare, sharesOfOrder } from './read-shares.ts';
import { text } from './text.ts';

export function sharingRoutes(app: App): void {
  const read = 'sharing.read';
  const approve = 'sharing.approve';
  const ask = 'sharing.ask';
  mount(app, contract.listShares, { may: read, audit: 'data sharings listed' }, listShares);
  mount(app, contract.askShare, { may: ask, audit: 'data sharing asked' }, askShare);
  mount(app, contract.readBatch, { may: read, audit: 'shared batch read' }, readBatch);
  mount(app, contract.sharesOfOrder, { may: read, audit: 'sharings of order read' }, sharesOfOrder);
  mount(app, contract.readShare, { may: read, audit: 'data sharing read' }, readShare);
  mount(app, contract.approveShare, { may: approve, audit: 'data sharing approved' }, approveShare);
  mount(app, contract.refuseShare, { may: approve, audit: 'data sharing refused' }, refuseShare);
  mount(app, contract.revokeShare, { may: approve, audit: 'data sharing revoked' }, revokeShare);
  mount(app, contract.fetchShare, { may: ask, audit: 'shared rows fetched' }, fetchShare);
  peerRoutes(app);
}

const rowsAsked = z.object({
  params: z.object({ ref: z.uuid() }),
  query: z.object({ after: z.string().max(200).default('') }),
});

/** docs/exchange.md, data sharing: signed like every other request of a peer. */
function peerRoutes(app: App): void {
  serveSigned(
    app,
    {
      method: 'POST',
      path: '/exchange/v1/shares',
      summary: 'Exchange: a subscription is asked for, approved, refused or revoked',
      audit: 'data sharing said by peer',
    },
    (call, { peer, body }) => {
      const said = shareMessage.safeParse(jsonOf(body));
      if (!said.success) throw badField(said.error);
      return call.transactAs(systemActor, (ctx) => hearPeer(ctx, peer, said.data));
    },
  );
  serveSigned(
    app,
    {
      method: 'GET',
      path: '/exchange/v1/shares/:ref/rows',
      summary: 'Exchange: the rows of a subscription since a cursor',
      audit: 'shared rows taken by peer',
    },
    ({ request, transactAs }, { peer }) => {
      const asked = rowsAsked.safeParse({ params: request.params, query: request.query });
      if (!asked.success) throw new ExchangeFault(404, { code: 'share', says: text.noShare });
      const { params, query } = asked.data;
      return transactAs(systemActor, (ctx) => givePage(ctx, peer, { ...params, ...query }));
    },
  );
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function badField({ issues }: z.ZodError): ExchangeFault {
  const field = issues[0]?.path.map(String).join('.') ?? '';
  return new ExchangeFault(422, { code: 'field', says: text.badMessage, field });
}
