import { pinyin } from 'pinyin-pro';
import { normaliseDocument } from '../text/index.ts';
import type { SubjectKey, SubjectKind } from './subject.ts';
import { kindOfSuffix, subjectSuffix } from './subject-suffixes.ts';
import { tradeAtEnd, tradeOf } from './subject-trades.ts';

const bracketed = /[((【[〔][^))】\]〕]{0,20}[))】\]〕]/g;
const legal =
  /(?:工程|服务|管理)?(?:股份)?(?:有限责任公司|有限公司|有限责任|责任公司|分公司|总公司|集团公司|集团|公司)$/;
const owner = /[个个]体(?:工商)?户$/;
/** The canteen of a school is the school's. */
const canteen = /(?<=学校|[中小大]学|学院|幼儿园|医院|工地)(?:食堂|餐厅|超市|宿舍)$/;
const areaHead =
  /^(?:(?:中国|福建省?|新疆(?:维吾尔自治区)?)?(?:[\p{Script=Han}]{2,6}?(?:省|自治区|(?<!超)市(?![场政])|(?<![小园景社片])区|县|镇|乡|街道))+)(?=[\p{Script=Han}]{2})/u;

const common =
  /^(?:中心|实验|人民|第?[一二三四五六七八九十\d]+|城关|机关|农贸|综合|便民|建设|工业)$/;

/** 对象归一: the same for 鑫隆养鸡场, 鑫隆鸡场 and 漳州市鑫隆养鸡场有限公司(总部). Null where no name is left. */
export function subjectKey(name: string): SubjectKey | null {
  const bare = normaliseDocument(name.slice(0, 80))
    .replace(bracketed, '')
    .replace(owner, '')
    .replace(canteen, '');
  const core = coreOf(bare);
  if (core === '') return null;
  const withoutForm = bare.replace(legal, '');
  const trade = tradeOf(withoutForm)?.trade ?? null;
  return { core, sound: soundOf(core), kind: kindOf(bare, withoutForm), trade };
}

function coreOf(bare: string): string {
  let rest = bare.replace(areaHead, '');
  for (let at = 0; at < 4; at += 1) {
    const shorter = rest.replace(legal, '').replace(subjectSuffix, '').replace(tradeAtEnd, '');
    // 中心小学, 第一医院: what is left must still be a name.
    if (shorter === rest || shorter.length < 2 || common.test(shorter)) break;
    rest = shorter;
  }
  return /^[a-z某x×*]{0,3}$/.test(rest) || rest.replace(legal, '').length < 2 ? '' : rest;
}

function kindOf(bare: string, withoutForm: string): SubjectKind {
  const said = kindOfSuffix(withoutForm) ?? tradeOf(withoutForm)?.kind;
  return said ?? (legal.test(bare) ? 'company' : 'other');
}

/** 读音: one syllable a character, without tones; n and ng, l and n are kept apart. */
function soundOf(core: string): string {
  return pinyin(core, { toneType: 'none', type: 'array', v: true }).join(' ').toLowerCase();
}

/** 对象相近: 0 to 1, how likely two keys name one thing. A sound alone counts less than the characters. */
export function subjectLikeness(a: SubjectKey, b: SubjectKey): number {
  const kinds = kindsAgree(a, b);
  if (a.core === b.core) return kinds;
  if (a.sound === b.sound) return 0.85 * kinds;
  const [short, long] = a.core.length < b.core.length ? [a, b] : [b, a];
  // 隆盛 of 隆盛兴达: a part that is long enough, at the front or the end.
  const isPart = long.core.startsWith(short.core) || long.core.endsWith(short.core);
  if (short.core.length >= 2 && isPart)
    return 0.7 * kinds * (short.core.length / long.core.length + 0.5) ** 0.5;
  const near = 1 - distance(syllables(a), syllables(b)) / Math.max(a.core.length, b.core.length);
  return a.core.length >= 3 && near >= 0.66 ? 0.6 * near * kinds : 0;
}

const syllables = ({ sound }: SubjectKey): string[] => sound.split(' ');

function kindsAgree({ kind: a, trade }: SubjectKey, { kind: b, trade: other }: SubjectKey): number {
  if (trade !== null && other !== null && trade !== other) return 0.5;
  if (a === b) return 1;
  // 恒泰地产 built 恒泰嘉园, and is not it.
  if ([a, b].includes('estate') && [a, b].includes('company')) return 0.5;
  const loose: readonly SubjectKind[] = ['company', 'other'];
  if (loose.includes(a) || loose.includes(b)) return 0.9;
  const home: readonly SubjectKind[] = ['estate', 'property', 'site'];
  return home.includes(a) && home.includes(b) ? 0.8 : 0.5;
}

/** Steps to turn one list of syllables into the other. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1);
  a.forEach((left, i) => {
    const next: number[] = [];
    b.forEach((right, j) => {
      const corner = j === 0 ? i : (row[j - 1] ?? 0);
      const beside = j === 0 ? i + 1 : (next[j - 1] ?? 0);
      next.push(Math.min(corner + Number(left !== right), beside + 1, (row[j] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? a.length;
}
