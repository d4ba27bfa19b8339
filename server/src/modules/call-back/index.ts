/** 回访: a person checks that it is solved. */
export { type Attempt, attemptsOf } from './attempts.repo.ts';
export { mayRate, type RatingAnswers, rate } from './rate.ts';
export { bandAt } from './time-band.ts';
