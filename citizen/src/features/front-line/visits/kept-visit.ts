import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { visitsToGo } from '@minsheng/contract/visits.ts';
import type { VisitOutcome } from '@minsheng/contract/words/visits.ts';
import { freshKey } from '../../../shell/fresh-key.ts';
import type { Place } from '../../../shell/location.ts';

export type ToGo = ReplyOf<typeof visitsToGo>['rows'][number];
export type VisitItem = ToGo['items'][number];
export type TickValue = boolean | number | string;

export interface KeptTick {
  code: string;
  value: TickValue;
  note: string;
  seenAtMs: number;
}

/** 一次核查, as the phone keeps it until it has arrived. Times are the phone's own; the server's clock puts them right when they are sent. */
export interface KeptVisit {
  id: string;
  /** Whose it is: a colleague who signs in on the same phone neither sees nor sends it. */
  login: string;
  toGo: ToGo;
  begunAtMs: number | null;
  isBegunSent: boolean;
  ticks: KeptTick[];
  outcome: VisitOutcome | null;
  findings: string;
  answerIsFalse: boolean;
  finishedAtMs: number | null;
  /** One result, however often it is sent. */
  finishId: string;
  isSent: boolean;
  /** The server's no, in words. */
  refusal: string | null;
}

export interface KeptPhoto {
  id: string;
  visitId: string;
  itemCode: string | null;
  blob: Blob;
  thumb: string;
  takenAtMs: number;
  place: Place | null;
  /** Uploaded under this id; null until then. */
  fileId: string | null;
  isSent: boolean;
}

export const newVisit = (toGo: ToGo, login: string): KeptVisit => ({
  id: toGo.id,
  login,
  toGo,
  begunAtMs: null,
  isBegunSent: false,
  ticks: [],
  outcome: null,
  findings: '',
  answerIsFalse: false,
  finishedAtMs: null,
  finishId: freshKey(),
  isSent: false,
  refusal: null,
});

/** Something of it lies on the phone alone. */
export const isWaiting = (visit: KeptVisit, photos: readonly KeptPhoto[]): boolean =>
  !visit.isSent &&
  ((visit.begunAtMs !== null && !visit.isBegunSent) ||
    visit.finishedAtMs !== null ||
    photos.some((photo) => photo.visitId === visit.id && !photo.isSent));
