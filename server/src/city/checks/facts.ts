import { text } from '../text.ts';
import { type Check, found } from './check.ts';

const demoSeats = [
  ['county', 'county'],
  ['countyDepartment', 'county-department'],
  ['township', 'township'],
  ['village', 'village'],
] as const;

export const factChecks: readonly Check[] = [
  {
    rule: '城市代码、根单位与市级区划一致,考试时段先后正确',
    find: ({ facts }, index) =>
      found(facts === null ? [] : [facts], ({ code, cityId, rootUnit, examDays }) => [
        ...(code === rootUnit && code.startsWith(String(cityId)) ? [] : [text.cityCodes]),
        ...(index.areas.get(code.padEnd(12, '0'))?.level === 'city'
          ? []
          : [text.unknownArea(code)]),
        ...examDays.filter(({ from, to }) => from > to).map(() => text.endsBefore),
      ]),
  },
  {
    rule: '演示人员所在单位存在,是一县之内的县、部门、乡、村',
    find: ({ demoUnits }, index) =>
      found(demoUnits === null ? [] : [demoUnits], (units) =>
        demoSeats.flatMap(([seat, kind]) => {
          const code = units[seat];
          const unit = index.units.get(code);
          if (unit === undefined) return text.unknownUnit(code);
          return unit.kind === kind && code.startsWith(units.county)
            ? []
            : text.demoSeat(code, kind);
        }),
      ),
  },
];
