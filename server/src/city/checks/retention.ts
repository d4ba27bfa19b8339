import { shortestYears } from '@minsheng/contract/words/retention.ts';
import type { RetentionRow } from '../retention-rows.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const retentionChecks: readonly Check[] = [
  {
    rule: '保管期限:代码不重复,事项存在,不短于最短年限;程序不销毁的只写永久',
    find: ({ retention }, index) => [
      ...repeated(retention, ({ code }) => code, text.twice),
      ...found(retention, ({ matters }) =>
        matters.flatMap((matter) =>
          index.matterPrefixes.has(matter) ? [] : [text.unknownMatter(matter)],
        ),
      ),
      ...found(retention, tooShort),
    ],
  },
];

function tooShort({ kind, years }: RetentionRow): string | null {
  if (years === null) return null;
  if (kind === 'kept') return text.keptForEver;
  const { years: shortest, source } = shortestYears[kind];
  return years < shortest ? text.tooShort(years, shortest, source) : null;
}
