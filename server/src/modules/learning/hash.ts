const prime = 0x01000193;

/** One step of a rolling 32-bit hash (FNV): the hash so far and the next code unit. */
export function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, prime);
}

/** Spreads the bits, so that the low ones may serve as an address; never 0, which means an empty place. */
export function finish(hash: number): number {
  let spread = hash;
  spread ^= spread >>> 16;
  spread = Math.imul(spread, 0x85ebca6b);
  spread ^= spread >>> 13;
  spread = Math.imul(spread, 0xc2b2ae35);
  spread ^= spread >>> 16;
  return spread === 0 ? 1 : spread;
}

export function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}
