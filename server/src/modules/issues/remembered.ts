import type { Gazetteer } from '../mentions/index.ts';
import { cityWordsTold } from '../text/index.ts';

/** What was said lately is read again with every new order; what lies further back seldom. */
const mostKept = 2_000;

/**
 * 读过的记住: what reading the same words once more would say again, for the latest that were asked about. In memory only,
 * and only as long as the city's words and places stay what they are.
 */
export function remembered<Said, Read>(
  keyOf: (said: Said) => string,
  read: (said: Said, gazetteer: Gazetteer) => Read,
): (said: Said, gazetteer: Gazetteer) => Read {
  const kept = new Map<string, { readonly read: Read }>();
  let [words, places]: [readonly string[], Gazetteer | null] = [[], null];
  return (said, gazetteer) => {
    if (words !== cityWordsTold() || places !== gazetteer) kept.clear();
    [words, places] = [cityWordsTold(), gazetteer];
    const key = keyOf(said);
    const found = kept.get(key) ?? { read: read(said, gazetteer) };
    // The one asked about last goes last.
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return found.read;
  };
}
