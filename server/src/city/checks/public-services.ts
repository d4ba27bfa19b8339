import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const publicServiceChecks: readonly Check[] = [
  {
    rule: '公开服务是有效的事项,不是举报',
    find: ({ publicServices, matters }) => {
      const byCode = new Map(matters.map((row) => [row.code, row]));
      return [
        ...repeated(publicServices, ({ matter }) => matter, text.twice),
        ...found(publicServices, ({ matter }) =>
          byCode.has(matter) ? null : text.unknownMatter(matter),
        ),
        ...found(publicServices, ({ matter }) =>
          byCode.get(matter)?.type === 'JB' ? text.publicReport : null,
        ),
      ];
    },
  },
];
