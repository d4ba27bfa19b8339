const spoken: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  O: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  两: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
};

/** 口述数字: 一三八 as 138, at the same places; ordinary words hold no seven of them in a row. */
export function asDigits(text: string): string {
  return text.replace(
    /[零〇O一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/g,
    (digit) => spoken[digit] ?? digit,
  );
}
