import type { sendAppeal } from '@minsheng/contract/public/appeals.ts';
import type { RequestOf } from '@minsheng/contract/route.ts';
import type { AppealType } from '@minsheng/contract/words/order.ts';
import type { Place } from '../../shell/location.ts';
import type { AreaChoice } from '../../ui/area-picker.tsx';
import type { SentPhoto } from '../../ui/photos.ts';

/** What a citizen has typed so far, without who they are. */
export interface AppealForm {
  noticeRead: boolean;
  content: string;
  type: AppealType | null;
  matter: { code: string; name: string } | null;
  areas: AreaChoice[];
  address: string;
  point: Place | null;
  wantsSecrecy: boolean;
}

/** Kept apart: name and phone stay in the tab, never in lasting storage. */
export interface PersonPart {
  name: string;
  phone: string;
}

export const emptyForm: AppealForm = {
  noticeRead: false,
  content: '',
  type: null,
  matter: null,
  areas: [],
  address: '',
  point: null,
  wantsSecrecy: false,
};
export const emptyPerson: PersonPart = { name: '', phone: '' };

export const mostContent = 5000;
export const mostPhotos = 9;

export type Problem = 'contentShort' | 'phoneOdd' | 'photosUnderway' | 'photosFailed';

export interface PhotoFacts {
  areUnderway: boolean;
  haveFailed: boolean;
}

/** What stands in the way of sending; the same bounds as the contract, said before the round trip. */
export function problemsOf(form: AppealForm, person: PersonPart, photos: PhotoFacts): Problem[] {
  const problems: Problem[] = [];
  if (form.content.trim().length < 4) problems.push('contentShort');
  const phone = phoneOf(person.phone);
  if (phone !== '' && !/^\+?[\d-]{5,20}$/.test(phone)) problems.push('phoneOdd');
  if (photos.areUnderway) problems.push('photosUnderway');
  if (photos.haveFailed) problems.push('photosFailed');
  return problems;
}

/** 地点: an address alone is enough, and so is an area or a point alone. */
export function hasPlace(form: AppealForm): boolean {
  return form.address.trim() !== '' || form.areas.length > 0 || form.point !== null;
}

export function appealBody(
  form: AppealForm,
  person: PersonPart,
  uploads: SentPhoto[],
): RequestOf<typeof sendAppeal> {
  const area = form.areas[form.areas.length - 1];
  const name = person.name.trim();
  const phone = phoneOf(person.phone);
  return {
    content: form.content.trim(),
    address: form.address.trim(),
    wantsSecrecy: form.wantsSecrecy,
    noticeRead: true,
    uploads,
    ...(form.type ? { type: form.type } : {}),
    ...(form.matter ? { matterCode: form.matter.code } : {}),
    ...(area ? { areaCode: area.code } : {}),
    ...(form.point ? { point: { lng: form.point.lng, lat: form.point.lat } } : {}),
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
  };
}

/** People type spaces, full-width digits and long dashes. */
function phoneOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').replace(/[‐-―]/g, '-');
}
