import { type CityIndex, unitsMeant } from '../city-index.ts';
import type { CatalogueRow } from '../guidance-rows.ts';
import type { CityPack } from '../pack.ts';
import type { UnitRow } from '../rows.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

type Kind = UnitRow['kind'];

const kindsOfLevel: Record<CatalogueRow['level'], readonly Kind[]> = {
  department: ['department', 'county-department', 'police', 'centre'],
  county: ['county', 'county-department'],
  township: ['township'],
  village: ['village'],
  enterprise: ['enterprise', 'team'],
};
const grassroots: readonly Kind[] = ['township', 'village'];

export const catalogueChecks: readonly Check[] = [
  { rule: '目录编号不重复', find: (pack) => repeated(pack.catalogue, (row) => row.id, text.twice) },
  {
    rule: '目录所指事项与区划存在',
    find: (pack, index) =>
      found(pack.catalogue, ({ matter, area }) => {
        if (!index.matterPrefixes.has(matter)) return text.unknownMatter(matter);
        const isKnown =
          area.length === 4 ? isCity(pack, area) : index.areas.has(area.padEnd(12, '0'));
        return isKnown ? null : text.unknownArea(area);
      }),
  },
  {
    rule: '目录所指单位存在且接单',
    find: (pack, index) =>
      found(pack.catalogue, (row) => {
        const references = [row.lead, ...row.assists, ...row.linkage, row.backstop ?? row.lead];
        return [...new Set(references)].flatMap((reference) =>
          unitsMeant(index, reference, row.area).flatMap((code) => closedUnit(index, code)),
        );
      }),
  },
  {
    rule: '主办不兼协办,联动不重复',
    find: (pack) =>
      found(pack.catalogue, ({ lead, assists, linkage }) => {
        const parties = [lead, ...assists, ...linkage];
        const double = parties.find((party, at) => parties.indexOf(party) !== at);
        return double === undefined ? null : text.partyTwice(double);
      }),
  },
  {
    // 国办函〔2025〕66号 (五): what a department must do is not handed to the grassroots.
    rule: '部门事项不派乡村,主办单位与层级相符',
    find: (pack, index) =>
      found(pack.catalogue, (row) => {
        const kind = leadKind(row, index);
        if (kind === null || kindsOfLevel[row.level].includes(kind)) return null;
        return row.level === 'department' && grassroots.includes(kind)
          ? text.departmentToGrassroots(row.lead)
          : text.levelOfLead(row.level, kind);
      }),
  },
  {
    rule: '乡村主办或直派村居的,只限基层履职清单上的事项',
    find: (pack, index) =>
      found(pack.catalogue, (row) => {
        const kind = leadKind(row, index);
        if (kind === null || !grassroots.includes(kind)) return null;
        const barred = index.leaves.find(
          (leaf) => leaf.code.startsWith(row.matter) && !leaf.grassroots,
        );
        return barred === undefined ? null : text.leafNotGrassroots(barred.code, barred.leaf);
      }),
  },
  {
    rule: '有效期先后正确,没有分不出先后的两行',
    find: (pack) => [
      ...found(pack.catalogue, ({ validFrom, validTo }) =>
        validFrom !== null && validTo !== null && validFrom > validTo ? text.endsBefore : null,
      ),
      ...repeated(
        pack.catalogue,
        ({ matter, area, time, validFrom }) => [matter, area, time, validFrom ?? '-'].join(' '),
        text.sameScope,
      ),
    ],
  },
  {
    rule: '每个在用事项在全市范围都有主办',
    find: (pack, index) => {
      const wide = pack.catalogue.filter(
        ({ area, time, validTo }) =>
          validTo === null && time === 'any' && (area.length === 4 || area === index.rootCode),
      );
      return found(index.leaves, ({ code, leaf }) =>
        wide.some((row) => code.startsWith(row.matter)) ? null : text.leafUncovered(code, leaf),
      );
    },
  },
];

function isCity(pack: CityPack, area: string): boolean {
  return area === String(pack.facts?.cityId ?? '');
}

function closedUnit(index: CityIndex, code: string): string[] {
  const unit = index.units.get(code);
  if (unit === undefined) return [text.unknownUnit(code)];
  return unit.takesOrders ? [] : [text.unitTakesNone(code)];
}

function leadKind({ lead, area }: CatalogueRow, index: CityIndex): Kind | null {
  if (lead === '{town}') return 'township';
  if (lead === '{village}') return 'village';
  const [code = ''] = unitsMeant(index, lead, area);
  return index.units.get(code)?.kind ?? null;
}
