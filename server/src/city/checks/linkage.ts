import type { CityIndex } from '../city-index.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const linkageChecks: readonly Check[] = [
  {
    rule: '外部信息类别:代码不重复,联动组和事项存在,提请启用的写明级别',
    find: ({ signalKinds, emergencyGroups }, index) => [
      ...repeated(signalKinds, ({ code }) => code, text.twice),
      ...found(signalKinds, ({ group, fromLevel, matters }) => [
        ...(group === null || emergencyGroups.some(({ code }) => code === group)
          ? []
          : [text.unknownGroup(group)]),
        ...((group === null) === (fromLevel === null) ? [] : [text.groupAndLevel]),
        ...matters.flatMap((matter) =>
          index.matterPrefixes.has(matter) ? [] : [text.unknownMatter(matter)],
        ),
      ]),
    ],
  },
  {
    rule: '法定联动单位、应急联动组:代码不重复,单位存在、不重复',
    find: ({ linkageUnits, emergencyGroups }, index) => [
      ...repeated(linkageUnits, ({ slug }) => slug, text.twice),
      ...repeated(emergencyGroups, ({ code }) => code, text.twice),
      ...found(linkageUnits, ({ slug }) => unknownUnit(index, slug)),
      ...found(emergencyGroups, ({ units }) => {
        if (units.length === 0) return text.emptyGroup;
        const twice = units.find((slug, at) => units.indexOf(slug) !== at);
        if (twice !== undefined) return text.partyTwice(twice);
        return units.flatMap((slug) => unknownUnit(index, slug) ?? []);
      }),
    ],
  },
  {
    rule: '互转事项清单:编号不重复,事项存在,有效期先后正确',
    find: ({ linkageTo110, linkageFrom110 }, index) =>
      [linkageTo110, linkageFrom110].flatMap((rows) => [
        ...repeated(rows, ({ code }) => code, text.twice),
        ...found(rows, ({ matter, validFrom, validTo, words }) => {
          if (matter !== null && !index.matterPrefixes.has(matter))
            return text.unknownMatter(matter);
          if (words.length === 0) return text.noSearchWords;
          return validTo !== null && validFrom > validTo ? text.endsBefore : null;
        }),
      ]),
  },
];

function unknownUnit(index: CityIndex, slug: string): string | null {
  const code = `${index.rootCode}.${slug}`;
  return index.units.has(code) ? null : text.unknownUnit(code);
}
