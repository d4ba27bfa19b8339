import type { TaggedWord } from '../text/index.ts';
import { type ShapedName, shapedNames } from './name-shapes.ts';
import type { PlaceKind, Span } from './place.ts';

/** A thing of that kind, not one of them. */
const noSite =
  /^(?:公交|公共|地铁|汽车|火车|高铁|地下|地面|小型|大型|附近|周边|市民|文化|休闲|综合|农贸|临时|便民|移动|居民|住宅|高层|老旧|中心|商业|城市|城区|森林|人民|全民|共享|自助|充电|私人|露天|免费|收费|立体|开放式?|封闭式?|无物业|各|多个?|几个?|同一?|整个|两个?|其他|隔壁|对面|我们?|本|该|此|一|大|小|新|老|旧|孩子|政府|乡镇|[出入]口|山里|养殖|公办|民办|疫苗|.*(?:靠近|申请|变成|要建|挂牌|移交|公开某|[那这]座小?|车进)|开小)$/;

export interface PlaceShape extends ShapedName {
  readonly kind: PlaceKind;
}

const road =
  /(?:大道|大街|环路|路|街(?![道心])|巷|弄|胡同|道(?![路理德教具士歉别])|高速公路|高速)(?:[东西南北中]段|[一二三四五六七八九十]段)?(?![灯费面牌基边沿网线由]|人(?!行))/g;
/** Words that end like a road and name none. */
const noRoad =
  /^(?:.*(?:街|通|占|轨|车|拳|滑|栈|烟|改|级|侧|人行|盲|管|频|渠|轨|跑|河|航|赛|报|知|味|霸|公|下水|上水|车行|便|过|绿|消防通|楼|隧|地)道|道路?|马路?|公路?|铁路?|线路?|电路?|网路?|水路?|陆路?|走路?|上路?|让路?|修路?|.*[里程公米点]路|一路?|半路?|小路?|大路?|土路?|水泥路?|柏油路?|老路?|新路?|村路?|乡村道?路?|村道?路?|人行道?|非机动车道?|沿路?|沿街?|临街?|逛街?|上街?|步行街?|商业街?|出路?|思路?|套路?|回家的?路?|断头路?|机耕路?|这条?路?|那条?路?|整条?路?|主干?路?|辅路?|小街?|大街?|街|该路?|此路?|本路?|高速|过路|开路|通路|问路|路|十字路?|丁字路?|三岔路?|岔路?|交叉路?|红绿灯路?|背街小?巷?|小巷?|大街小?巷?|街巷?|里弄|弄|巷|两|多条|几条|进村|出村|进出村?|进|入户|主要|乡间|田间|盘山|硬化|泥土|破|烂|坏|\d{1,3}路|怎么弄?|.*(?:石板|[沙砂]石|简易|管制|堤顶|小)路?|.*公共巷?|.*门[前口]路?|\d{1,4}弄?)$/;
const numbered =
  /(?:[GSXYgsxy]\s?\d{1,4}(?:[国省县乡]道|高速(?:公路)?)?|[国省县乡]道\s?[GSXYgsxy]?\d{1,4}线?|\d{3}[国省县]道)(?!\d)/g;
const estate =
  /(?:(?:小区|花园|花苑|家园|家苑|公寓|嘉园|佳园|新苑|名苑|苑|公馆|豪庭|华庭|华府|名都|雅居|名城|新村(?!民|委)|新城(?!区)|山庄|别墅区?|府邸|庄园|一号院|家属院|安置房|安置区|廉租房|公租房|经适房|住宅区|生活区|社区(?!居|服|民|工作|网格|矫正|卫生)|大院)+(?:[一二三四五六七八九十\d]期)?|[一二三四五六七八九十]期)/g;
const site =
  /(?:购物广场|商业广场|广场|夜市|滑雪场|水闸|森林公园|购物中心|商场|百货|超市|大厦|大楼|写字楼|农贸市场|菜市场|批发市场|市场|步行街|公园|景区|风景区|度假区|古城|景点|游乐园|动物园|植物园|体育馆|体育场|图书馆|博物馆|火车站|高铁站|汽车站|客运站|公交站|地铁站|车站|机场|码头|渡口|立交桥|大桥|天桥|隧道|工业园区?|产业园区?|开发区|科技园|物流园|园区|工业区|经济区|水库|公墓|寺|庙|祠堂|加油站|加气站|收费站|服务区|停车场|垃圾站|中转站|变电站|污水厂|水厂)/g;
const school =
  /(?:大学|学院|职业技术学校|职校|技校|中学|小学|幼儿园|实验学校|学校|[一二三四五六七八九十]中|附中|附小|医院|卫生院|卫生所|诊所)/g;
