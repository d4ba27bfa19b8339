import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const regulationChecks: readonly Check[] = [
  {
    rule: '法规制度:代码不重复,写明怎样引用,条款的文件存在、条款不重复',
    find: ({ regulations, regulationArticles }) => [
      ...repeated(regulations, ({ code }) => code, text.twice),
      ...repeated(
        regulationArticles,
        ({ regulation, article }) => `${regulation} ${article}`,
        text.twice,
      ),
      ...found(regulations, ({ names }) => (names.length === 0 ? text.unnamed : null)),
      ...found(regulationArticles, ({ regulation }) =>
        regulations.some(({ code }) => code === regulation)
          ? null
          : text.unknownRegulation(regulation),
      ),
    ],
  },
];
