export type { Span } from './cells.ts';
export { type CheckedRule, checkCity } from './check-city.ts';
export type * from './guidance-rows.ts';
export { type LoadWishes, loadCity } from './load/load-city.ts';
export type { CityFacts, CityPack, Messages, OfficeHoursRow } from './pack.ts';
export { cityFacts, officeHoursRow } from './pack.ts';
export { readCity } from './read-city.ts';
export type * from './rows.ts';
export type { Problem, SourceLine } from './source.ts';
