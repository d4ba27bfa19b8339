import {
  type AppealType,
  appealTypes,
  intakeResults,
  requesterKinds,
  shapes,
  urgencies,
  writtenChannels,
} from '@minsheng/contract';
import { z } from 'zod';
import { newKey } from '../../shell/key.ts';

const text = z.string().catch('');
const maybe = z.string().nullable().catch(null);

export const tagCodes = [
  'elderly',
  'disabled',
  'minor',
  'veteran',
  'foreign',
  'migrant-worker',
] as const;

/**
 * 登记表 as typed so far. It is kept on this computer and set aside on the server, so everything may
 * be missing, and what an older version of the page left behind must still open.
 */
export const intakeForm = z.object({
  /** Names the form, its draft and its one create. */
  key: z.uuid().catch(newKey),
  callId: maybe,
  callNumber: text,
  /** Without a call. */
  channel: z.enum(writtenChannels).catch('visit'),
  content: text,
  demand: text,
  title: text,
  subjectName: text,
  type: z.enum(appealTypes).nullable().catch(null),
  matterCode: maybe,
  fields: shapes.fieldValues.catch({}),
  areaCode: maybe,
  address: text,
  point: shapes.point.nullable().catch(null),
  happenedAt: maybe,
  name: text,
  phone: text,
  otherPhone: text,
  kind: z.enum(requesterKinds).catch('person'),
  companyName: text,
  isSelf: z.boolean().catch(true),
  tags: z.array(z.enum(tagCodes)).catch([]),
  language: text,
  anonymous: z.boolean().catch(false),
  secrecy: shapes.secrecy.catch(0),
  needsReply: z.boolean().catch(true),
  needsCallBack: z.boolean().catch(true),
  urgency: z.enum(urgencies).nullable().catch(null),
  urgencyReason: text,
  result: z.enum(intakeResults).catch('dispatch'),
  knowledgeCode: maybe,
  knowledgeTitle: text,
  answer: text,
  dispositionCode: maybe,
  dispositionReason: text,
  transferTo: text,
  awaitsFeedback: z.boolean().catch(false),
  transferRow: maybe,
  byThreeWay: z.boolean().catch(false),
  firstReceiver: z.boolean().catch(false),
  repeatOf: maybe,
  /** 并入的事项. */
  sameAs: maybe,
});
export type IntakeForm = z.output<typeof intakeForm>;

export interface FormProps {
  form: IntakeForm;
  patch: (part: Partial<IntakeForm>) => void;
}

export function blankForm(call?: { id: string; number: string }): IntakeForm {
  return intakeForm.parse(call === undefined ? {} : { callId: call.id, callNumber: call.number });
}

/** 举报 is kept secret unless somebody decides otherwise. */
export const typeChosen = (form: IntakeForm, type: AppealType): Partial<IntakeForm> => ({
  type,
  ...(type === 'JB' && form.secrecy === 0 ? { secrecy: 1 } : {}),
});

/** Is there anything in it worth keeping? */
export function hasWords(form: IntakeForm): boolean {
  return form.content.trim() !== '' || form.matterCode !== null || form.address.trim() !== '';
}

interface Entry {
  code: string;
  title: string;
  matters: readonly string[];
}

/**
 * 引用条目. Most calls are questions: what the agent has not said yet, the entry says for them, and the question of a
 * whole city has the city for its place.
 */
export function cited(form: IntakeForm, entry: Entry, cityCode: string): Partial<IntakeForm> {
  const isBlank = form.content.trim() === '' && form.matterCode === null;
  const matterCode = entry.matters.find((code) => code.length === 6) ?? null;
  return {
    result: 'answer',
    knowledgeCode: entry.code,
    knowledgeTitle: entry.title,
    ...(isBlank ? { content: entry.title, matterCode, type: form.type ?? 'ZX' } : {}),
    ...(isBlank && form.areaCode === null ? { areaCode: cityCode } : {}),
  };
}

const keyFor = (accountId: string) => `minsheng.console.intake.${accountId}`;

export function readForm(accountId: string): IntakeForm {
  try {
    return intakeForm.parse(JSON.parse(localStorage.getItem(keyFor(accountId)) ?? '{}'));
  } catch {
    return blankForm();
  }
}

export function keepForm(accountId: string, form: IntakeForm): void {
  localStorage.setItem(keyFor(accountId), JSON.stringify(form));
}
