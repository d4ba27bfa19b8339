import type { ClueLikeness } from '@minsheng/contract/words/clues.ts';
import { metresBetween } from '../../platform/metres.ts';
import { normaliseDocument, runsOf } from '../text/index.ts';
import type { Clue } from './clue.ts';

/** 个体、公司 say what kind of a business it is, not which. */
const legalForm = /(有限责任公司|股份有限公司|有限公司|个体工商户|个人独资企业|总店|分店)$/u;

/** 对象的名字 as it is compared: without marks, blanks and legal form. */
export function nameKey(name: string): string {
  const whole = runsOf(normaliseDocument(name)).join('');
  const bare = whole.replace(legalForm, '');
  return bare === '' ? whole : bare;
}

export const placeKey = (place: string): string => runsOf(normaliseDocument(place)).join('');

const nearMetres = 100;

type Told = Pick<Clue, 'subject_id' | 'place_key' | 'area_code' | 'lng' | 'lat'>;

/** 相同之处 of two clues of one county; none: not proposed. */
export function likenessOf(one: Told, other: Told): ClueLikeness[] {
  const reasons: ClueLikeness[] = [];
  if (one.subject_id === other.subject_id) reasons.push('subject');
  if (one.place_key === other.place_key && isSameTown(one, other)) reasons.push('place');
  const [a, b] = [spotOf(one), spotOf(other)];
  if (a && b && metresBetween(a, b) <= nearMetres) reasons.push('near');
  return reasons;
}

/** 中山路12号 stands in every town. */
const isSameTown = (one: Told, other: Told): boolean =>
  one.area_code.slice(0, 9) === other.area_code.slice(0, 9);

const spotOf = ({ lng, lat }: Told) => (lng === null || lat === null ? null : { lng, lat });
