import type * as city from '@minsheng/contract/city.ts';
import type * as desk from '@minsheng/contract/desk.ts';
import type * as handling from '@minsheng/contract/handling.ts';
import type * as identity from '@minsheng/contract/identity.ts';
import type * as appeals from '@minsheng/contract/public/appeals.ts';
import type * as campaigns from '@minsheng/contract/public/campaigns.ts';
import type * as handouts from '@minsheng/contract/public/handouts.ts';
import type * as ledger from '@minsheng/contract/public/ledger.ts';
import type * as media from '@minsheng/contract/public/media.ts';
import type { Method, Route } from '@minsheng/contract/route.ts';
import type * as visits from '@minsheng/contract/visits.ts';

/**
 * The operations these pages call. Types come from the contract; method and path are repeated here so that zod stays off the phone.
 * `operations.test.ts` compares every line with the contract.
 */
export interface Operation<R extends Route> {
  readonly method: Method;
  readonly path: string;
  /** Carries the type only; never set. */
  readonly of?: R;
}

function operation<R extends Route>(method: Method, path: string): Operation<R> {
  return { method, path };
}

const duty = '/handling/:orderId/assignments/:assignmentId';

export const operations = {
  cityFacts: operation<typeof city.cityFacts>('GET', '/city'),
  listAreas: operation<typeof city.listAreas>('GET', '/areas'),
  searchMatters: operation<typeof city.searchMatters>('GET', '/matters'),
  readClock: operation<typeof city.readClock>('GET', '/clock'),

  sendAppeal: operation<typeof appeals.sendAppeal>('POST', '/public/appeals'),
  trackAppeal: operation<typeof appeals.trackAppeal>('POST', '/public/track'),
  addToAppeal: operation<typeof appeals.addToAppeal>('POST', '/public/add'),
  urgeAppeal: operation<typeof appeals.urgeAppeal>('POST', '/public/urge'),
  withdrawAppeal: operation<typeof appeals.withdrawAppeal>('POST', '/public/withdraw'),
  rateAppeal: operation<typeof appeals.rateAppeal>('POST', '/public/rate'),
  publicCampaigns: operation<typeof campaigns.publicCampaigns>('GET', '/public/campaigns'),
  publicPieces: operation<typeof media.publicPieces>('GET', '/public/media'),
  publicPiece: operation<typeof media.publicPiece>('GET', '/public/media/:no'),
  openHandout: operation<typeof handouts.openHandout>('POST', '/public/handouts/open'),
  publicLedger: operation<typeof ledger.publicLedger>('GET', '/public/ledger'),

  askReview: operation<typeof appeals.askReview>('POST', '/public/review'),

  openLink: operation<typeof handling.openLink>('POST', '/front-line/open'),
  signIn: operation<typeof identity.signIn>('POST', '/sign-in'),
  me: operation<typeof identity.me>('GET', '/me'),
  changeOwnPassword: operation<typeof identity.changeOwnPassword>('POST', '/own-password'),
  signOut: operation<typeof identity.signOut>('POST', '/sign-out'),
  counters: operation<typeof desk.counters>('GET', '/desk/counters'),
  deskAssignments: operation<typeof desk.deskAssignments>('GET', '/desk/assignments'),
  dutyView: operation<typeof handling.dutyView>('GET', duty),
  sign: operation<typeof handling.sign>('POST', `${duty}/sign`),
  contact: operation<typeof handling.contact>('POST', `${duty}/contact`),
  arrive: operation<typeof handling.arrive>('POST', `${duty}/arrive`),
  markFixed: operation<typeof handling.markFixed>('POST', `${duty}/fixed`),
  askInfo: operation<typeof handling.askInfo>('POST', `${duty}/ask-info`),
  submit: operation<typeof handling.submit>('POST', `${duty}/submit`),

  visitsToGo: operation<typeof visits.visitsToGo>('GET', '/visits/to-go'),
  beginVisit: operation<typeof visits.beginVisit>('POST', '/visits/:visitId/begin'),
  addVisitPhoto: operation<typeof visits.addVisitPhoto>('POST', '/visits/:visitId/photos'),
  finishVisit: operation<typeof visits.finishVisit>('POST', '/visits/:visitId/finish'),
} as const;
