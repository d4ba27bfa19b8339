import type { Ratio } from '../wilson.ts';

/** 网络渠道来件. */
export interface ContactRow {
  kind: 'chat' | 'sms' | 'form';
  at: Date;
  /** First answer of a person, or the form's acceptance. */
  respondedAt: Date | null;
}

const limitMinutes = { chat: 3, sms: 3, form: 120 } as const;

/** K7 网络渠道响应率: a first response within three minutes, a form accepted within two hours. */
export function contactRate(contacts: readonly ContactRow[]): Ratio {
  const inTime = contacts.filter(
    ({ kind, at, respondedAt }) =>
      respondedAt !== null && respondedAt.getTime() - at.getTime() <= limitMinutes[kind] * 60_000,
  );
  return { numerator: inTime.length, denominator: contacts.length };
}
