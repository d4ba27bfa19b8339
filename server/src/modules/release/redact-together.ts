import type { Gazetteer } from '../mentions/index.ts';
import { type KnownPeople, type Removal, redact } from '../redaction/index.ts';

/**
 * 合并脱敏: the texts of one order know each other's people: who is named in the content where the words around make it
 * plain is taken out of the title as well, where nothing does.
 */
export function redactTogether(
  texts: readonly string[],
  { known, places }: { readonly known: KnownPeople; readonly places: Gazetteer },
): (readonly Removal[])[] {
  const alone = texts.map((words) => redact(words, { known, places }).removals);
  const named = alone.flatMap((removals, at) =>
    removals
      .filter(({ kind }) => kind === 'name')
      .map(({ start, end }) => texts[at]?.slice(start, end) ?? ''),
  );
  const names = [...new Set([...known.names, ...named])];
  if (names.length === known.names.length) return alone;
  return texts.map((words) => redact(words, { known: { ...known, names }, places }).removals);
}
