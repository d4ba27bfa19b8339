import type { WarningSubject } from '@minsheng/contract/words/warnings.ts';
import { findSubjects, type SubjectMention } from '../mentions/index.ts';
import type { Arrival } from '../orders/index.ts';
import { everything } from './count-book.ts';

/** 计数键: what an appeal is counted under: its matter and the matter's parents, county and town, both, what it complains of. */
export function keysOf(arrival: Arrival, cityCode: string): string[] {
  const { matterCode, areaCode, words } = arrival;
  const matters = [6, 4, 2].map((length) => `matter:${matterCode.slice(0, length)}`);
  const county = areaCode.slice(0, 6);
  const isPlaced = county.length === 6 && county !== cityCode;
  const town = areaCode.slice(0, 9);
  const places = isPlaced ? [`place:${county}`] : [];
  if (isPlaced && town.length === 9 && !town.endsWith('000')) places.push(`place:${town}`);
  const both = isPlaced ? [`matter:${matterCode}@${county}`] : [];
  return [everything, ...matters, ...places, ...both, ...subjectKeys(words)];
}

const mostSubjects = 2;
const leastConfidence = 0.5;
/** What a name of two characters means is anybody's guess. */
const leastName = 3;

/** The names of companies, sites, estates as such; people are no subjects of a warning. */
function subjectKeys(words: string): string[] {
  const named = findSubjects(words).filter(isPlain).slice(0, mostSubjects);
  return [...new Set(named.map(({ text }) => `subject:${text}`))];
}

const isPlain = ({ text, confidence, kind, key }: SubjectMention): boolean =>
  confidence >= leastConfidence &&
  kind !== 'other' &&
  key.core.length >= 2 &&
  text.length >= leastName &&
  text.length <= 30 &&
  !/\d{3,}/.test(text);

export interface KeyParts {
  readonly subject: WarningSubject;
  /** Prefix of the matter's code. */
  readonly matter: string | null;
  readonly area: string | null;
  /** As the appeals name it. */
  readonly name: string | null;
}

export function partsOf(key: string): KeyParts {
  if (key === everything) return { subject: 'all', matter: null, area: null, name: null };
  const [kind = '', value = ''] = key.split(/:(.*)/s);
  if (kind === 'place') return { subject: 'place', matter: null, area: value, name: null };
  if (kind === 'subject') return { subject: 'subject', matter: null, area: null, name: value };
  const [matter = '', area] = value.split('@');
  return area === undefined
    ? { subject: 'matter', matter, area: null, name: null }
    : { subject: 'matter-at-place', matter, area, name: null };
}
