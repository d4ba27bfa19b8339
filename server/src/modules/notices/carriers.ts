import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import type { Ports } from '../../platform/context.ts';
import type { Carrier } from '../../ports/carrier/index.ts';
import type { End } from './carriers.repo.ts';
import type { InHand } from './sending.repo.ts';

export interface Taken {
  readonly channel: NoticeChannel;
  readonly messages: readonly InHand[];
}

export type Answer =
  | { readonly kind: 'taken'; readonly ref: string | null }
  | { readonly kind: 'refused'; readonly reason: string; readonly isFinal: boolean }
  | { readonly kind: 'silent'; readonly reason: string; readonly mayHaveLeft: boolean };

/**
 * 通道或单个群: an SMS gateway is one end for all numbers. A group's robot is an end of its own, at an address of its own:
 * one that is dead must not hold up the others.
 */
export const endOf = (channel: NoticeChannel, toIndex: Buffer | null): End => ({
  channel,
  target: channel === 'robot' && toIndex !== null ? toIndex : wholeCarrier,
});

const wholeCarrier = Buffer.alloc(0);

export const carrierOf = (ports: Ports, channel: NoticeChannel): Carrier => ports[channel];
