import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

const calm = 'calm';

export const dangerChecks: readonly Check[] = [
  {
    rule: '险情例句说得出种类,平静的与危险的都有',
    find: (pack) => {
      const known = new Set([calm, ...pack.dangerKinds.map(({ code }) => code)]);
      const told = new Set(pack.dangerExamples.map(({ kind }) => kind));
      return [
        ...found(pack.dangerExamples, ({ kind }) =>
          known.has(kind) ? null : text.unknownDangerKind(kind),
        ),
        ...found(pack.dangerKinds, ({ code }) => {
          if (!told.has(calm)) return text.noExampleOf(calm);
          return told.has(code) ? null : text.noExampleOf(code);
        }),
        ...found(pack.dangerWords, ({ words }) => (words.length === 0 ? text.noWords : null)),
        ...repeated(pack.dangerExamples, ({ text: said }) => said, text.twice),
      ];
    },
  },
];
