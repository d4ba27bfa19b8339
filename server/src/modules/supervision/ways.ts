import type { Instrument } from '@minsheng/contract/words/supervision.ts';
import type { Actor } from '../../platform/actor.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Order } from '../orders/index.ts';
import type { Level } from './levels.ts';

/** 专人专办: what reaches the named readers and leaves nothing behind for others to read. */
const forNamedReaders: readonly Instrument[] = ['interview', 'leaders-note'];

/**
 * 可用的督办方式: those of the level. A county sub-centre asks through the system, since letters go out in the city's name;
 * so does whoever supervises an order of named readers, where nothing may be written down for others.
 */
export function waysOf(
  { scope }: Actor,
  { secrecy }: Pick<Order, 'secrecy'>,
  { instruments }: Pick<Level, 'instruments'>,
): Instrument[] {
  if (scope !== 'all') return ['message'];
  if (secrecy < 3) return [...instruments];
  return ['message', ...instruments.filter((one) => forNamedReaders.includes(one))];
}

/** Refused in words: nothing is made in silence, and nothing left unmade in silence. */
export function refuseOtherWay(
  actor: Actor,
  order: Pick<Order, 'secrecy'>,
  { level, instrument }: { level: Level; instrument: Instrument },
): void {
  const isWay = waysOf(actor, order, level).includes(instrument);
  refuseUnless(isWay || order.secrecy < 3, 'supervision.confined');
  refuseUnless(isWay, 'supervision.other-instrument', { level: level.name });
}
