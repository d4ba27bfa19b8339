import type { BriefAbout, SectionHolds } from '@minsheng/contract/words/briefs.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

/** What can be counted of each; words stand everywhere. */
const countable: Record<BriefAbout, readonly SectionHolds[]> = {
  days: ['figures', 'matters'],
  campaign: ['funnel', 'problems', 'measures'],
  node: ['zeros'],
};

export const briefChecks: readonly Check[] = [
  {
    rule: '专报模板:代码不重复,每一节的内容算得出来',
    find: ({ briefTemplates }) => [
      ...repeated(briefTemplates, ({ code }) => code, text.twice),
      ...found(briefTemplates, ({ about, sections }) =>
        sections
          .filter(({ holds }) => holds !== 'words' && !countable[about].includes(holds))
          .map(({ heading }) => text.strangeSection(heading)),
      ),
    ],
  },
];
