import { randomInt } from 'node:crypto';

/** Nothing that is taken for something else when read from a slip of paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';

/** 首次密码: sixty bits in three groups that can be read out. */
export function firstPassword(): string {
  return Array.from({ length: 3 }, group).join('-');
}

const group = (): string =>
  pick(letters) + pick(letters) + pick(digits) + pick(letters) + pick(digits);

const pick = (from: string): string => from.charAt(randomInt(from.length));
