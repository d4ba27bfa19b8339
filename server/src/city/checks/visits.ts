import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const visitChecks: readonly Check[] = [
  {
    rule: '核查清单与清单里的核查项编码不重复,数字才写单位',
    find: ({ visitChecklists }) => [
      ...repeated(visitChecklists, ({ code }) => code, text.twice),
      ...found(visitChecklists, ({ items }) => [
        ...items
          .filter(({ code }, index) => items.findIndex((item) => item.code === code) !== index)
          .map(({ code }) => text.itemTwice(code)),
        ...items
          .filter(({ kind, unit }) => unit !== undefined && kind !== 'number')
          .map(({ code }) => text.unitOfNoNumber(code)),
      ]),
    ],
  },
];
