import type { city, ReplyOf, Urgency } from '@minsheng/contract';
import type { IntakeForm } from './intake-form.ts';
import type { saveText } from './text.ts';

export type MatterDetail = ReplyOf<typeof city.matterDetail>;
export type MatterField = MatterDetail['fields'][number];
export type Missing = keyof typeof saveText.missingWords;

type FieldValue = IntakeForm['fields'][string];

function asWords(value: FieldValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return Array.isArray(value) ? value : [String(value)];
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** 必填条件: always, never, or when another field says so. */
export function isNeeded(field: MatterField, values: IntakeForm['fields']): boolean {
  if (field.required === 'always') return true;
  if (field.required === 'never') return false;
  const { field: other, is } = field.required;
  return asWords(values[other]).some((word) => is.includes(word));
}

/** 必填的要素: what only a unit would need is not asked of a call that is answered or guided elsewhere. */
export const mustFill = (field: MatterField, form: Pick<IntakeForm, 'fields' | 'result'>) =>
  form.result === 'dispatch' && isNeeded(field, form.fields);

export function missingFields(matter: MatterDetail | undefined, form: IntakeForm): MatterField[] {
  return (matter?.fields ?? []).filter(
    (field) => mustFill(field, form) && isEmpty(form.fields[field.code]),
  );
}

function missingResult(form: IntakeForm): Missing | null {
  switch (form.result) {
    case 'answer':
      return form.knowledgeCode === null && form.answer.trim() === '' ? 'answer' : null;
    case 'dispose':
      return form.dispositionCode === null || form.dispositionReason.trim() === ''
        ? 'disposition'
        : null;
    case 'transfer':
      return form.transferTo.trim() === '' ? 'transfer' : null;
    case 'dispatch':
      return null;
    default:
      return form.result satisfies never;
  }
}

/** What still keeps the form from being saved, in the order of the form. */
export function missingIn(form: IntakeForm, matter: MatterDetail | undefined): Missing[] {
  const found: (Missing | null)[] = [
    form.content.trim().length < 4 ? 'content' : null,
    form.matterCode === null ? 'matter' : null,
    form.type === null ? 'type' : null,
    missingFields(matter, form).length > 0 ? 'field' : null,
    form.areaCode === null ? 'area' : null,
    form.callId === null && form.phone.trim() === '' && !form.anonymous ? 'contact' : null,
    form.urgency !== null && form.urgencyReason.trim().length < 2 ? 'urgencyReason' : null,
    missingResult(form),
  ];
  return found.filter((one) => one !== null);
}

const filled = <Name extends string>(name: Name, value: string | null) =>
  value === null || value.trim() === '' ? {} : { [name]: value.trim() };

export const is110 = (to: string): boolean => to.includes('110');

const how110 = ({ transferRow, byThreeWay, firstReceiver }: IntakeForm) => ({
  ...filled('transferRow', transferRow),
  byThreeWay,
  firstReceiver,
});

/** Only the part that belongs to the chosen result is sent. */
export function resultBody(form: IntakeForm) {
  switch (form.result) {
    case 'answer':
      return { ...filled('knowledgeCode', form.knowledgeCode), ...filled('answer', form.answer) };
    case 'dispose':
      return {
        ...filled('dispositionCode', form.dispositionCode),
        ...filled('dispositionReason', form.dispositionReason),
      };
    case 'transfer':
      return {
        ...filled('transferTo', form.transferTo),
        awaitsFeedback: form.awaitsFeedback,
        ...(is110(form.transferTo) && how110(form)),
      };
    case 'dispatch':
      return {};
    default:
      return form.result satisfies never;
  }
}

/** A field of another leaf, left over from a change of mind, is not sent. */
export function ownFields(
  form: IntakeForm,
  matter: MatterDetail | undefined,
): IntakeForm['fields'] {
  const codes = new Set((matter?.fields ?? []).map((field) => field.code));
  return Object.fromEntries(
    Object.entries(form.fields).filter(([code, value]) => codes.has(code) && !isEmpty(value)),
  );
}

export function urgencyBody(form: IntakeForm): { urgency?: Urgency; urgencyReason?: string } {
  if (form.urgency === null) return {};
  return { urgency: form.urgency, ...filled('urgencyReason', form.urgencyReason) };
}

/** 一键转110: what stands there already; nothing is compulsory. */
export function putThroughBody(form: IntakeForm, callId: string) {
  return {
    callId,
    content: form.content.trim(),
    address: form.address.trim(),
    ...filled('title', form.title),
    ...filled('demand', form.demand),
    ...filled('subjectName', form.subjectName),
    ...filled('matterCode', form.matterCode),
    ...filled('areaCode', form.areaCode),
    ...filled('name', form.name),
    ...filled('transferRow', form.transferRow),
    ...(form.type === null ? {} : { type: form.type }),
    ...(form.point === null ? {} : { point: form.point }),
    ...(form.happenedAt === null ? {} : { happenedAt: form.happenedAt }),
  };
}

/** The create, as the contract wants it; null while something compulsory is missing. */
export function createBody(form: IntakeForm, matter: MatterDetail | undefined) {
  const { type, matterCode, areaCode } = form;
  if (type === null || matterCode === null || areaCode === null) return null;
  return {
    content: form.content.trim(),
    type,
    matterCode,
    areaCode,
    address: form.address.trim(),
    fields: ownFields(form, matter),
    ...filled('title', form.title),
    ...filled('demand', form.demand),
    ...filled('subjectName', form.subjectName),
    ...(form.point === null ? {} : { point: form.point }),
    ...(form.happenedAt === null ? {} : { happenedAt: form.happenedAt }),
    ...(form.callId === null ? { channel: form.channel } : { callId: form.callId }),
    requester: {
      kind: form.kind,
      isSelf: form.isSelf,
      tags: form.tags,
      ...filled('name', form.name),
      ...filled('phone', form.phone),
      ...filled('otherPhone', form.otherPhone),
      ...filled('companyName', form.companyName),
      ...filled('language', form.language),
    },
    anonymous: form.anonymous,
    secrecy: form.secrecy,
    needsReply: form.needsReply,
    needsCallBack: form.needsCallBack,
    ...urgencyBody(form),
    result: form.result,
    ...resultBody(form),
    ...(form.repeatOf === null ? {} : { repeatOf: form.repeatOf }),
    ...(form.sameAs === null ? {} : { sameAs: form.sameAs }),
  };
}
