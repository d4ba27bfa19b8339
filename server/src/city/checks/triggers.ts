import type { CityIndex } from '../city-index.ts';
import type { CityPack } from '../pack.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

/** What a rule may send somebody out for: a class that only tells people something sends nobody. */
const tellsOnly = ['GD', 'N0'];

export const triggerChecks: readonly Check[] = [
  {
    rule: '触发词有词可触,只抬高不降低',
    find: (pack) => [
      ...repeated(pack.triggers, (trigger) => trigger.code, text.twice),
      ...found(pack.triggers, ({ words, raisesTo, unless }) => {
        if (words.length === 0) return text.noWords;
        if (raisesTo !== 'U1' && raisesTo !== 'U2') return text.raisesToLow(raisesTo);
        const both = words.find((word) => unless.includes(word));
        return both === undefined ? null : text.wordBothWays(both);
      }),
    ],
  },
  {
    rule: '每条触发词说得出险情事项:事项在用、能派单,最后一项不带条件',
    find: (pack, index) =>
      found(pack.triggers, ({ matters }) => {
        const fallback = matters.findIndex(({ words }) => words.length === 0);
        if (fallback === -1) return text.noMatterForDanger;
        if (fallback < matters.length - 1) return text.matterNeverReached;
        return matters.flatMap(({ matter }) => unfitMatter(pack, index, matter));
      }),
  },
  {
    rule: '触发词要求的联动单位存在、接单,不重复',
    find: (pack, index) =>
      found(pack.triggers, ({ linkage }) => {
        const twice = linkage.find((slug, at) => linkage.indexOf(slug) !== at);
        if (twice !== undefined) return text.partyTwice(twice);
        return linkage.flatMap((slug) => closedUnit(index, `${index.rootCode}.${slug}`));
      }),
  },
  {
    rule: '险情兜底单位存在且接单,未分类事项在用',
    find: (pack, index) =>
      found(pack.facts === null ? [] : [pack.facts], ({ emergency, unsortedMatter }) => [
        ...[emergency.lead, ...emergency.linkage].flatMap((code) => closedUnit(index, code)),
        ...(isInUse(index, unsortedMatter) ? [] : [text.unknownMatter(unsortedMatter)]),
      ]),
  },
];

function unfitMatter(pack: CityPack, index: CityIndex, code: string): string[] {
  const leaf = index.leaves.find((candidate) => candidate.code === code);
  if (leaf === undefined) return [text.unknownMatter(code)];
  const sendsNobody = tellsOnly.includes(leaf.limitClass) || code === pack.facts?.unsortedMatter;
  return sendsNobody ? [text.noDangerOfIt(code)] : [];
}

function closedUnit(index: CityIndex, code: string): string[] {
  const unit = index.units.get(code);
  if (unit === undefined) return [text.unknownUnit(code)];
  return unit.takesOrders ? [] : [text.unitTakesNone(code)];
}

const isInUse = (index: CityIndex, code: string): boolean =>
  index.leaves.some((leaf) => leaf.code === code);
