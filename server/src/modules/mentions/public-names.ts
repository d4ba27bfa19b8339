import type { Places } from './place.ts';
import { placeKey } from './place-key.ts';

const mostNames = 12;

/**
 * 公共地名: roads, estates and sites a text names, as keys. Numbers and buildings lead to a home and are none; what the city's
 * own data knows needs no teaching.
 */
export function publicNames({ mentions }: Places): string[] {
  const names = mentions
    .filter(({ kind, isCoded }) => (kind === 'road' || kind === 'poi') && !isCoded)
    .map(({ text }) => placeKey(text))
    .filter((name) => name.length > 2 && name.length <= 20 && !/\d{3,}/.test(name));
  return [...new Set(names)].slice(0, mostNames);
}
