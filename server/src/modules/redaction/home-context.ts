const homeBefore =
  /(?:住|家|居|户籍|租|宿舍|老家|地址|住址|邻居|房屋|房子|本户|户主|搬到|搬进|出租屋|自建房|民房|送到|寄到|上门)[^。!?;\n]{0,24}$/;
const homeAfter =
  /^(?:的?(?:我家|家里|家中|住户|住宅|住处|房子|房屋|民房|自建房|邻居|出租屋|居住|人家|业主|户主|租客|房东|宿舍))/;
const publicPlace =
  '公司|厂|店|超市|酒店|宾馆|市场|商场|广场|学校|小学|中学|幼儿园|医院|诊所|药房|银行|局|所|站|院|中心|大厦|大楼|园|馆|吧|厅|城|工地|项目|小区|花园|门面|商铺|店铺|店面|仓库|办公|单位|路口|公园|厕|摊|铺|行|坊|社|堂|网点|窗口|处|食府|餐|烧烤|KTV';
/** 45号对面的超市: what stands beside a door says nothing against its being a dwelling. */
const beside = '旁|对面|隔壁|门口|门前|附近|边上|楼下|楼上|前面|后面|有人|有个|是个|住|家';
const publicAfter = new RegExp(
  `^的?(?!${beside})(?:(?!${beside})[\\p{Script=Han}A-Za-z]){0,10}?(?:${publicPlace})`,
  'iu',
);
const publicBefore =
  /(?:公司|厂|店|超市|酒店|宾馆|市场|商场|学校|小学|中学|幼儿园|医院|诊所|药房|银行|局|所|站|中心|馆|吧|厅|工地|项目|办公室|单位|窗口)(?:\(?(?:位于|在|设在|开在|地址(?:是|为|:)?))[^。!?;\n]{0,16}$/;
const doorBefore =
  /(?:路|街|巷|弄|道|胡同|村|里|坊|社|埕|厝|坑|庄|屯|寨|营|组|队|连|场|点|湾|墩|梁|滩|坡|沟|泉|圩|岗|埠|浦|洋|园|苑|城|府|院|寓|庭|邸|居|郡|期|上社|下社|门牌|小区|宿舍|[东西南北中]段)$/;
const sharedAfter =
  /^[^,。!?;\s]{0,7}(?:电梯|楼道|走廊|过道|楼梯|外墙|大厅|消防|平台|天台|屋顶|水管|路灯|化粪池|暖气|井盖|单元门|公共)/;
const householdAfter =
  /^[\p{Script=Han}A-Za-z]{0,12}?(?:[A-Za-z\d]{1,4}|[一二三四五六七八九十]{1,3})\s?(?:栋|幢|号楼|座|单元)[\s,]?(?:[A-Za-z\d]|[一二三四五六七八九十])/u;

/** 门牌: is the door a dwelling's, by what stands around it. */
export const doorOfHome = {
  isPublic: (after: string): boolean => publicAfter.test(after),
  isLived: (before: string, after: string): boolean =>
    homeAfter.test(after) || (homeBefore.test(before) && !publicAfter.test(after)),
  /** 9栋30楼: a dwelling's floor, unless it is what all in the house use. */
  isFloor: (before: string, after: string): boolean =>
    homeAfter.test(after) ||
    homeBefore.test(before) ||
    !(publicAfter.test(after) || publicBefore.test(before) || sharedAfter.test(after)),
  isDoor: (before: string, after: string): boolean => {
    if (householdAfter.test(after) || homeAfter.test(after)) return true;
    if (/(?:家住|我住|住在|住址|我家|家在|户籍|户主)[^,。!?;\s]{0,14}$/.test(before)) return true;
    if (publicAfter.test(after) || publicBefore.test(before)) return false;
    if (/(?:月|星期|周|每|本|上|下|这|个|的|第|是|在|到|至|从|工|编|\d)$/.test(before))
      return false;
    if (
      /^(?:[早晚上下中]|那天|当天|开始|开|前|后|之前|到|至|起|线|门|口|窗|车|桌|床|位|公告|文|楼|机|站|桩|井|杆)/.test(
        after,
      )
    )
      return homeBefore.test(before);
    return doorBefore.test(before) || homeBefore.test(before) || /\p{Script=Han}{2}$/u.test(before);
  },
};
