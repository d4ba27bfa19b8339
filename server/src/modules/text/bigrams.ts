import { runsOf } from './normalise.ts';

/** 二元字串: every two neighbouring characters of normalised text, once each; they find what words miss. */
export function bigramsOf(normalised: string): string[] {
  const found = new Set<string>();
  for (const run of runsOf(normalised)) {
    const characters = Array.from(run);
    for (let at = 1; at < characters.length; at += 1) {
      found.add(`${characters[at - 1]}${characters[at]}`);
    }
  }
  return [...found];
}
