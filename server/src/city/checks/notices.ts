import { messageFacts } from '../message-facts.ts';
import type { NoticeHoursRow, NoticeRuleRow } from '../notice-rows.ts';
import type { Problem } from '../source.ts';
import { text } from '../text.ts';
import { type Check, found } from './check.ts';

const file = 'cities/common/notice-rules.tsv';
const facts: Readonly<Record<string, readonly string[]>> = messageFacts;

export const noticeChecks: readonly Check[] = [
  {
    rule: '通知规则:每条通知都有,渠道合乎对象',
    find: ({ noticeRules }) => [
      ...Object.keys(messageFacts)
        .filter((needed) => noticeRules.every(({ message }) => message !== needed))
        .map((name): Problem => ({ file, line: 1, reason: text.noticeRuleMissing(name) })),
      ...found(noticeRules, wrongWith),
    ],
  },
  {
    rule: '免打扰成对,条数上限合理',
    find: ({ noticeHours }) => found(noticeHours, wrongHours),
  },
];

function wrongWith({ message, audience, channels, readers }: NoticeRuleRow): string[] {
  const filled = facts[message];
  if (!filled) return [text.noticeUnknown(message)];
  const only = (way: string) => channels.every((one) => one === way);
  const isCall = message.endsWith('-call');
  const isSecret = ['link', 'code', 'query_code'].some((name) => filled.includes(name));
  const wantsReaders = channels.includes('inbox') && message !== 'wait-late';
  return [
    ...(audience === 'requester' && !only('sms') ? [text.noticeRequesterWay] : []),
    ...((isCall ? only('call') : !channels.includes('call')) ? [] : [text.noticeCall]),
    ...(isSecret && !only('sms') ? [text.noticeSecret] : []),
    ...(wantsReaders === readers.length > 0 ? [] : [text.noticeReaders]),
  ];
}

function wrongHours({ quietFrom, quietTo, perHour, perDay }: NoticeHoursRow): string[] {
  const isPair = (quietFrom === null) === (quietTo === null);
  const isFew = (perHour ?? 1) > 0 && (perDay ?? 1) > 0;
  const fits = perHour === null || perDay === null || perHour <= perDay;
  return [...(isPair ? [] : [text.noticeQuiet]), ...(isFew && fits ? [] : [text.noticeLimit])];
}
