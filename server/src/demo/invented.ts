import { type Dice, diceOf } from './chance.ts';

/** Invented people for the demo and for tests: made from a seed at run time, so that none stands in a file. */
export interface InventedPerson {
  readonly name: string;
  readonly gender: 'female' | 'male';
  readonly phone: string;
  readonly identityNumber: string;
  readonly bornOn: string;
}

const surnames = '林陈黄张李王吴蔡刘杨郑许谢郭洪曾邱廖赖徐周叶苏庄吕马'.split('');
const givenFirst = '文志明建国秀丽美玉春晓海雅思子佳宇雨梓俊伟振永庆淑惠'.split('');
const givenSecond = '华英强平安宁芳兰梅芬辉斌峰涛杰龙山林泉成康福顺欣怡'.split('');

/** 虚构诉求人: the same seed gives the same person, everywhere and always. */
export function inventedPerson(seed: string): InventedPerson {
  const dice = diceOf(seed);
  const gender = dice() < 0.5 ? 'female' : 'male';
  const bornOn = inventedBirthday(dice);
  return {
    name: inventedName(dice),
    gender,
    phone: inventedPhone(dice),
    identityNumber: inventedIdentityNumber(dice, bornOn, gender),
    bornOn,
  };
}

/** 虚构手机号 alone, for duty rosters and twins. */
export function inventedPhoneOf(seed: string): string {
  return inventedPhone(diceOf(seed));
}

/** The last digit of an identity number, GB 11643: ISO 7064 MOD 11-2 over the first seventeen. */
export function checkDigitOf(seventeenDigits: string): string {
  const sum = Array.from(seventeenDigits).reduce(
    (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
    0,
  );
  return '10X98765432'.charAt(sum % 11);
}

function inventedName(dice: Dice): string {
  const second = dice() < 0.8 ? pick(givenSecond, dice) : '';
  return pick(surnames, dice) + pick(givenFirst, dice) + second;
}

/** Prefix 154 has the shape of a mobile number and was never given to an operator: nobody can be rung. */
function inventedPhone(dice: Dice): string {
  return `${154}${digits(8, dice)}`;
}

/** Area 999999 is no division, so that the number is well formed and nobody's. */
function inventedIdentityNumber(dice: Dice, bornOn: string, gender: 'female' | 'male'): string {
  // The third digit of the serial is odd for men.
  const serial = Math.floor(dice() * 499) * 2 + (gender === 'male' ? 1 : 0);
  const first = `${999999}${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first + checkDigitOf(first);
}

function inventedBirthday(dice: Dice): string {
  const [oldest, youngest] = [Date.UTC(1946, 0, 1), Date.UTC(2006, 0, 1)];
  const born = oldest + Math.floor(dice() * (youngest - oldest));
  return new Date(born).toISOString().slice(0, 10);
}

function digits(count: number, dice: Dice): string {
  return Array.from({ length: count }, () => Math.floor(dice() * 10)).join('');
}

function pick(from: readonly string[], dice: Dice): string {
  return from[Math.floor(dice() * from.length)] ?? '';
}
