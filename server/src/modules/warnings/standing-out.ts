/** 凸显词: what the appeals of an event say and others do not, the plainest first. */
export function standingOut(
  appeals: readonly (readonly string[])[],
  /** Of a hundred other appeals, in how many a word stands; 0 where it is new. */
  usual: (word: string) => number,
): string[] {
  const counts = new Map<string, number>();
  for (const words of appeals)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(2, appeals.length * 0.2);
  const scored = [...counts]
    .filter(([, count]) => count >= least)
    .map(([word, count]) => {
      const share = (100 * count) / appeals.length;
      const lift = Math.log((share + 1) / (usual(word) + 1));
      return {
        word,
        score: (share / 100) ** 0.7 * lift * Math.min(1.4, Math.sqrt(word.length / 2)),
      };
    })
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score);
  const chosen: string[] = [];
  for (const { word } of scored) {
    if (chosen.some((other) => other.includes(word) || word.includes(other))) continue;
    chosen.push(word);
    if (chosen.length === shown) break;
  }
  return chosen;
}

const shown = 6;
