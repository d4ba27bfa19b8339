import type { Json } from './json.ts';

/** Anything written, and what a telephone or an identity number looks like where no id or code goes on around it. */
const ofPeople = [
  /[^\p{ASCII}]/u,
  /(?<![\w+])(\+?86)?1[3-9]\d{9}(?!\w)/,
  /(?<![\w-])0\d{2,3}-\d{7,8}(?![\w-])/,
  /(?<!\w)\d{17}[\dXx](?!\w)/,
];

/**
 * 事件与任务不带个人信息: events and jobs hold ids, codes and digests, and stay for ever or travel through a queue. A
 * use case that puts words or a number into one is a fault, and its transaction must not stand.
 */
export function refuseWords(where: string, data: Json): void {
  const text = JSON.stringify(data);
  if (ofPeople.some((pattern) => pattern.test(text)))
    throw new Error(
      `${where} would carry words or a number of a person: keep them in a table, and name the row.`,
    );
}
