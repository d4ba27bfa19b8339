import { kept } from '../shell/kept.ts';

/** The number and query code somebody is following, in this tab only: never in an address. */
export interface TrackedAppeal {
  orderNo: string;
  code: string;
}

export const trackedAppeal = kept<TrackedAppeal>('session', 'track.1');
