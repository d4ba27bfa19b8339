import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const assessmentChecks: readonly Check[] = [
  {
    rule: '考核分组写明部门,目标值不设 100 %(66号文(六))',
    find: ({ peerGroups, targets, units }) => {
      const slugs = new Set(units.map(({ code }) => code.split('.')[1]));
      return [
        ...repeated(peerGroups, ({ code }) => code, text.twice),
        ...found(peerGroups, (group) =>
          group.slugs.filter((slug) => !slugs.has(slug)).map(text.unknownUnit),
        ),
        ...repeated(targets, ({ indicator }) => indicator, text.twice),
        ...found(targets, ({ percent, despite }) =>
          percent === 100 && despite === null ? text.targetOfAll : null,
        ),
      ];
    },
  },
];
