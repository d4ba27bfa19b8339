/** 指标: what the events of all orders say together, every figure open to its orders; and how it may be compared. */
import './fold-sums.ts';
import './follow-version.ts';
import './rebuild.ts';

export { type CityFormula, cityRules, type Target } from './city-rules.ts';
export { factsOf } from './facts-of.ts';
export { makeFacts } from './make-facts.ts';
export type { Rules } from './mark.ts';
export { masksOf } from './masks.ts';
export { figuresByMatter, type MatterFigures, returnedOf } from './matter-figures.ts';
export { readFigures } from './read-figures.ts';
export { recountMonth } from './recount.ts';
export { daysAsOf, isKnownUntil } from './reports/days-as-of.ts';
export { definitionsVersion, type ReportRow } from './reports/report-content.ts';
export { rulesToStore } from './reports/stored-rules.ts';
export { rulesOfCity } from './rules-of-city.ts';
