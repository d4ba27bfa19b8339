/** 险情识别: what nobody has a word for is heard as well. */

export { answered } from './answered.ts';
export {
  type DangerData,
  type DangerKind,
  type DangerReading,
  dangerReader,
  readDanger,
} from './danger-reader.ts';
export { type Read, readAppeal, readyToRead } from './read-appeal.ts';
