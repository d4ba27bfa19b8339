import { normaliseDocument } from '../text/index.ts';

/** 地名键: the same for 锦绣花园 and 锦绣花园小区. */
export function placeKey(name: string): string {
  const plain = normaliseDocument(name);
  const short = plain.replace(/(?:住宅)?小区$/, '');
  return short.length > 2 ? short : plain;
}
