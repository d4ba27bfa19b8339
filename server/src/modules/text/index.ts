export { bigramsOf } from './bigrams.ts';
export {
  cityWordsTold,
  dictionaryWords,
  learnCityWords,
  searchDocument,
  searchQuery,
  taggedWords,
  wordsOf,
} from './city-words.ts';
export { type DictionaryEntry, dictionaryEntries } from './dictionary.ts';
export { halfWidth, normalise, normaliseDocument, runsOf } from './normalise.ts';
export type { SearchableText, SearchDocument } from './search-document.ts';
export type { SearchQuery } from './search-query.ts';
export { withoutPeople } from './without-people.ts';
export type { TaggedWord } from './words.ts';
