/** 指标: what is measured, and how it may be compared. */
export { type CityFormula, cityRules, type Target } from './city-rules.ts';
