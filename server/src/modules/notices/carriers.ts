import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import type { Ports } from '../../platform/context.ts';
import type { Carrier } from '../../ports/carrier/index.ts';
import type { InHand } from './sending.repo.ts';

export interface Taken {
  readonly channel: NoticeChannel;
  readonly messages: readonly InHand[];
}

export type Answer =
  | { readonly kind: 'taken'; readonly ref: string | null }
  | { readonly kind: 'refused'; readonly reason: string; readonly isFinal: boolean }
  | { readonly kind: 'silent'; readonly reason: string; readonly mayHaveLeft: boolean };

export const carrierOf = (ports: Ports, channel: NoticeChannel): Carrier => ports[channel];
