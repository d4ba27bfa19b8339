import { refuseUnless } from '../../platform/refusal.ts';
import type { Template } from './templates.ts';
import { limitWords } from './text.ts';

export interface Filled {
  readonly title: string;
  /** A paragraph each. */
  readonly body: readonly string[];
  readonly organ: string;
}

interface CityNames {
  readonly short: string;
  readonly name: string;
  readonly hotlineName: string;
}

/** 套用模板: a long slot may bring several paragraphs. Refuses `letters.slots-missing`, by their names. */
export function fillTemplate(
  template: Template,
  slots: Readonly<Record<string, string>>,
  { short, name, hotlineName }: CityNames,
): Filled {
  const missing = template.slots.filter(({ code }) => (slots[code] ?? '').trim() === '');
  refuseUnless(missing.length === 0, 'letters.slots-missing', {
    slots: missing.map((slot) => slot.name).join('、'),
  });
  const facts = {
    ...slots,
    limit: limitWords(template.replyLimit),
    hotline: hotlineName,
    city: name,
    short,
  };
  return {
    title: filled(template.title, facts),
    body: paragraphsOf(template.body.map((paragraph) => filled(paragraph, facts)).join('\n')),
    organ: filled(template.organ, facts),
  };
}

/** 发文字号: 漳州热线督〔2026〕12号. */
export function letterNumber(
  form: string,
  { short, year, number }: { short: string; year: number; number: number },
): string {
  return filled(form, { short, year: String(year), number: String(number) });
}

/** 分段: a line is a paragraph, empty ones are none. */
export function paragraphsOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The city's check holds every place-holder against who fills it; a hole is a fault of ours. */
function filled(words: string, facts: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`Nobody fills {${name}} of a letter.`);
    return fact;
  });
}
