import type { Context } from '../../platform/context.ts';
import { type CodeThere, codesIn } from './code-places.ts';
import { mappedIn } from './map-codes.ts';
import { rawOf } from './messages.repo.ts';
import type { Peer } from './peers.repo.ts';
import { readEnvelope, readSaid } from './read-envelope.ts';

export interface Stuck {
  readonly id: string;
  readonly direction: string;
  readonly error_code: string | null;
  readonly error_detail: string | null;
}

/** 待对照的代码 a dead letter stands still for: theirs that we do not know, or the one of ours they refused. */
export async function unmappedIn(ctx: Context, peer: Peer, stuck: Stuck): Promise<CodeThere[]> {
  if (peer.net === null || stuck.error_code !== 'code') return [];
  const said = readSaid(readEnvelope(await rawOf(ctx, stuck.id)));
  if (stuck.direction === 'in') return [...(await mappedIn(ctx, peer, said)).unknown];
  const refused = stuck.error_detail?.split(' ').at(-1);
  return codesIn(said).filter(({ field }) => field === refused);
}
