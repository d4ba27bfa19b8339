import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const linkageChecks: readonly Check[] = [
  {
    rule: '互转事项清单:编号不重复,事项存在,有效期先后正确',
    find: ({ linkageTo110, linkageFrom110 }, index) =>
      [linkageTo110, linkageFrom110].flatMap((rows) => [
        ...repeated(rows, ({ code }) => code, text.twice),
        ...found(rows, ({ matter, validFrom, validTo, words }) => {
          if (matter !== null && !index.matterPrefixes.has(matter))
            return text.unknownMatter(matter);
          if (words.length === 0) return text.noSearchWords;
          return validTo !== null && validFrom > validTo ? text.endsBefore : null;
        }),
      ]),
  },
];
