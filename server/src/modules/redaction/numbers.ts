import type { PersonalKind, Removal } from './personal.ts';
import { asDigits } from './spoken-digits.ts';

interface Pattern {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
}

const part = '[\\s\\-‐-―.·/_~()]{0,2}';
const digits = (from: number, to: number): string => `\\d(?:${part}\\d){${from - 1},${to - 1}}`;
const said = '(?:号码?|账号|帐号|号)?\\s{0,2}(?:是|为|:|,|加)?\\s{0,2}[:\\-]?\\s{0,2}';

/** Stronger ones first: what one took, none after it sees. */
const patterns: readonly Pattern[] = [
  {
    kind: 'mail',
    pattern:
      /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,24}){1,4}/g,
  },
  // A name somebody gave himself: letters with figures or a low line.
  { kind: 'messenger', pattern: /(?<![A-Za-z\d])wxid_[a-z\d]{4,24}/g },
  {
    kind: 'messenger',
    pattern:
      /(?<![A-Za-z\d_./@-])(?!(?:iphone|win|huawei|mate|vivo|oppo|redmi|model)\d)[A-Za-z](?=[a-z\d_-]*[\d_])(?=[a-z\d_-]*[a-z][a-z\d_-]*[a-z])[a-z\d_-]{5,23}(?![A-Za-z\d_./@])/g,
  },
  {
    kind: 'messenger',
    pattern:
      /(?<=(?:微信|威信|薇信|维信|徽信|wei信|weixin|[vV]信|[薇微vV]\s?(?:❤️?|♥️?|心)|(?<![A-Za-z])[wWvV][xX]|(?<![A-Za-z])[vV](?=\s?[::])|(?<=[加➕+]我?)[vV薇]|WeChat|wechat|[qQ][qQ]|扣扣|企鹅|抖音|快手|支付宝|小红书|钉钉|陌陌)(?:同号|名字?|昵称|联系|小号|大号)?(?:群|号码?|账号|帐号|ID|id)?\s{0,2}[)】]?(?:是|为|[::,]|加|叫)?\s{0,2}["“「]?)(?=[A-Za-z0-9_][A-Za-z0-9_.-]{3,24}(?![A-Za-z0-9]))[A-Za-z0-9_][A-Za-z0-9_.-]{3,23}[A-Za-z0-9_]/g,
  },
  { kind: 'messenger', pattern: /(?<![A-Za-z\d_./-])[a-z]\d{5,11}(?![A-Za-z\d])/g },
  {
    kind: 'identity',
    pattern:
      /(?<![\dA-Za-z])[1-9]\d{5}[\s-]?(?:18|19|20)\d{2}[\s-]?(?:0[1-9]|1[0-2])[\s-]?(?:[0-2]\d|3[01])[\s-]?\d{3}[\dXx*](?![\dA-Za-z])/g,
  },
  { kind: 'identity', pattern: /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?!\d)/g },
  { kind: 'identity', pattern: /(?<![\dA-Za-z])\d{6}[*xX]{6,9}\d{2,4}[\dXx]?(?![\dA-Za-z])/g },
  {
    kind: 'identity',
    pattern: new RegExp(
      `(?<=(?:身份证|证件|护照|通行证|驾驶证|驾照|军官证|士兵证|残疾证|残疾人证|居住证|社保|医保|居民证|退役证|老年证|学生证|准考证)(?:件|卡)?${said})[A-Za-z]{0,2}\\d[\\dA-Za-z\\- ]{4,24}[\\dA-Za-z]`,
      'g',
    ),
  },
  {
    kind: 'identity',
    pattern: /(?<![A-Za-z\d])(?:[EeGg]\d{8}|[EeGgDdSsPpHhMmCc][A-Za-z]?\d{7,10})(?![A-Za-z\d])/g,
  },
  { kind: 'account', pattern: /(?<!\d)[3-69]\d{3}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?!\d)/g },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s·-]?[A-Za-z][\s·\-.•・]{0,2}(?=[\sA-Za-z\d*]{0,8}[\d*])[A-HJ-NP-Za-hj-np-z\d*](?:\s?[A-Za-z\d*]){3,5}\s?(?:[挂学警港澳领]|[A-Za-z\d*](?![A-Za-z\d]))/g,
  },
  { kind: 'plate', pattern: /(?<![A-Za-z])WJ[\s·-]?[\d\u4e00-\u9fff]{0,3}[\s·-]?[A-Za-z\d]{5}/g },
  {
    kind: 'plate',
    pattern:
      /(?<=(?:车牌照?|牌照|牌号|车号|号牌|车牌号码?)(?:号码?)?\s{0,2}(?:是|为|[::,]|尾号|后[三四五]位)?\s{0,2}(?:是|为)?\s{0,2})[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?\s?(?=[A-Za-z\d·\s]{0,8}\d)[A-Za-z\d][A-Za-z\d·\s]{2,8}[A-Za-z\d]/g,
  },
  {
    kind: 'plate',
    pattern:
      /(?<![A-Za-z\d])[A-HJ-NP-Z][·\s]?(?=[A-Z\d]{0,5}\d)(?=[A-Z\d]*\d[A-Z\d]*\d)[A-HJ-NP-Z\d]{5}(?![A-Za-z\d])(?=的?(?:车|轿车|货车|小车|面包车|出租车|网约车|摩托|电动|三轮|渣土车|大车|私家车|公交))/g,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<!\\d)(?:\\+?86${part})?1[3-9]${part}${digits(9, 9)}(?!\\d)`, 'g'),
  },
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d[*xX#]{3,5}\d{3,4}(?!\d)/g },
  {
    kind: 'phone',
    pattern:
      /(?<!\d)\(?0[1-9]\d{1,2}\)?[\s-]{0,2}[2-9]\d{2,3}[\s-]?\d{4}(?:\s?(?:-|转|分机)\s?\d{1,6})?(?!\d)/g,
  },
  { kind: 'phone', pattern: /(?<!\d)[48]00[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)/g },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<=(?:电话|手机|座机|固话|联系方式|致电|拨打|号码|来电|短号|热线|传真)${said})(?!(?:1[12]\\d|12\\d{3}|9[5-6]\\d{3})(?!\\d))${digits(5, 13)}`,
      'g',
    ),
  },
  {
    kind: 'account',
    pattern:
      /(?<=(?:卡号|账号|帐号|账户|帐户|银行卡|储蓄卡|信用卡|户号|用户号|表号|学号|工号|会员号|社保卡|医保卡|交易号|订单号|单号|流水号|合同号|房产证|保单号|尾号|后四位|末四位)(?:码|编号)?\s{0,2}(?:是|为|[::,])?\s{0,2})[A-Za-z]{0,4}\d[\dA-Za-z\s-]{2,26}[\dA-Za-z]/g,
  },
  { kind: 'phone', pattern: /(?<![\d.])[2-8]\d{2,3}[\s-]?\d{4}(?![\d.万元])/g },
  { kind: 'number', pattern: /\d{7,}/g },
];

