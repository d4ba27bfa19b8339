import type { Said } from '@minsheng/contract/public/exchange.ts';
import type { UnknownCode } from '@minsheng/contract/words/nets.ts';
import type { Context } from '../../platform/context.ts';
import type { CodeThere } from './code-places.ts';
import { ExchangeFault } from './fault.ts';
import { type Mapped, mappedIn, netOf } from './map-codes.ts';
import type { Peer } from './peers.repo.ts';
import { text } from './text.ts';
import { noteUnmapped } from './unmapped.repo.ts';

/**
 * 未知代码: the city says by net what becomes of one. Whoever can mend it is refused at the door; what a person here should
 * map first is receipted and waits as a dead letter; what can become an order without it becomes one and is classified.
 */
export async function saidAtDoor(
  ctx: Context,
  peer: Peer,
  said: Said,
): Promise<{ readonly said: Said; readonly isToCheck: boolean }> {
  const mapped = await mappedIn(ctx, peer, said);
  const [first] = mapped.unknown;
  if (first === undefined) return { said: mapped.said, isToCheck: true };
  const way = await wayOf(ctx, peer, said);
  if (way === 'refuse') throw unknownAt(first, text.code(first.field, first.code));
  return { said: mapped.said, isToCheck: way === 'classify' };
}

/** When its turn has come: the same question, since the map may have changed meanwhile. */
export async function saidInTurn(ctx: Context, peer: Peer, said: Said): Promise<Mapped> {
  const mapped = await mappedIn(ctx, peer, said);
  const [first] = mapped.unknown;
  if (first === undefined) return mapped;
  const way = await wayOf(ctx, peer, said);
  if (way !== 'classify') throw unknownAt(first, text.deskCode(first.kind, first.code));
  for (const { kind, code } of mapped.unknown)
    await noteUnmapped(ctx, { net: peer.net ?? '', kind, theirs: code });
  return mapped;
}

/** Only what opens an order can be classified afterwards; the rest is a word about a case and needs its code. */
async function wayOf(ctx: Context, peer: Peer, { kind }: Said): Promise<UnknownCode> {
  const way = (await netOf(ctx, peer))?.unknown ?? 'refuse';
  return way === 'classify' && kind !== 'transfer' ? 'hold' : way;
}

const unknownAt = ({ field, code }: CodeThere, says: string): ExchangeFault =>
  new ExchangeFault(422, { code: 'code', says, field, value: code });
