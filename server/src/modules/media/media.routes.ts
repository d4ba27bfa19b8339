import { media as contract, mediaPublic } from '@minsheng/contract';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { addCall, endDay, planDay } from './answering-days.ts';
import { listEffectOrders, readEffect } from './effect.ts';
import { answerTip, makeOrderOfTip, refuseTip } from './end-tip.ts';
import { enterTip } from './enter-tip.ts';
import { feedOf, jsonFeedOf, rssOf } from './feeds.ts';
import { listTips } from './list-tips.ts';
import { listPromises } from './promise-rows.ts';
import { addPromise, closePromise } from './promises.ts';
import { publicPiece, publicPieces } from './public-pieces.ts';
import { listDays, readDay } from './read-days.ts';
import { listPieces, readPiece } from './read-pieces.ts';
import { signPiece } from './sign-piece.ts';
import { changeConsent, readTipContact } from './tip-contact.ts';
import { listTopics } from './topics.ts';
import { withdrawPiece } from './withdraw-piece.ts';
import { rewritePiece, writePiece } from './write-piece.ts';

const read = 'media.read';
const work = 'media.work';

export function mediaRoutes(app: App): void {
  mount(app, contract.enterTip, { may: work, audit: 'tip entered' }, enterTip);
  mount(app, contract.listTips, { may: read, audit: 'tips listed' }, listTips);
  mount(app, contract.readTipContact, { may: work, audit: 'tip contact read' }, readTipContact);
  mount(app, contract.changeConsent, { may: work, audit: 'consent changed' }, changeConsent);
  mount(app, contract.makeOrderOfTip, { may: work, audit: 'order made of tip' }, makeOrderOfTip);
  mount(app, contract.answerTip, { may: work, audit: 'tip answered' }, answerTip);
  mount(app, contract.refuseTip, { may: work, audit: 'tip refused' }, refuseTip);
  pieceRoutes(app);
  dayRoutes(app);
  mount(app, contract.readEffect, { may: read, audit: 'effect read' }, readEffect);
  mount(app, contract.listEffectOrders, { may: read, audit: 'orders listed' }, listEffectOrders);
  publicRoutes(app);
}

function pieceRoutes(app: App): void {
  const sign = ['media.edit', 'media.vet', 'media.release'] as const;
  const off = ['media.vet', 'media.release'] as const;
  mount(app, contract.listTopics, { may: work, audit: 'topics listed' }, listTopics);
  mount(app, contract.writePiece, { may: work, audit: 'piece written' }, writePiece);
  mount(app, contract.rewritePiece, { may: work, audit: 'piece rewritten' }, rewritePiece);
  mount(app, contract.signPiece, { may: sign, audit: 'piece signed' }, signPiece);
  mount(app, contract.withdrawPiece, { may: off, audit: 'piece withdrawn' }, withdrawPiece);
  mount(app, contract.listPieces, { may: read, audit: 'pieces listed' }, listPieces);
  mount(app, contract.readPiece, { may: read, audit: 'piece read' }, readPiece);
}

function dayRoutes(app: App): void {
  const plan = 'media.days';
  mount(app, contract.planDay, { may: plan, audit: 'answering day planned' }, planDay);
  mount(app, contract.listDays, { may: read, audit: 'answering days listed' }, listDays);
  mount(app, contract.readDay, { may: read, audit: 'answering day read' }, readDay);
  mount(app, contract.addCall, { may: plan, audit: 'call listed' }, addCall);
  mount(app, contract.addPromise, { may: plan, audit: 'promise made' }, addPromise);
  mount(app, contract.endDay, { may: plan, audit: 'answering day ended' }, endDay);
  mount(app, contract.closePromise, { may: plan, audit: 'promise closed' }, closePromise);
  mount(app, contract.listPromises, { may: read, audit: 'promises listed' }, listPromises);
}

function publicRoutes(app: App): void {
  const rules = { may: 'public', audit: 'piece read by anybody' } as const;
  mount(app, mediaPublic.publicPieces, { may: 'public', audit: 'pieces read' }, publicPieces);
  mount(app, mediaPublic.publicPiece, rules, publicPiece);
  mountRaw(app, { ...rssFeed, ...rules }, async ({ reply, transact }) =>
    reply
      .header('content-type', 'application/rss+xml; charset=utf-8')
      .send(rssOf(await transact(feedOf))),
  );
  mountRaw(app, { ...jsonFeed, ...rules }, async ({ reply, transact }) =>
    reply
      .header('content-type', 'application/feed+json; charset=utf-8')
      .send(jsonFeedOf(await transact(feedOf))),
  );
}

const rssFeed = {
  method: 'GET',
  path: '/public/media/rss.xml',
  summary: 'Published pieces as RSS 2.0, corrections and withdrawals with them',
} as const;

const jsonFeed = {
  method: 'GET',
  path: '/public/media/feed.json',
  summary: 'The same as JSON Feed 1.1',
} as const;
