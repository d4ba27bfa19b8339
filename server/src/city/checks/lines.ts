import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

const ownerKinds = ['department', 'enterprise', 'police', 'centre'];

export const lineChecks: readonly Check[] = [
  {
    rule: '归并热线号码不重复',
    find: (pack) => repeated(pack.lines, (line) => line.number, text.twice),
  },
  {
    rule: '归并热线的号码是公共短号,主管单位存在',
    find: (pack, index) =>
      found(pack.lines, ({ number, owner }) => {
        if (!/^\d{3,6}$/.test(number)) return text.notShortCode(number);
        const unit = index.units.get(owner);
        if (unit === undefined) return text.unknownUnit(owner);
        return ownerKinds.includes(unit.kind) ? null : text.notAnOwner(owner);
      }),
  },
];
