import { doorOfHome } from './home-context.ts';
import type { Removal } from './personal.ts';

const figure =
  '第?(?:[A-Za-z]?\\d{1,5}[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十百零〇]{1,4}|[甲乙丙丁]|[东西南北中](?=\\s?(?:单元|门|户|栋|座|区)))';
const unit =
  '(?:号楼|号院|号房|号|栋楼?|幢楼?|座(?![位椅机谈])|单元|门(?![口前面卫外店市诊铺])|梯(?!次|子)|层|楼(?![梯道顶上下房盘宇])|室(?![内外])|户(?![主型数籍口外])|排(?![水污放队])|小?组(?!织|长|成|建)|[大小]?队(?!长|伍|员)|连(?![续接长])|社(?!区|会|保)|弄|巷|区(?=[\\s,]?[A-Za-z\\d一二三四五六七八九十])|期(?=[\\s,]?[A-Za-z\\d一二三四五六七八九十])|附(?=\\d)|地下室(?=\\d)|房(?![子产屋东间价租本管])|#)';
const join = '[\\s\\-—/]?';
const side = '(?:[东西南北中左右]\\s?(?:户|边户?|手边|头|侧|室|门(?![口面])))';
const bare = '\\d{3,4}(?![\\d元块米平㎡年月日个人次名万多号路栋幢件起户台辆米]|天(?!花|台|井|棚))';
const link = `${figure}\\s?${unit}`;
/** Links of a chain that leads to a door: 3栋 2单元 501; 7弄 2号; 48号 5楼 307. */
const chain = new RegExp(
  `${link}(?:${join}${link}){0,5}(?:${join}之[一二三四五六七八九十\\d]{1,2})?(?:${join}(?:${bare}|${side}))?`,
  'g',
);
const dashed = /(?<![\d-])\d{1,3}[-—](?:\d{1,2}[-—])?\d{3,4}(?![\d元块米年月日次个人万-]|号线|—)/g;
const lonelyRoom = /(?<![\dA-Za-z.])\d{3,4}\s?(?:室(?!内|外)|号房|房(?![子产屋东间价租]))/g;

/** 胜利路12-3, 桥头村128: a number a road or village ends in. */
const behindRoad =
  /(?<=[路街巷弄村社厝埕])\d{1,4}(?:-\d{1,3})?(?![\d-]|[号组元块米公平㎡年月日天个人次名万多路栋幢件起户台辆亩斤吨度度点时分秒路车线条盏站处座棵根段期%]|千|百|余|、\d|到|至|~|\.|\+|k|K)/g;
/** 附23号, 地下室9号, 后厝52-8号. */
const beyondDoor = /(?:附|地下室)\d{1,3}号|(?<![\d-])\d{1,3}-\d{1,3}号(?!线|楼|院|[店馆])/g;
const called =
  /(?<=(?:门牌|房|房间|室|楼栋)号码?\s?(?:是|为|:)?\s?)[A-Za-z]?\d{1,5}(?:-\d{1,4}){0,2}/g;
const behindEstate =
  /(?<=花园|小区|[家佳嘉]园|苑|公寓|[华豪雅]庭|宿舍|新村|家属院|家属区|安置房|[名]都|[国华名]府|[新]城|公馆|[江雅]?湾|[上]郡|名邸)\d{3,4}(?![\d元块年月日个人次户万路米平]|多|余)/g;

/** 楼上602, 我住503: a room by its number alone. */
const roomSaid =
  /(?<=楼上|楼下|对门|隔壁|我家|家住|我住|住在|邻居|业主|住户|租户)的?[1-9]\d{2,3}(?![\d元块米平㎡年月日个人次名万多号路栋幢件起台辆斤度]|天(?!花|台)|[-—]\d)/g;

const links = new RegExp(`${figure}\\s?(${unit})`, 'g');
const inner = /^(?:单元|门|梯|室|户|附|号房|房)/;
const blocks = /^(?:号楼|号院|号|栋|幢|座|单元|门|排|弄|巷|区|期|#)/;
const endsInNumber = /号(?:之[一二三四五六七八九十\d]{1,2})?$/;
const named =
  /(?:村|社|场|屯|庄|寨|社区|小区|花园|[家佳嘉]园|苑|公寓|庭|宿舍|新村|名都|府|城|家属院|安置房|湾|里|邸|郡)$/;
const rows = /^(?:排|小?组|[大小]?队|连|社|弄|巷|栋|幢)/;

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
    ...found(roomSaid, () => true),
    ...found(behindRoad, (_, { after }) => !doorOfHome.isPublic(after)),
    ...found(beyondDoor, (_, { after }) => !doorOfHome.isPublic(after)),
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
  const endsBare = new RegExp(`(?:${bare}|..${side})$`).test(own);
  if (endsBare && units.some((each) => blocks.test(each) || /[层楼]/.test(each))) return true;
  if (units.length >= 2 && units.some((each) => inner.test(each))) return true;
  // 3组12号, 7弄2号: a row of dwellings and a number in it.
  // 3大队6小队: a hamlet of some dwellings.
  if (units.length >= 2 && units.every((each) => rows.test(each) && !blocks.test(each)))
    return doorOfHome.isFloor(before, after);
  if (units.length >= 2 && units.some((each) => rows.test(each)) && endsInNumber.test(own))
    return !doorOfHome.isPublic(after);
  if (units.length >= 2 && /[层楼]$/.test(own)) return doorOfHome.isFloor(before, after);
  // A door number alone is somebody's, unless a shop or an office stands behind it.
  if (units.length === 1 && endsInNumber.test(own)) return doorOfHome.isDoor(before, after);
  // 桥头村3组, 锦绣小区3栋: who lives there is known in the place.
  if (
    /[栋幢座]$|号楼|单元$|小?组$/.test(units[0] ?? '') &&
    named.test(before) &&
    !/^[一两]/.test(own)
  )
    return doorOfHome.isFloor(before, after);
  // 十八楼 alone is no address.
  return (
    /[栋幢座]|号楼|单元|号院|室|小?组$/.test(units[0] ?? '') && doorOfHome.isLived(before, after)
  );
}
