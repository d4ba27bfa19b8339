/** 险情识别: what nobody has a word for is heard as well. */
export { answered } from './answered.ts';
export { dangerReader, readDanger } from './danger-reader.ts';
export { type Read, readAppeal, readyToRead } from './read-appeal.ts';
