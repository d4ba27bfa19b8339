import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const clueChecks: readonly Check[] = [
  {
    rule: '线索种类:代码不重复,查办单位存在',
    find: ({ clueKinds }, index) => [
      ...repeated(clueKinds, ({ code }) => code, text.twice),
      ...found(clueKinds, ({ unit }) => {
        const code = `${index.rootCode}.${unit}`;
        return index.units.has(code) ? null : text.unknownUnit(code);
      }),
    ],
  },
];
