/** 提及: places and things that prose names. */
export { cityGazetteer } from './city-gazetteer.ts';
export { findPlaces } from './find-places.ts';
export { findSubjects } from './find-subjects.ts';
export {
  type Gazetteer,
  type GazetteerSources,
  gazetteerOf,
  type KnownAlias,
  type KnownArea,
  type LearntPlace,
  lineageOf,
} from './gazetteer.ts';
export type { PlaceKind, PlaceMention, PlaceReading, Places } from './place.ts';
export type { SubjectKey, SubjectKind, SubjectMention } from './subject.ts';
export { subjectKey, subjectLikeness } from './subject-key.ts';
