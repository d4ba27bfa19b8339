import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

const levels = ['city', 'county', 'town', 'village'] as const;
const digitsOf = { city: 4, county: 6, town: 9, village: 12 } as const;

export const areaChecks: readonly Check[] = [
  {
    rule: '区划代码不重复',
    find: (pack) => repeated(pack.areas, (area) => area.code, text.twice),
  },
  {
    rule: '区划代码与级别相符,且属于本市',
    find: (pack) =>
      found(pack.areas, ({ code, level }) => {
        if (!code.startsWith(String(pack.facts?.cityId ?? ''))) return text.notInCity(code);
        const tail = code.slice(digitsOf[level]);
        return /^0*$/.test(tail) ? null : text.codeNotOfLevel(code, level);
      }),
  },
  {
    rule: '上级区划存在且高一级',
    find: (pack, index) =>
      found(pack.areas, ({ code, parent, level }) => {
        if (level === 'city') return parent === null ? null : text.cityHasParent;
        const above = parent === null ? undefined : index.areas.get(parent);
        if (above === undefined) return text.unknownArea(parent ?? '');
        if (levels.indexOf(above.level) !== levels.indexOf(level) - 1) {
          return text.parentLevel(above.code);
        }
        return code.startsWith(above.code.slice(0, digitsOf[above.level]))
          ? null
          : text.notUnderParent(code, above.code);
      }),
  },
  {
    rule: '坐标成对且在中国境内',
    find: (pack) =>
      found(pack.areas, ({ lng, lat }) => {
        if (lng === null && lat === null) return null;
        if (lng === null || lat === null) return text.halfCoordinate;
        return lng > 73 && lng < 136 && lat > 3 && lat < 54 ? null : text.coordinateOutside;
      }),
  },
  {
    rule: '别名不重复,所指区划与单位存在',
    find: (pack, index) => [
      ...repeated(pack.aliases, (alias) => alias.alias, text.twice),
      ...found(pack.aliases, ({ area }) => (index.areas.has(area) ? null : text.unknownArea(area))),
      ...found(pack.aliases, ({ unit }) =>
        unit === null || index.units.has(unit) ? null : text.unknownUnit(unit),
      ),
    ],
  },
];
