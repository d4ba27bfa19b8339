import { type CityIndex, unitsMeant } from '../city-index.ts';
import type { MatterRow } from '../rows.ts';
import { text } from '../text.ts';
import { type Check, found, overlapping, repeated } from './check.ts';

/** Classes quick enough for immediate danger, domain 2.3. */
const classesForDanger = ['T0', 'E30', 'E2'];

export const matterChecks: readonly Check[] = [
  {
    rule: '同一事项代码同一时间只有一行',
    find: (pack) => overlapping(pack.matters, text.twice),
  },
  {
    rule: '同一类、同一组的名称一致',
    find: (pack) => [
      ...found(
        pack.matters,
        nameDiffers(pack.matters, 2, (matter) => matter.l1),
      ),
      ...found(
        pack.matters,
        nameDiffers(pack.matters, 4, (matter) => matter.l2),
      ),
    ],
  },
  {
    rule: '同组叶子不同名',
    find: (pack) =>
      repeated(
        pack.matters.filter((matter) => matter.validTo === null),
        ({ code, leaf }) => `${code.slice(0, 4)} ${leaf}`,
        text.twice,
      ),
  },
  {
    rule: '事项的时限类别存在,特急事项用特急类别',
    find: (pack, index) =>
      found(pack.matters, ({ limitClass, urgency }) => {
        if (!index.limits.has(limitClass)) return text.unknownClass(limitClass);
        const isSlow = urgency === 'U1' && !classesForDanger.includes(limitClass);
        return isSlow ? text.slowForDanger(limitClass) : null;
      }),
  },
  {
    rule: '事项的主办与协办单位存在',
    find: (pack, index) =>
      found(pack.matters, ({ lead, assists }) =>
        [lead, ...assists].flatMap((reference) => unknownParty(index, reference)),
      ),
  },
  {
    rule: '主办单位不又是协办',
    find: (pack) =>
      found(pack.matters, ({ lead, assists }) => {
        const parties = [lead, ...assists];
        const twice = parties.find((party, at) => parties.indexOf(party) !== at);
        return twice === undefined ? null : text.partyTwice(twice);
      }),
  },
  {
    rule: '由乡村主办的事项在基层履职清单上',
    find: (pack) =>
      found(pack.matters, ({ lead, grassroots }) =>
        ['{town}', '{village}'].includes(lead) && !grassroots ? text.notGrassroots : null,
      ),
  },
  {
    rule: '有效期先后正确,后继事项在用且不是自己',
    find: (pack, index) =>
      found(pack.matters, ({ code, validFrom, validTo, successor }) => {
        if (validFrom !== null && validTo !== null && validFrom > validTo) return text.endsBefore;
        const isLeaf = index.leaves.some((leaf) => leaf.code === successor && successor !== code);
        return successor === null || isLeaf ? null : text.unknownMatter(successor);
      }),
  },
];

function nameDiffers(
  matters: readonly MatterRow[],
  digits: number,
  nameOf: (matter: MatterRow) => string,
): (matter: MatterRow) => string | null {
  const names = new Map<string, string>();
  for (const matter of matters) {
    const prefix = matter.code.slice(0, digits);
    if (!names.has(prefix)) names.set(prefix, nameOf(matter));
  }
  return (matter) => {
    const prefix = matter.code.slice(0, digits);
    const first = names.get(prefix) ?? '';
    return nameOf(matter) === first ? null : text.otherName(prefix, first);
  };
}

function unknownParty(index: CityIndex, reference: string): string[] {
  const isPlaceHolder = /^\{(county|town|village)\}/.test(reference);
  const full = isPlaceHolder ? reference : `${index.rootCode}.${reference}`;
  return unitsMeant(index, full, index.rootCode.slice(0, 4))
    .filter((code) => !index.units.has(code))
    .map(text.unknownUnit);
}
