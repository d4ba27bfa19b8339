import { normaliseDocument } from '../text/index.ts';

/** What a message is about it says at once; beyond lie reasons and pleas, alike in all long letters. */
const longestTitle = 120;
const longestDetail = 300;
const longestHead = 40;

const tag = /<[^<>]{0,300}>/g;
const entity = /&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/gi;
const address = /https?:\/\/\S+/gi;
/** 匿名地名: `A市B县`, `K9区`: the county that was taken out of the text. */
const maskedArea = /[a-z]\d{0,4}(?:省|市|地区|区|县|州|旗)/g;

export interface CleanMessage {
  /** Its title, or how it begins. */
  readonly title: string;
  /** Title and the beginning of the detail. */
  readonly said: string;
  /** Masked names of cities and counties, which tell little, and the order they came in least of all. */
  readonly areas: readonly string[];
}

/** 整理: text without markup, in normal letters, with masked counties set apart so that no word grows across them. */
export function cleanMessage(title: string, detail: string): CleanMessage {
  const shortDetail = plain(detail, longestDetail);
  const shortTitle = plain(title, longestTitle);
  const said = `${shortTitle} ${shortDetail}`.trim();
  return {
    title: (shortTitle || shortDetail.slice(0, longestHead)).replace(maskedArea, ' '),
    said: said.replace(maskedArea, ' '),
    areas: [...new Set(said.match(maskedArea) ?? [])],
  };
}

function plain(text: string, longest: number): string {
  const bare = text
    .slice(0, longest * 2)
    .replace(tag, ' ')
    .replace(entity, ' ')
    .replace(address, ' ');
  return normaliseDocument(bare).slice(0, longest);
}
