import { doorOfHome } from './home-context.ts';
import type { Removal } from './personal.ts';

const figure =
  '(?:[A-Za-z]?\\d{1,5}[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十百零〇]{1,4}|[甲乙丙丁]|[东西南北中](?=\\s?(?:单元|门|户|栋|座|区)))';
const unit =
  '(?:号楼|号院|号房|号|栋楼?|幢楼?|座(?![位椅机谈])|单元|门(?![口前面卫外店市诊铺])|梯(?!次|子)|层|楼(?![梯道顶上下房盘宇])|室(?![内外])|户(?![主型数籍口外])|排(?![水污放队])|组(?!织|长|成|建)|队(?!长|伍|员)|连(?![续接长])|社(?!区|会|保)|弄|巷|区(?=[\\s,]?[A-Za-z\\d一二三四五六七八九十])|期(?=[\\s,]?[A-Za-z\\d一二三四五六七八九十])|附(?=\\d)|房(?![子产屋东间价租本管])|#)';
const join = '[\\s\\-—/]?';
const side = '(?:[东西南北中左右]\\s?(?:户|边户?|手边|头|侧|室|门(?![口面])))';
const bare = '\\d{3,4}(?![\\d元块米平㎡年月日天个人次名万多号路栋幢件起户台辆米])';
const link = `${figure}\\s?${unit}`;
/** Links of a chain that leads to a door: 3栋 2单元 501; 7弄 2号; 48号 5楼 307. */
const chain = new RegExp(
  `${link}(?:${join}${link}){0,5}(?:${join}之[一二三四五六\\d])?(?:${join}(?:${bare}|${side}))?`,
  'g',
);
const dashed = /(?<![\d-])\d{1,3}[-—](?:\d{1,2}[-—])?\d{3,4}(?![\d元块米年月日次个人万-]|号线|—)/g;
const lonelyRoom = /(?<![\dA-Za-z.])\d{3,4}\s?(?:室(?!内|外)|号房|房(?![子产屋东间价租]))/g;

const called =
  /(?<=(?:门牌|房|房间|室|楼栋)号码?\s?(?:是|为|:)?\s?)[A-Za-z]?\d{1,5}(?:-\d{1,4}){0,2}/g;
const behindEstate =
  /(?<=花园|小区|家园|[雅新名嘉佳]?苑|公寓|华庭|豪庭|宿舍|新村|家属院)\d{3,4}(?![\d元块年月日个人次户万路米平]|多|余)/g;

const links = new RegExp(`${figure}\\s?(${unit})`, 'g');
const inner = /^(?:单元|门|梯|室|户|附|号房|房)/;
const blocks = /^(?:号楼|号院|号|栋|幢|座|单元|门|排|弄|巷|区|期|#)/;
const rows = /^(?:排|组|队|连|社|弄|巷|栋|幢)/;

/** 住址: what leads to somebody's door. Roads, estates, public places and companies stay. */
export function homesIn(text: string): Removal[] {
  const found = (pattern: RegExp, isHome: (own: string, around: Around) => boolean): Removal[] =>
    [...text.matchAll(pattern)].flatMap((hit) => {
      const start = hit.index;
      const end = start + hit[0].trimEnd().length;
      const around = {
        before: text.slice(Math.max(0, start - 40), start),
        after: text.slice(end, end + 26),
      };
      return isHome(hit[0], around) ? [{ kind: 'home' as const, start, end }] : [];
    });
  return [
    ...found(chain, isHomeChain),
    ...found(dashed, () => true),
    ...found(called, () => true),
    ...found(behindEstate, (_, { after }) => !doorOfHome.isPublic(after)),
    ...found(
      lonelyRoom,
      (_, { before, after }) =>
        !/(?:会议|教|诊|办公|病|包|客|考|休息)$/.test(before) && !doorOfHome.isPublic(after),
    ),
  ];
}

interface Around {
  readonly before: string;
  readonly after: string;
}

function isHomeChain(own: string, { before, after }: Around): boolean {
  const units = [...own.matchAll(links)].map(([, each = '']) => each);
  const endsBare = new RegExp(`(?:${bare}|${side})$`).test(own);
  if (endsBare && units.some((each) => blocks.test(each) || /[层楼]/.test(each))) return true;
  if (units.length >= 2 && units.some((each) => inner.test(each))) return true;
  // 3组12号, 7弄2号: a row of dwellings and a number in it.
  if (units.length >= 2 && units.some((each) => rows.test(each)) && /号$/.test(own))
    return !doorOfHome.isPublic(after);
  if (units.length >= 2 && /[层楼]$/.test(own)) return doorOfHome.isLived(before, after);
  // A door number alone is somebody's, unless a shop or an office stands behind it.
  if (units.length === 1 && /号$/.test(own)) return doorOfHome.isDoor(before, after);
  // 十八楼 alone is no address.
  return /[栋幢座]|单元|号院|室$/.test(units[0] ?? '') && doorOfHome.isLived(before, after);
}
