import { halfWidth, taggedWords, withoutPeople } from '../text/index.ts';
import { findPlaces } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Span } from './place.ts';

const shortest = 3;
const longest = 6;

/** Where something stands, and no part of what it is called. */
const around =
  /^(?:位于|靠近|在)|(?:附近|旁边?|隔壁|门口|对面|楼下|里面|后面|前面|一带|方向|[东南西北后前正侧]门|路口|[内里外处口边])$/;
/** What any address may say, and somebody's own house. */
const general =
  /路口|门口|左转|右转|红绿灯|公交|站台|小区|学校|医院|市场|广场|工地|全市|本市|不详|不清|没有|不知|同上|[家宅厝户店摊]$/;

/**
 * 无类名称: what an address calls a place by a name that ends in no kind: 锦江左岸7幢, 凤凰国际. Numbers, houses and people are no
 * part of it.
 */
export function addressNames(address: string, gazetteer: Gazetteer): string[] {
  const read = halfWidth(address);
  const rest = findPlaces(read, gazetteer).mentions.reduce(blanked, read);
  const names = rest
    .split(/[^\p{Script=Han}]+/u)
    .map(bare)
    .filter((name) => name.length >= shortest && name.length <= longest)
    .filter((name) => !general.test(name) && withoutPeople(name) === name);
  return [...new Set(names)];
}

const blanked = (text: string, { start, end }: Span): string =>
  `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;

function bare(name: string): string {
  const shorter = name.replace(around, '');
  return shorter === name ? name : bare(shorter);
}

const longestRead = 600;
const mostWords = 4;
const mostNames = 400;

/** 可能的名称: runs of words in prose that could be such a name, for whoever knows some. */
export function possibleNames(text: string): string[] {
  const words = taggedWords(halfWidth(text.slice(0, longestRead))).map(({ word }) => word);
  const names = words.flatMap((_, at) => {
    const runs = Array.from({ length: mostWords }, (_, more) => words.slice(at, at + more + 1));
    return runs.map((run) => run.join('')).filter((name) => couldBeName.test(name));
  });
  return [...new Set(names)].slice(0, mostNames);
}

const couldBeName = new RegExp(`^\\p{Script=Han}{${shortest},${longest}}$`, 'u');
