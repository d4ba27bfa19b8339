/** 组织与区域: units on two axes, areas down to the village, duty rosters. */
export {
  type Alias,
  type Area,
  aliases,
  allAreas,
  area,
  areaNames,
  areasBelow,
  areasNamed,
} from './areas.repo.ts';
export { briefOf } from './brief-of.ts';
export { cityWords } from './city.repo.ts';
export { type CityHour, cityHour } from './city-hour.ts';
export { type DutyPost, dutyAt, isServing } from './duty.repo.ts';
export { changeCityData, cityVersion, keptPerVersion } from './kept.ts';
export { hotline, type Line, lineNames, lines, police } from './lines.repo.ts';
export {
  type AreaLevel,
  levelOf,
  liesIn,
  type PlaceLevels,
  placeLevels,
  townOf,
} from './place-levels.ts';
export { searchUnits } from './search-units.ts';
export { levelAskedBy, standsInFor, unitAt, unitsAt } from './unit-at-place.ts';
export {
  centreUnit,
  childrenOf,
  codesFrom,
  endUnit,
  insertUnit,
  lockUnits,
  type Unit,
  unit,
  unitNames,
  units,
  unitsBelow,
  unitsIfKnown,
  unitsOfKind,
} from './units.repo.ts';
