import { holdersIn, type LetterTemplateRow, letterFacts } from '../letter-templates.ts';
import { type Problem, problemAt } from '../source.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const letterChecks: readonly Check[] = [
  {
    rule: '文书模板的占位都有人填,文号写明年份和序号;系统自己拟稿的写明发往哪个部门',
    find: ({ letterTemplates, units }) => [
      ...letterTemplates.flatMap(unknownSlots),
      ...found(letterTemplates, (template) => [
        ...unusedSlots(template),
        ...['year', 'number']
          .filter((needed) => !holdersIn(template.numberForm).includes(needed))
          .map(text.numberFormLacks),
      ]),
      ...found(letterTemplates, (template) => wrongAddressee(template, units)),
      ...repeated(letterTemplates, ({ code }) => code, text.twice),
    ],
  },
];

/** Templates the program fills by itself when somebody has decided. */
const writtenByUs: readonly string[] = ['police-clue'];

function wrongAddressee(
  { code, to }: LetterTemplateRow,
  units: readonly { readonly code: string }[],
): string[] {
  if (to === null) return writtenByUs.includes(code) ? [text.addresseeMissing] : [];
  return units.some((unit) => unit.code.split('.')[1] === to) ? [] : [text.unknownUnit(to)];
}

/** By part of the letter, said with the line on which the place-holder stands. */
function unknownSlots(template: LetterTemplateRow): Problem[] {
  const slots = template.slots.map(({ code }) => code);
  const parts = [
    { words: [template.title], known: [...slots, ...letterFacts.title] },
    { words: [template.numberForm], known: [...letterFacts.numberForm] },
    { words: [template.organ], known: [...letterFacts.organ] },
    { words: template.body, known: [...slots, ...letterFacts.body] },
  ];
  const unknown = parts.flatMap(({ words, known }) =>
    words.flatMap(holdersIn).filter((name) => !known.some((one) => one === name)),
  );
  return [...new Set(unknown)].map((name) => {
    const line = template.holders.find((holder) => holder.name === name)?.line;
    const at = { file: template.at.file, line: line ?? template.at.line };
    return problemAt(at, text.placeHolder(template.code, name));
  });
}

function unusedSlots({ slots, title, body }: LetterTemplateRow): string[] {
  const used = [title, ...body].flatMap(holdersIn);
  return slots.filter(({ code }) => !used.includes(code)).map(({ code }) => text.slotUnused(code));
}
