import { returnReasons } from '@minsheng/contract/words/disputes.ts';
import type { CodeKind } from '@minsheng/contract/words/nets.ts';
import { appealTypes } from '@minsheng/contract/words/order.ts';
import type { CityIndex } from '../city-index.ts';
import type { CityPack } from '../pack.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const netChecks: readonly Check[] = [
  {
    rule: '对接的网:代码不重复',
    find: ({ nets }) => repeated(nets, ({ code }) => code, text.twice),
  },
  {
    rule: '代码对照:文件名是一个网,对方代码不重复,本系统代码存在',
    find: (pack, index) => {
      const nets = new Set(pack.nets.map(({ code }) => code));
      const known = knownCodes(pack, index);
      return [
        ...repeated(
          pack.codeMaps,
          ({ file, kind, theirs }) => `${file}/${kind}/${theirs}`,
          text.twice,
        ),
        ...found(pack.codeMaps, ({ file, kind, ours }) => {
          if (!nets.has(file)) return text.unknownNet(file);
          return known[kind].has(ours) ? null : text.unknownOurs(ours);
        }),
      ];
    },
  },
];

type Codes = Readonly<Record<CodeKind, ReadonlySet<string>>>;

function knownCodes({ areas, dispositions }: CityPack, { units, leaves }: CityIndex): Codes {
  return {
    type: new Set(appealTypes),
    matter: new Set(leaves.map(({ code }) => code)),
    area: new Set(areas.map(({ code }) => code)),
    unit: new Set(units.keys()),
    reason: new Set([...returnReasons, ...dispositions.map(({ code }) => code), 'transferred']),
  };
}
