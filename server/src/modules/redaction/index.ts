/** 脱敏: takes out of a text what names a person or leads to one. */

export { knownPeopleIn } from './known-people.ts';
export { doubtOf } from './name-score.ts';
export { peopleOfOrder } from './people-of-order.ts';
export {
  type KnownPeople,
  type PersonalKind,
  personalKinds,
  placeholders,
  type Redacted,
  type Removal,
} from './personal.ts';
export { personalWordsIn } from './personal-words.ts';
export { countsOf, redact, withoutRemovals } from './redact.ts';
export { type Found, leftOf, scanTexts } from './scan.ts';
