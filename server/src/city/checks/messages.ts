import type { Problem } from '../source.ts';
import { text } from '../text.ts';
import type { Check } from './check.ts';

const file = 'cities/common/messages.json';

/** Messages the program sends by name. */
const needed = [
  'received',
  'query-code',
  'dispatched-duty',
  'duty-call',
  'u1-duty',
  'need-info',
  'parked',
  'urged',
  'call-back-sms',
  'rating-link',
  'closed',
] as const;

/** What the program can put into a message. */
const placeHolders = [
  ...['hotline', 'order_no', 'order_tail', 'query_code', 'link', 'code', 'expires'],
  ...['disposition', 'channel', 'question', 'answer', 'result', 'progress', 'reason', 'basis'],
  ...['unit', 'lead_unit', 'from_unit', 'role', 'position', 'task', 'step', 'ruling', 'others'],
  ...['due', 'sign_in_by', 'reply_by', 'overdue', 'minutes', 'months', 'missed_minutes'],
  ...['sign_in_minutes', 'contact_minutes', 'place', 'event', 'matter', 'reminder_title'],
];

export const messageChecks: readonly Check[] = [
  {
    rule: '短信模板齐全,占位写得对',
    find: ({ messages }) =>
      [
        ...needed.filter((name) => messages[name] === undefined).map(text.messageMissing),
        ...Object.entries(messages).flatMap(([name, sentence]) => [
          ...unknownPlaceHolders(sentence).map((holder) => text.placeHolder(name, holder)),
          ...(hasLooseBrace(sentence) ? [text.looseBrace(name)] : []),
        ]),
      ].map((reason): Problem => ({ file, line: 1, reason })),
  },
];

function unknownPlaceHolders(sentence: string): string[] {
  const used = Array.from(sentence.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name);
  return used.filter((name) => !placeHolders.includes(name));
}

function hasLooseBrace(sentence: string): boolean {
  return /[{}]/.test(sentence.replace(/\{[^{}]*\}/g, ''));
}
