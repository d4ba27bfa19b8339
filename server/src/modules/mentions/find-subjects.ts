import { halfWidth, taggedWords } from '../text/index.ts';
import { areaNamesIn } from './area-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type ShapedName, shapedNames } from './name-shapes.ts';
import { isOwnName } from './own-name.ts';
import { overlap } from './place-shapes.ts';
import type { SubjectMention } from './subject.ts';
import { subjectKey } from './subject-key.ts';
import { kindOfSuffix, subjectSuffixes } from './subject-suffixes.ts';
import { tradeOf, tradesInProse } from './subject-trades.ts';

const longestText = 4000;
const mostSubjects = 20;

/** What is said of a thing in general, not of this one: 附近超市, 各大银行. */
const general =
  /^(?:附近|周边|旁边|隔壁|对面|楼下|门口|当地|本地|其他|别的|很多|许多|各|各个|各大|一些|多家|几家|大型|小型|正规|私人|个体|农村|城区|市区|县城|镇上|村里|社区|街道|路边|沿街|流动|无证|非法|露天|大|小|新|老|旧|中|公立|民办|私立|上市|国有|民营|外地|开发|建筑|施工|物业|保险|供水|供电|供热|燃气|自来水|快递|物流|外卖|装修|房产|房地产|旅游|汽车|建设|环卫|劳务|中介|培训|教育|餐饮|居民|住宅|高层|老旧|商住|整个|全|校外|课外|早教|电影|社会|公共|免费|收费|临时|地下|地面|便民|城市|生态|文化|体育|人民|职工|员工|学生|公司|单位|企业|工业|农业|养殖|生猪|家禽|散养|农户|非正规|无牌|连锁|网红|热力|充电|公办|规上|小微|登记|自费|政府采购|整治|靠近|没有|成立|公开|合作|全民健身|婚宴|老楼加|里面)+$/;
/** What goes before a thing and is no part of a name: 租给公司, 开了个民宿. */
const leadsTo = /[到给个了找进从在去]$/;
const blame =
  /(?:反映|投诉|举报|曝光|拖欠|欠薪|排放|乱排|偷排|污染|扰民|噪音|臭|收费|退款|拒绝|不给|违规|违法|克扣|欺骗|诱导|虚假|服务态度|不作为|停水|停电|拖着)/;

/**
 * 听出对象: companies, farms, sites, estates, schools, shops … a text names, the one complained of first. With a gazetteer the
 * name of its place does not stay in front of a name: 龙海|鑫隆鸡场.
 */
export function findSubjects(text: string, gazetteer?: Gazetteer): SubjectMention[] {
  const read = halfWidth(text.slice(0, longestText));
  const words = taggedWords(read);
  const cuts = placeEnds(read);
  if (gazetteer) {
    for (const { end, weight } of areaNamesIn(read, words, gazetteer))
      if (weight >= 0.3) cuts.add(end);
  }
  const shaped = shapedNames(read, words, subjectSuffixes, cuts).flatMap((name) => {
    const mention = asSubject(name, read);
    return mention ? [mention] : [];
  });
  const trading = shapedNames(read, words, tradesInProse, cuts).flatMap((name) => {
    const mention = isTradeName(name) ? asSubject(name, read) : null;
    return mention && !shaped.some((other) => overlap(mention, other)) ? [mention] : [];
  });
  return [...shaped, ...trading]
    .toSorted((a, b) => b.confidence - a.confidence || a.start - b.start)
    .slice(0, mostSubjects);
}

const placeEnd =
  /(?:开发商|承包商|施工方|施工单位|承建方|房东|老板是|名叫|[省市县镇乡]|街道|自治区|[路街巷]\d*号?|大道|\d号|村(?!民|镇|委))(?=\p{Script=Han}{2})/gu;

/** A farm's name does not begin before the village it lies in: 洋西村|鑫隆养鸡场. */
function placeEnds(text: string): Set<number> {
  return new Set([...text.matchAll(placeEnd)].map((hit) => hit.index + hit[0].length));
}

/** 海纳水产, 宏祥劳务: a short name of its own before a trade; 义务教育 and 石油化工 are ordinary words. */
function isTradeName({ proper }: ShapedName): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(proper) && isOwnName(proper);
}

function asSubject(name: ShapedName, text: string): SubjectMention | null {
  const { start, end, proper, suffix, isCoded } = name;
  if (isCoded || proper.length < 2 || general.test(proper)) return null;
  if (leadsTo.test(proper)) return null;
  const key = subjectKey(name.text);
  const kind = kindOfSuffix(name.text) ?? tradeOf(name.text)?.kind ?? 'other';
  if (key === null) return null;
  const around = `${text.slice(Math.max(0, start - 6), start)}|${text.slice(end, end + 14)}`;
  const confidence =
    0.55 +
    (blame.test(around) ? 0.25 : 0) +
    (suffix.length > 1 ? 0.1 : 0) -
    (kind === 'estate' ? 0.1 : 0);
  return { start, end, text: name.text, kind, key, confidence: Math.round(confidence * 100) / 100 };
}
