/**
 * 判断规则 of the analyst, as README.md writes it down for a person. It knows words everybody knows and the closeness that stands
 * beside an appeal, and nothing of who wrote it or what is true of it.
 */

/** Chickens kept in numbers, also as a phone misspells it. */
const keepsChickens =
  /鸡\s?(场|厂|舍|棚|寮|笼)|养.{0,4}鸡|(蛋|肉|种)鸡|鸡(屎|粪|份|使)|养机|机(场|厂)|家禽|禽业/u;
const otherAnimals = /鸭(塘|毛|粪|寮|子)|养鸭|番鸭|鹅|猪|牛|羊|兔/u;
/** Chickens that are eaten, sold, or kept by a household. */
const noFarm =
  /店|摊|火锅|油烟|市场|档|杀鸡|活鸡|超市|直播|网上|阳台|楼上|楼顶|一楼|小区|邻居|对门|院子|绿化带|巷子|房东|斗鸡/u;

/** Water that comes from there, in whatever words; not what a tap gives, what a bill says or what a road is made of. */
const notMeant = /自来水|井水|水费|水泥|停水|水库脚下|巡水/gu;
const water = /水|氺|污|沼液|汁|溢|漫|淌|黑(的|得|臭)|发黑|白沫/u;

/** Where the words decide nothing, the machine's word must be a strong one. */
const sure = 80;

/** 属不属于这个专题. */
export function belongs(text: string, closeness: number): boolean {
  if (!water.test(text.replaceAll(notMeant, ''))) return false;
  if (noFarm.test(text)) return false;
  if (keepsChickens.test(text)) return true;
  return !otherAnimals.test(text) && closeness >= sure;
}
