import { text } from '../text.ts';
import { type Check, found } from './check.ts';

export const seriousChecks: readonly Check[] = [
  {
    rule: '重件规则写明条件,事项存在,有效期先后正确',
    find: (pack, index) =>
      found(pack.seriousRules, ({ urgency, type, matter, secrecyFrom, validFrom, validTo }) => {
        if ([urgency, type, matter, secrecyFrom].every((said) => said === null))
          return text.everythingSerious;
        if (matter !== null && !index.matterPrefixes.has(matter)) return text.unknownMatter(matter);
        const isBackward = validFrom !== null && validTo !== null && validFrom > validTo;
        return isBackward ? text.endsBefore : null;
      }),
  },
];