const number =
  /(?:\d{1,4}(?:[-—之]\d{1,4})?|[一二三四五六七八九十百]{1,5})号(?:之[一二三四五\d]+)?(?!楼|线|院|桥|泵|公馆|门(?![前口])|机|码|文|令|车|电|窗|至|到|前|起|开|上|下|早|晚|中|凌|当|公布|召|晴|去|我|来)/g;
const building =
  /(?:[A-Za-z]?\d{1,4}|[一二三四五六七八九十]{1,3}|[A-Z])[-#]?(?:号楼|栋|幢|座(?!位|椅|机)|号院|单元)(?:[\s,]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:单元|号楼|梯|层|楼|室|号房?|栋|座))*(?:\s?\d{3,4}(?:室|房)?)?|\d{1,3}-\d{1,3}-\d{3,4}/g;

interface Ends {
  /** Where names end that no other name runs across. */
  readonly cuts: ReadonlySet<number>;
  /** Where names end that may have house numbers. */
  readonly numberedAfter: ReadonlySet<number>;
}

/** 地点形状: roads, numbers, buildings, estates and sites by the kind their names end in. */
export function placeShapes(
  text: string,
  words: readonly TaggedWord[],
  { cuts, numberedAfter }: Ends,
): PlaceShape[] {
  const shaped = (suffix: RegExp, kind: PlaceKind, cut: ReadonlySet<number>) =>
    shapedNames(text, words, suffix, cut)
      .map((name) => ({ ...name, kind }))
      .filter((shape) => isName(shape));
  const plain = (pattern: RegExp, kind: PlaceKind) =>
    [...text.matchAll(pattern)].map((hit): PlaceShape => {
      const [whole] = hit;
      const end = hit.index + whole.length;
      return {
        kind,
        start: hit.index,
        end,
        text: whole,
        proper: whole,
        suffix: '',
        isCoded: false,
      };
    });
  const roads = [...plain(numbered, 'road'), ...shaped(road, 'road', cuts)];
  const buildings = plain(building, 'building');
  const numbers = plain(number, 'number').filter((each) =>
    [...roads, ...ended(numberedAfter)].some(
      ({ end }) => each.start - end >= 0 && each.start - end <= 1,
    ),
  );
  const known = new Set([...cuts, ...[...roads, ...numbers, ...buildings].map(({ end }) => end)]);
  return withoutOverlaps([
    ...codedAreas(text),
    ...roads,
    ...buildings,
    ...numbers,
    ...shaped(estate, 'poi', known),
    ...shaped(site, 'poi', known),
    ...shaped(school, 'poi', known),
  ]);
}

const anySite = new RegExp(`${estate.source}|${site.source}|${school.source}`, 'y');
/** 社区 belongs to the name of the area; 二期 says which part of something. */
const noKind = /^(?:社区|[一二三四五六七八九十]+期)/;

/** The kind of a site that stands right here, such as 汽车站; null where none does. */
export function siteAt(text: string, at: number): string | null {
  anySite.lastIndex = at;
  const kind = anySite.exec(text)?.[0] ?? null;
  return kind === null || noKind.test(kind) ? null : kind;
}

const codedArea = /(?:[A-ZＡ-Ｚ]{1,2}|[xX×*＊]{1,4}|某)(省|市|县|区|镇|乡|街道|村|社区)(?![a-z])/gu;
const codedKinds: Readonly<Record<string, PlaceKind>> = {
  省: 'city',
  市: 'city',
  县: 'county',
  区: 'county',
  镇: 'town',
  乡: 'town',
  街道: 'town',
};

/** A市B县某村: names somebody hid. */
function codedAreas(text: string): PlaceShape[] {
  return [...text.matchAll(codedArea)].map((hit) => ({
    kind: codedKinds[hit[1] ?? ''] ?? 'village',
    start: hit.index,
    end: hit.index + hit[0].length,
    text: hit[0],
    proper: hit[0],
    suffix: hit[1] ?? '',
    isCoded: true,
  }));
}

const ended = (cuts: ReadonlySet<number>): { end: number }[] => [...cuts].map((end) => ({ end }));

/** 飘到街口, 撤到学校: what somebody does there is no part of a name. */
const runsOn = /[到在被把给让]/;

function isName({ kind, proper, text, suffix, isCoded }: PlaceShape): boolean {
  if (isCoded) return proper !== '';
  if (proper.length < 1 || proper.length > 12 || runsOn.test(proper)) return false;
  if (kind === 'road')
    return (
      !noRoad.test(text) &&
      !noRoad.test(proper) &&
      proper.length >= (suffix === '环路' || /^\d/.test(proper) ? 1 : 2)
    );
  if (noSite.test(proper)) return false;
  // 大小区, 新市场: one character before a kind names nothing.
  return proper.length >= 2 || (suffix.length === 1 && suffix !== '苑');
}

function withoutOverlaps(shapes: readonly PlaceShape[]): PlaceShape[] {
  const kept: PlaceShape[] = [];
  for (const shape of shapes.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => overlap(shape, other))) kept.push(shape);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
