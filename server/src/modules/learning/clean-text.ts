import { normalise } from '../text/index.ts';

/** What people wrote, in two parts that weigh differently. */
export interface Message {
  readonly title: string;
  readonly detail: string;
  /** What is known besides the words, as `area:350602`; each is one feature. */
  readonly marks?: readonly string[];
}

const longestTitle = 200;
// The matter stands at the beginning, what is asked for at the end; between them long letters tell stories.
const headOfDetail = 1600;
const tailOfDetail = 400;

const tag = /<\/?[a-z!][^<>]{0,300}>/giu;
const entity = /&(?:nbsp|amp|lt|gt|quot|#\d{1,6}|[a-z]{2,8});/giu;
const address = /(?:https?:\/\/|www\.)[\w./?=&%#:~+-]+/giu;
const digits = /\p{Nd}+(?:[.:/-]\p{Nd}+)*/gu;
/** Parts words and strings of characters. */
export const part = ',';
const separators = /[^\p{L}\p{M}#]+/gu;

/**
 * 可读文本: bounded, without markup, every number the same sign (which number it is names a house or a person and
 * teaches nothing), one comma where something parted the words.
 */
export function cleanText(text: string, longest: number): string {
  const cut = cutMiddle(text, longest);
  const plain = cut
    .replace(tag, ' ')
    .replace(entity, ' ')
    .replace(address, ' ')
    .replaceAll('#', ' ');
  return normalise(plain).replace(digits, '#').replace(separators, part);
}

export function cleanMessage({ title, detail }: Message): Message {
  return {
    title: cleanText(title, longestTitle),
    detail: cleanText(detail, headOfDetail + tailOfDetail),
  };
}

function cutMiddle(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor((longest * tailOfDetail) / (headOfDetail + tailOfDetail));
  return `${text.slice(0, longest - tail)} ${text.slice(-tail)}`;
}
