/** 指标: what the events of all orders say together, every figure open to its orders; and how it may be compared. */
import './make-facts.ts';
import './rebuild.ts';

export { type CityFormula, cityRules, type Target } from './city-rules.ts';
export { readFigures } from './read-figures.ts';
