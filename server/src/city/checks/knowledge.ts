import type { KnowledgeEntry } from '../guidance-rows.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

/** Longer than any public short code. */
const longNumber = /(?<!\d)(1[3-9]\d{9}|0\d{2,3}[-\s]?\d{7,8}|\d{17}[\dXx])(?!\d)/;

type Form = KnowledgeEntry['forms'][number];

export const knowledgeChecks: readonly Check[] = [
  {
    rule: '知识条目编号不重复',
    find: (pack) => repeated(pack.knowledge, (entry) => entry.code, text.twice),
  },
  {
    rule: '知识条目的责任单位与事项存在',
    find: (pack, index) =>
      found(pack.knowledge, ({ owner, matters }) => [
        ...(index.units.has(owner) ? [] : [text.unknownUnit(owner)]),
        ...matters.filter((matter) => !index.matterPrefixes.has(matter)).map(text.unknownMatter),
      ]),
  },
  {
    rule: '知识条目的有效期先后正确',
    find: (pack) =>
      found(pack.knowledge, ({ validFrom, validUntil }) =>
        validFrom > validUntil ? text.endsBefore : null,
      ),
  },
  {
    rule: '话术与答复中没有手机、座机与证件号码',
    find: (pack) => [
      ...found(pack.knowledge, ({ answer }) => hiddenNumber(answer)),
      ...found(pack.knowledge, ({ forms }) => hiddenNumber(wordsOfForms(forms))),
      ...found(pack.dispositions, ({ words, sms }) => hiddenNumber(`${words} ${sms}`)),
      ...found(pack.catalogue, ({ note }) => hiddenNumber(note ?? '')),
      ...found(pack.aliases, ({ note }) => hiddenNumber(note ?? '')),
    ],
  },
];

const wordsOfForms = (forms: readonly Form[]): string =>
  forms.map(({ title, bring, fields }) => [title, ...bring, ...fields].join(' ')).join(' ');

function hiddenNumber(sentence: string): string | null {
  const number = longNumber.exec(sentence)?.[0];
  return number === undefined ? null : text.hasNumber(number);
}