/** 号码: telephone, identity, plate, account and other numbers, however they are written. */
export function numbersIn(text: string): Removal[] {
  const found = matchesOf(text);
  // A second look at what was said digit by digit; only long runs of spoken digits count.
  const spoken = [
    ...text.matchAll(
      /[\d零〇O一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖](?:[\s\-、,,.]{0,2}[\d零〇O一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]){6,}[XxX]?/g,
    ),
  ]
    .filter(([run]) => /[零〇一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/.test(run))
    .map((hit): Removal => {
      const only = asDigits(hit[0]).replace(/\D/g, '');
      return { kind: kindOfRun(only), start: hit.index, end: hit.index + hit[0].length };
    });
  return [...found, ...spoken];
}

function kindOfRun(digits: string): PersonalKind {
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits) || /^0?\d{7,11}$/.test(digits)) return 'phone';
  if (digits.length === 18 || digits.length === 17 || digits.length === 15) return 'identity';
  return digits.length >= 16 && digits.length <= 19 ? 'account' : 'number';
}

function matchesOf(plain: string): Removal[] {
  const found: Removal[] = [];
  let rest = plain;
  for (const { kind, pattern } of patterns) {
    for (const hit of rest.matchAll(pattern)) {
      const trimmed = hit[0].trimEnd();
      found.push({ kind, start: hit.index, end: hit.index + trimmed.length });
      rest = `${rest.slice(0, hit.index)}${'\ue000'.repeat(trimmed.length)}${rest.slice(hit.index + trimmed.length)}`;
    }
  }
  return found;
}
