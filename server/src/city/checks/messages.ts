import { noticeWays } from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import { messageFacts } from '../message-facts.ts';
import type { Problem } from '../source.ts';
import { text } from '../text.ts';
import { type Check, found } from './check.ts';

const file = 'cities/common/messages.json';

const needed = Object.keys(messageFacts);

/** Place-holders of messages that are worded already and sent by nobody yet. */
const otherPlaceHolders = [
  ...['order_no', 'query_code', 'link', 'code', 'expires', 'disposition', 'channel', 'question'],
  ...['answer', 'result', 'progress', 'reason', 'basis', 'unit', 'lead_unit', 'from_unit'],
  ...['position', 'task', 'step', 'ruling', 'others', 'due', 'sign_in_by', 'reply_by', 'overdue'],
  ...['minutes', 'months', 'missed_minutes', 'sign_in_minutes', 'contact_minutes', 'place'],
  ...['event', 'matter', 'reminder_title'],
];

const facts: Readonly<Record<string, readonly string[]>> = messageFacts;

export const messageChecks: readonly Check[] = [
  {
    rule: '短信模板齐全,占位写得对',
    find: ({ messages }) => [
      ...needed
        .filter((needs) => messages.every(({ name }) => name !== needs))
        .map((name): Problem => ({ file, line: 1, reason: text.messageMissing(name) })),
      ...found(messages, ({ name, words }) => [
        ...(isWay(name) ? [] : [text.messageWay(name)]),
        ...unknownPlaceHolders(name, words).map((holder) => text.placeHolder(name, holder)),
        ...(hasLooseBrace(words) ? [text.looseBrace(name)] : []),
      ]),
    ],
  },
  {
    rule: '本市改写的短信模板确有其名',
    find: ({ messages }) => {
      const shared = messages.filter(({ at }) => at.file === file).map(({ name }) => name);
      const own = messages.filter(({ at }) => at.file !== file);
      return found(own, ({ name }) =>
        shared.includes(baseOf(name)) ? null : text.messageUnknown(name),
      );
    },
  },
];

/** `overdue@mail#2027-01-01`: the words of `overdue`, for one way only, from a day on. */
const baseOf = (name: string): string => name.split(/[@#]/)[0] ?? name;

const form = /^[^@#]+(?:@(?<way>[a-z]+))?(?:#(?<day>.+))?$/;

function isWay(name: string): boolean {
  const { way, day } = form.exec(name)?.groups ?? {};
  const isKnown = way === undefined || noticeWays.some((one) => one === way);
  return form.test(name) && isKnown && (day === undefined || z.iso.date().safeParse(day).success);
}

function unknownPlaceHolders(name: string, sentence: string): string[] {
  const used = Array.from(sentence.matchAll(/\{([^{}]*)\}/g), ([, holder = '']) => holder);
  const filled = facts[baseOf(name)] ?? otherPlaceHolders;
  return used.filter((holder) => !filled.includes(holder));
}

function hasLooseBrace(sentence: string): boolean {
  return /[{}]/.test(sentence.replace(/\{[^{}]*\}/g, ''));
}
