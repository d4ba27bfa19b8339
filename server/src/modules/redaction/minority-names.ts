// Names in Chinese letters of people whose own names are longer.

const chant =
  '托塔合坎孜格乃再赛尼扎汗曼甫玉素仁格日勒孟那萨洪牙乌麦塔合托阿艾爱买提热合曼古丽吐尔逊江不都卜杜拉木沙吾玉素甫依布音哈力克米娜帕孜来努别叶赛达加那迪亚夏地萨比尼莎汗娃什斯恩孙苏巴特巴特巴依尔根生吉雅图格其蒙德力扎西卓玛次仁多杰才让旦增央宗罗桑平措边巴欧珠肉孜卡德尔库麦麦提伊敏穆罕默罕伊明居马奴尔塔依阿肯森叶尔兰波拉提达吾列提对山江胡安玛依努拉铁木合买扎克斯坎腾茹仙瓦丽索南让顿珠仁花高娃朝鲁森和雅海亚约麦别才图';
const chantCharacters = `[${[...new Set(chant)].join('')}]`;
const pieces =
  '顿珠|拉姆|索南|扎提|木哈麦|波拉提|巴雅尔|图雅|仁花|高娃|朝鲁|那森|孟和|哈布力|艾尼瓦|古海|卡依拉|帕丽|合帕|力亚斯|肯别|依达|力江|买江|木江|尔江|别克|江汗|拉汗|古力|格日|其木格|木格|孟克|苏日|那仁|巴图|米力|巴哈|艾山|阿力|卡米|帕尔|塔依尔|买买江|阿迪力|古扎|热娜|玛依|萨依|合塔|山汗|孜拉|铁木尔|乌斯曼|沙吾提|吾提|巴拉提|尼牙孜|卡哈尔|吐鲁洪|买买提|麦麦提|艾合买|艾买提|阿不都|阿布都|阿卜杜|阿不来|吐尔逊|吐尔洪|热合曼|热西提|玉素甫|依布拉|伊布拉|古丽|努尔|肉孜|阿依|买合木|麦合木|赛买|依明|伊敏|木拉提|叶尔|哈力克|巴合提|加那|努尔兰|古力|帕提|阿孜|夏提|库尔班|吾买尔|达吾|迪力|斯坎|赛力|巴特尔|扎西|卓玛|次仁|多杰|其其格|乌日|巴雅|克孜';
/** Characters that hardly stand in any word but such names; four of them nearly side by side are one. */
const firm = '阿艾买热曼古丽吐逊姆汗孜沙依迪娜斯哈格赛帕库玛茜蒂叶尔伊娅卜甫玉素萨尼扎托塔努莎';
const noName =
  '哈萨克|维吾尔|乌鲁木齐|巴里坤|塔吉克|柯尔克|克拉玛|喀什|阿克苏|吐鲁番|库尔勒|阿勒泰|塔城|萨尔乔克|阿尔泰|尼亚|玛依塔|哈尔滨|齐齐哈尔|呼伦贝尔|阿里|玉门|沙尔湖|伊斯兰|斯里兰卡|尼泊尔|哈尔|阿迪达斯|沙丁|哈利|迪斯';
/** And those foreign names are written with. */
const sounding = `[${[...new Set(`${chant}约翰史密斯威廉琼彼得大卫丹尼汤姆杰克逊迈凯文森保罗安娜玛丽莉丝露西贝琳珍詹乔治亚历山伯特弗兰克雷洛罗费奥佛瓦诺维奇娃茨基柯吾开西祖皮则朝布苏毛兰吉仓央嘉措旺堆才旦丹珠贡觉白玛德央塔里木巴音高图克孜迪亚尔热伊敏吾甫朱马别扎旦艾赛达吾肯胡尔曼吐地玛依夏合提赫满萨依拜克齐`)].join('')}]`;
/** What a name with a dot in it follows, so that it is known where it begins. */
const opens =
  '^|[^\\p{Script=Han}]|我是|我叫|名叫|是|叫|找|让|在|把|将|向|给|和|与|跟|及|被|对|替|帮|由|问|请|的|人|员|民|主|师|生|长|部|会|妻|夫|妈|爸|父|母|子|女|哥|姐|弟|妹|友|客|机|东|居';
/** 少数民族姓名: parted by a dot, or built of the pieces names of Xinjiang and beyond are built of. */
export const minorityNames: readonly RegExp[] = [
  new RegExp(
    `(?!(?:${noName}))${chantCharacters}{0,2}(?!(?:${noName}))[${firm}](?:[${firm}]|${chantCharacters}(?=[${firm}])){3,8}${chantCharacters}?`,
    'gu',
  ),
  new RegExp(
    `(?<=${opens})(?:(?!我|你|她|是|叫|找|的|在|让|把|被|向|给|跟|反映|邻居|妻子|丈夫)\\p{Script=Han}){2,7}(?:\\s?[·•‧・．]\\s?(?:${sounding}{2,10}|\\p{Script=Han}{1,3})){1,3}`,
    'gu',
  ),
  new RegExp(
    `(?:${sounding}{2,10}|\\p{Script=Han}{2,3})(?:\\s?[·•‧・．]\\s?(?:${sounding}{2,10}|\\p{Script=Han}{1,3})){1,3}`,
    'gu',
  ),
  new RegExp(
    `${chantCharacters}{0,4}(?:${pieces})${chantCharacters}{0,5}(?:\\.${chantCharacters}{2,8})?`,
    'gu',
  ),
];

/** A run of such sounds, long enough to be a name where the words around it say so. */
export const soundingRun = new RegExp(`(?<!${sounding})(?!(?:${noName}))${sounding}{3,12}`, 'gu');
