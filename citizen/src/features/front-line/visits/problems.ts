import type { KeptPhoto, KeptVisit, VisitItem } from './kept-visit.ts';
import { visitsText } from './text.ts';

const words = visitsText.problems;
const leastFindings = 4;

/** What is missing, asked on the phone by the same rules as on the server: there nobody stands at the place any more. */
export function problemsOf(visit: KeptVisit, photos: readonly KeptPhoto[]): string[] {
  const { items } = visit.toGo;
  const said = visit.ticks.map(({ code }) => code);
  const seen = photos.map(({ itemCode }) => itemCode);
  const unsaid = items.filter(
    ({ code, kind, isRequired }) => isRequired && kind !== 'photo' && said.indexOf(code) === -1,
  );
  const unseen = items.filter((item) => mustBeSeen(item) && seen.indexOf(item.code) === -1);
  const numbers = items.filter(({ code, kind }) => kind === 'number' && isOdd(visit, code));
  return [
    ...(unsaid.length > 0 ? [words.items(namesOf(unsaid))] : []),
    ...(unseen.length > 0 ? [words.photos(namesOf(unseen))] : []),
    ...numbers.map(({ name }) => words.number(name)),
    ...(visit.outcome === null ? [words.outcome] : []),
    ...(visit.findings.trim().length < leastFindings ? [words.findings] : []),
    ...(visit.answerIsFalse && photos.length === 0 ? [words.falsePhoto] : []),
  ];
}

const mustBeSeen = ({ kind, isRequired, wantsPhoto }: VisitItem): boolean =>
  isRequired && (kind === 'photo' || wantsPhoto);

const isOdd = ({ ticks }: KeptVisit, wanted: string): boolean =>
  ticks.some(({ code, value }) => code === wanted && typeof value !== 'number');

const namesOf = (items: readonly VisitItem[]): string => items.map(({ name }) => name).join('、');
