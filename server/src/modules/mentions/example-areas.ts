import { gazetteerOf, type KnownArea, type LearntPlace } from './gazetteer.ts';

// A city that is nowhere, with every trap a real one sets: villages of one name, a town named like its county, a community
// named after a road, a short name.
const rows: readonly (readonly [string, string | null, string, KnownArea['level']])[] = [
  ['990000000000', null, '云溪市', 'city'],
  ['990001000000', '990000000000', '松湖区', 'county'],
  ['990002000000', '990000000000', '石门县', 'county'],
  ['990003000000', '990000000000', '阿勒泊蒙古自治县', 'county'],
  ['990001001000', '990001000000', '鼓楼前街道', 'town'],
  ['990001100000', '990001000000', '白鹭镇', 'town'],
  ['990001101000', '990001000000', '松湖镇', 'town'],
  ['990002100000', '990002000000', '青石镇', 'town'],
  ['990002101000', '990002000000', '南坪乡', 'town'],
  ['990001001001', '990001001000', '金桂社区居委会', 'village'],
  ['990001001002', '990001001000', '向阳路社区居委会', 'village'],
  ['990001001003', '990001001000', '秀水苑社区居委会', 'village'],
  ['990001100201', '990001100000', '桥头村委会', 'village'],
  ['990002100201', '990002100000', '桥头村委会', 'village'],
  ['990002101201', '990002101000', '上坑村委会', 'village'],
];

export const exampleAreas: readonly KnownArea[] = rows.map(([code, parent, name, level]) => ({
  code,
  parent,
  name,
  level,
  lng: level === 'town' ? 100 : null,
  lat: level === 'town' ? 30 : null,
}));

export const exampleGazetteer = (learnt: readonly LearntPlace[]) =>
  gazetteerOf({
    areas: exampleAreas,
    aliases: [
      { alias: '鹭岛', area: '990001100000', kind: 'nickname' },
      { alias: '望江楼景区', area: '990002100000', kind: 'place' },
    ],
    learnt,
  });
