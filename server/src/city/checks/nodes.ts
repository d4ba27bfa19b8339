import { dayAfter } from '../../platform/zone.ts';
import type { CityPack } from '../pack.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

const longestDays = 200;

export const nodeChecks: readonly Check[] = [
  {
    rule: '重要节点:代码不重复,事项、区划、时限类别存在',
    find: ({ nodes }, index) => [
      ...repeated(nodes, ({ code }) => code, text.twice),
      ...found(nodes, ({ matters, areas, limitClass }) => [
        ...matters.filter((code) => !index.matterPrefixes.has(code)).map(text.unknownMatter),
        ...areas
          .filter((code) => ![...index.areas.keys()].some((known) => known.startsWith(code)))
          .map(text.unknownArea),
        ...(limitClass === null || index.limits.has(limitClass)
          ? []
          : [text.unknownClass(limitClass)]),
      ]),
    ],
  },
  {
    rule: '节点日期:节点存在,一年一行,先后正确;假日落在放假的日子',
    find: (pack) => [
      ...repeated(pack.nodeDays, ({ year, node }) => `${year} ${node}`, text.twice),
      ...found(pack.nodeDays, (row) => {
        const node = pack.nodes.find(({ code }) => code === row.node);
        if (!node) return text.unknownNode(row.node);
        if (row.first > row.last) return text.endsBefore;
        if (row.last > dayAfter(row.first, longestDays)) return text.nodeTooLong(longestDays);
        return node.family === 'holiday' ? workedDay(pack, row) : null;
      }),
    ],
  },
];

/** A holiday of a year whose notice is out is no day on which people work. */
function workedDay(
  { calendar }: CityPack,
  { year, first, last }: { year: number; first: string; last: string },
): string | null {
  const announced = calendar.some(({ date }) => date === `${year}-01-01`);
  if (!announced) return null;
  const off = new Set(calendar.filter(({ kind }) => kind === 'off').map(({ date }) => date));
  for (let on = first; on <= last; on = dayAfter(on, 1))
    if (!off.has(on)) return text.nodeDayWorked(on);
  return null;
}
