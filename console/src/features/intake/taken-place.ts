import { shortestArea } from '../../ui/area-code.ts';
import type { IntakeForm } from './intake-form.ts';
import type { Suggested } from './suggestions.tsx';

type Suggestion = Pick<Suggested, 'place' | 'subjects'>;

/** 详细地点 as the words say it, in the order of an address. */
export const addressOf = ({ place }: Pick<Suggestion, 'place'>): string =>
  place.parts.map(({ text }) => text).join('');

/** The machine is surer of a thing that is blamed than of one that only stands nearby. */
const sureSubject = 0.8;

/** 一键采用: only what stands empty is filled; of several equally likely areas a person chooses. */
export function takenPlace(
  form: IntakeForm,
  suggested: Suggestion,
  asksMore: boolean,
): Partial<IntakeForm> {
  const { areas, point } = suggested.place;
  const [area, ...equals] = areas;
  const address = addressOf(suggested);
  const [subject] = suggested.subjects;
  return {
    ...(form.areaCode === null && area && equals.length === 0
      ? { areaCode: shortestArea(area.code) }
      : {}),
    ...(form.address.trim() === '' && address !== '' ? { address } : {}),
    ...(asksMore && form.point === null && point?.isLearnt
      ? { point: { lng: point.lng, lat: point.lat } }
      : {}),
    ...(asksMore && form.subjectName.trim() === '' && subject && subject.confidence >= sureSubject
      ? { subjectName: subject.name }
      : {}),
  };
}

/** Areas worth showing: none the person has chosen already, nor one that holds what they chose. */
export function areasToOffer(form: IntakeForm, suggested: Suggestion): Suggested['place']['areas'] {
  const { areaCode } = form;
  if (areaCode === null) return suggested.place.areas;
  const chosen = shortestArea(areaCode);
  return suggested.place.areas.filter(({ code }) => !chosen.startsWith(shortestArea(code)));
}
