/** 一季一专题: many voices seen together, from a ranked topic to problems that are rectified or not. */
import './gather.jobs.ts';
import './inspect-entry.ts';

export { entriesAt } from './entries.repo.ts';
export { funnelAt } from './funnel.ts';
export { type ShownText, shownTexts } from './public-texts.repo.ts';
export { scanOf } from './scan.ts';
