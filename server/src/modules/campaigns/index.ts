/** 一季一专题: many voices seen together, from a ranked topic to problems that are rectified or not. */
import './gather.jobs.ts';
import './inspect-entry.ts';

export { type ShownText, shownTexts } from './public-texts.repo.ts';
