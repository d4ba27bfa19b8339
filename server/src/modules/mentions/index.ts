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
export { addressNames, possibleNames } from './kindless-names.ts';
export type { AreaOffer, PlaceKind, PlaceMention, PlaceReading, Places, Point } from './place.ts';
export { publicNames } from './public-names.ts';
export { type Spellings, soundsIn, spellingsOf } from './spellings.ts';
export type { SubjectKey, SubjectKind, SubjectMention } from './subject.ts';
export { subjectKey, subjectLikeness } from './subject-key.ts';
export { type Labelled, readTagged, type Segment } from './tagger/labelled.ts';
export type { TaggerModel } from './tagger/model.ts';
export { type SpanScore, spanScores } from './tagger/span-f1.ts';
export { tagWith } from './tagger/tag.ts';
export { type TrainingPlan, trainTagger } from './tagger/train.ts';
