import type { TaggedWord } from '../text/index.ts';
import type { Span } from './place.ts';

/** A stretch of text that is shaped like a name: proper part and the kind it ends in. */
export interface ShapedName extends Span {
  readonly text: string;
  readonly proper: string;
  readonly suffix: string;
  /** The proper part hides a name (某, XX, A, ***) or there is none. */
  readonly isCoded: boolean;
}

/** Kinds of word no name runs across: particles, prepositions, pronouns, adverbs, conjunctions, time. */
const partingTags = /^(?:p|c|u.*|d|r|y|e|o|w|t|zg|k)$/;
const partingWords = new Set(
  '我你他她它您家位处个座栋幢间所条处些该此本这那哪每各另邻近附旁边对门前后内外里下楼请望求问称说诉报打建修住租买卖开办有没无是在到去来往经过从向由被把将让叫给使用还又再也都就才只仅且但而或及与和跟同对于因为以之的了着过得地'.split(
    '',
  ),
);
const partingPhrases =
  /^(?:反映|投诉|举报|咨询|求助|表示|来电|市民|群众|居民|业主|住户|村民|附近|旁边|对面|隔壁|门口|路口|位于|地址|住在|家住|现在|目前|经营|存在|发现|希望|要求|建议|关于|就是|这个|那个|一个|一家|一处|这家|那家|某个|期间|进入|前往|路过|途经|经过|购买|请求|公司|今天|昨天|上午|下午|晚上|长期|有人|工地|位置|地点|所在|位在|之前|以前|以后|方向|区域|范围|周边|辖区|拖欠|欠薪|请问)$/;
const coded = /^(?:[A-Za-zＡ-Ｚ某Xx×*＊○〇□]{1,4}|[某×*＊].*|.*[×*＊○□]{2,}.*)$/u;
const longest = 14;

/** 专名: names that end in one of the suffixes, each with where it begins. */
export function shapedNames(
  text: string,
  words: readonly TaggedWord[],
  suffix: RegExp,
  cuts: ReadonlySet<number>,
): ShapedName[] {
  const starts = new Map(words.map((word, at) => [word.start, at]));
  const found: ShapedName[] = [];
  let from = 0;
  for (const hit of text.matchAll(suffix)) {
    const end = hit.index + hit[0].length;
    const start = beginningOf({ text, words, starts, cuts }, hit.index, from);
    const proper = text.slice(start, hit.index);
    found.push({
      start,
      end,
      text: text.slice(start, end),
      proper,
      suffix: hit[0],
      isCoded: coded.test(proper),
    });
    from = end;
  }
  return found;
}

interface Around {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  readonly starts: ReadonlyMap<number, number>;
  /** Where something that is known ends: no name begins before it. */
  readonly cuts: ReadonlySet<number>;
}

function beginningOf(
  { text, words, starts, cuts }: Around,
  suffixAt: number,
  from: number,
): number {
  let begin = suffixAt;
  let at = wordBefore(words, starts, suffixAt);
  // A suffix inside a word (小区业主, 西路) takes the head of that word with it.
  const inside = words[at];
  if (inside && inside.start < suffixAt && inside.start + inside.word.length > suffixAt) {
    begin = Math.max(inside.start, from);
    at -= 1;
  }
  for (; at >= 0 && !cuts.has(begin) && begin > from; at -= 1) {
    const word = words[at];
    if (word === undefined || parts(word, begin === suffixAt)) break;
    if (suffixAt - word.start > longest) break;
    begin = Math.max(word.start, from);
  }
  for (let cut = suffixAt - 1; cut > begin; cut -= 1)
    if (cuts.has(cut)) return trimmed(text, cut, suffixAt);
  return trimmed(text, begin, suffixAt);
}

function parts({ word, tag }: TaggedWord, isNearest: boolean): boolean {
  if (!/^[\p{L}\p{N}·×*＊○〇□]+$/u.test(word)) return true;
  if (isNearest && /^(?:市民|居民|人民|群众|公司)$/.test(word)) return false;
  if (partingPhrases.test(word) || (word.length === 1 && partingWords.has(word))) return true;
  if (coded.test(word)) return false;
  if (partingTags.test(tag)) return true;
  // 建设路, 发展大道: a verb may be the whole name, but none runs across one.
  return tag === 'v' && !isNearest;
}

function wordBefore(
  words: readonly TaggedWord[],
  starts: ReadonlyMap<number, number>,
  position: number,
): number {
  const exact = starts.get(position);
  if (exact !== undefined) return exact - 1;
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((words[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

const leading = /^(?:[一这那有某][个家所处座条间]|这里|那里|[的在于])+/;

function trimmed(text: string, begin: number, end: number): number {
  const head = leading.exec(text.slice(begin, end));
  return begin + (head?.[0].length ?? 0);
}
