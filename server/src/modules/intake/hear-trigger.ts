export interface Occurrence {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

export interface TriggerWords {
  readonly words: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly unless: readonly string[];
}

// Two or three short sentences: words further apart speak of different things.
const reach = 60;
const sentenceEnd = /[。!?;\n]/;
/** What takes a danger back when it stands right before the word: 没有人员被困, 防止触电, 怕着火. */
const takenBack =
  /(?:(?<!有)没有?|(?<!是)不是|并?未|并?无|不存在|不会|不再|避免|防止|预防|防范|严防|谨防|以防|以免|(?<!害)怕|担心|万一|容易|要是|如果)(?:发现|发生|出现|造成|任何|再|有|人员|群众|居民|人|被){0,3}$/;
/** 有没有, 是不是: a question takes nothing back. */
const asking = /有没$|是不$/;
const longestTakingBack = 12;
const speaksOfAbsence = /^(?:没|无|未)/;

/** More than anybody says in one appeal is not read for dangers. */
const longestHeard = 20_000;

/** 所说: as triggers are written: half width, small letters, no spaces. */
export function saidIn(text: string): string {
  return text
    .slice(0, longestHeard)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '');
}

/** The words by which a trigger is heard in a text; null when it is not. */
export function heardIn(text: string, trigger: TriggerWords): readonly string[] | null {
  return heardAt(saidIn(text), trigger)?.map(({ word }) => word) ?? null;
}

/** Where in what was said the trigger is heard. */
export function heardAt(said: string, trigger: TriggerWords): readonly Occurrence[] | null {
  const named = occurrencesOf(trigger.words, said, trigger);
  // Nearly every trigger ends here: what it needs besides is not looked for.
  if (named.length === 0) return null;
  const needed = trigger.needs.map((group) => occurrencesOf(group, said, trigger));
  for (const occurrence of named) {
    const near = needed.map((group) => group.find((other) => distance(occurrence, other) <= reach));
    const met = near.filter((other) => other !== undefined);
    if (met.length === needed.length) return [occurrence, ...met];
  }
  return null;
}

function occurrencesOf(
  words: readonly string[],
  said: string,
  trigger: TriggerWords,
): Occurrence[] {
  const places = words.flatMap((word) => placesOf(word, said));
  if (places.length === 0) return places;
  // 井盖没了 is itself about something missing: there "没有" confirms and does not take back.
  const isAboutAbsence = [trigger.words, ...trigger.needs]
    .flat()
    .some((word) => speaksOfAbsence.test(word));
  return places
    .filter(
      (place) =>
        isAboutAbsence ||
        !takenBack.test(said.slice(Math.max(0, place.from - longestTakingBack), place.from)),
    )
    .filter((place) => !isExcepted(place, said, trigger));
}

/** A phrase around the word takes back that word alone (没有漏气); any other, its whole sentence (轮胎). */
function isExcepted(
  place: Occurrence,
  said: string,
  { words, needs, unless }: TriggerWords,
): boolean {
  return unless.some((phrase) => {
    const isAround = [words, ...needs].flat().some((word) => phrase.includes(word));
    if (!isAround) return sentenceAround(place, said).includes(phrase);
    return placesOf(phrase, said).some(
      ({ from, to }) =>
        from <= place.from && place.to <= to && !asking.test(said.slice(0, from + 1)),
    );
  });
}

function sentenceAround({ from, to }: Occurrence, said: string): string {
  const before = said.slice(0, from).split(sentenceEnd).at(-1) ?? '';
  const after = said.slice(to).split(sentenceEnd).at(0) ?? '';
  return before + said.slice(from, to) + after;
}

/** `线…垂` is the first and the second with at most eight characters of the same sentence between. */
function placesOf(word: string, said: string): Occurrence[] {
  if (word.includes('…')) return placesOfPair(word, said);
  const places: Occurrence[] = [];
  for (let from = said.indexOf(word); from >= 0; from = said.indexOf(word, from + 1)) {
    places.push({ word, from, to: from + word.length });
  }
  return places;
}

interface Pair {
  readonly parts: readonly string[];
  readonly pattern: RegExp;
}

const pairs = new Map<string, Pair>();

function pairOf(word: string): Pair {
  const known = pairs.get(word);
  if (known) return known;
  const parts = word.split('…');
  const pair = { parts, pattern: new RegExp(parts.map(literal).join(between), 'g') };
  pairs.set(word, pair);
  return pair;
}

function placesOfPair(word: string, said: string): Occurrence[] {
  const { parts, pattern } = pairOf(word);
  if (!parts.every((part) => said.includes(part))) return [];
  return [...said.matchAll(pattern)].map((match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

const between = '[^。!?;\\n]{0,8}?';
const literal = (part: string): string => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function distance(one: Occurrence, other: Occurrence): number {
  return Math.max(one.from, other.from) - Math.min(one.to, other.to);
}
