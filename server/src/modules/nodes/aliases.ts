import type { ReadMessage } from './read-message.ts';

/** 大家叫它小火车, 俗称“小火车”: what people themselves say that others call it. */
const called =
  /(?:俗称|人称|外号|别名|又叫|也叫|都叫|就叫|叫它|叫做|叫作|所谓)(?:它|的|是)?["“”「『']?(\p{Script=Han}{2,8})/gu;
const tail = /(?:那种|了|吧|吗|呢|啊)$/;
const mostAliases = 5;

/** 俗称: only proposed; a person decides whether orders are looked for by them. */
export function aliasesIn(messages: readonly ReadMessage[], names: readonly string[]): string[] {
  const said = new Map<string, number>();
  for (const { text } of messages)
    for (const [, word = ''] of text.matchAll(called)) {
      // 小火车的那个: what follows is no part of the name.
      const alias = word.replace(/的.*$/u, '').replace(tail, '');
      if (alias.length < 2 || names.some((name) => name.includes(alias))) continue;
      said.set(alias, (said.get(alias) ?? 0) + 1);
    }
  return [...said]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostAliases)
    .map(([alias]) => alias);
}
