import type { CityPack } from './pack.ts';
import type { UnitRow } from './rows.ts';

/** 数一数: how much of everything a city's folder holds, by the words of the people who keep it. */
export function cityCounts(pack: CityPack): readonly (readonly [what: string, count: number])[] {
  const units = (...kinds: UnitRow['kind'][]) =>
    pack.units.filter(({ kind }) => kinds.includes(kind)).length;
  const areas = (level: string) => pack.areas.filter((area) => area.level === level).length;
  const whole = pack.knowledge.filter(
    ({ owner, basis, validUntil }) => owner && basis && validUntil,
  );
  return [
    ['区划', pack.areas.length],
    ['县(市、区)', areas('county')],
    ['乡镇街道', areas('town')],
    ['村居', areas('village')],
    ['单位', pack.units.length],
    ['市直部门与公共企业', units('department', 'enterprise', 'police')],
    ['县区分中心', units('county')],
    ['县直部门', units('county-department')],
    ['乡镇街道单位', units('township')],
    ['村居单位', units('village')],
    ['值班岗位', pack.duty.length],
    ['事项', pack.matters.length],
    ['要素', pack.fields.reduce((sum, { fields }) => sum + fields.length, 0)],
    ['目录行', pack.catalogue.length],
    [
      '目录行,依据为种子文章',
      pack.catalogue.filter(({ basisKind }) => basisKind === 'seed').length,
    ],
    ['特色机制', pack.mechanisms.length],
    ['归并热线', pack.lines.length],
    ['知识条目', pack.knowledge.length],
    ['知识条目,有责任单位、依据与有效期', whole.length],
  ];
}
