import type { NoticeWay } from '@minsheng/contract/words/notices.ts';
import type { MessageName } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour, unitNames } from '../organisation/index.ts';
import { templates } from './messages.repo.ts';
import type { Recipient } from './notice.ts';

interface Wording {
  readonly template: MessageName;
  readonly to: Recipient;
  readonly facts: Readonly<Record<string, string>>;
}

/** 措辞: the city's own for this way where it has some; otherwise those of the SMS, without its signature. */
export async function wordsOf(
  ctx: Context,
  { template, to, facts }: Wording,
  way: NoticeWay,
): Promise<string> {
  const words = wordsFor(await templates(ctx), template, { way, on: today(ctx) });
  const unit = to.kind === 'duty' ? (await unitNames(ctx, [to.unitCode])).get(to.unitCode) : null;
  return filled(words, { ...(unit && { unit }), ...withLink(ctx, facts) }).trimEnd();
}

export const today = (ctx: Context): string => cityHour(ctx.now, ctx.city.zone).on;

export function wordsFor(
  known: ReadonlyMap<string, string>,
  template: string,
  { way, on }: { way: NoticeWay; on: string },
): string {
  const own = wordsOn(known, `${template}@${way}`, on);
  const words = own ?? wordsOn(known, template, on);
  if (words === undefined) throw new Error(`The city has no message ${template}.`);
  return own === undefined && way !== 'sms' && way !== 'call' ? unsigned(words) : words;
}

/** Of several wordings (`overdue#2027-01-01`) the latest that holds on this day. */
function wordsOn(known: ReadonlyMap<string, string>, name: string, on: string): string | undefined {
  const dated = [...known.keys()].filter(
    (key) => key.startsWith(`${name}#`) && key.slice(name.length + 1) <= on,
  );
  return known.get(dated.toSorted().at(-1) ?? name);
}

/** 【12345热线】 is what carriers of SMS ask for; elsewhere people see who speaks. */
const unsigned = (words: string): string => words.replace(/^【[^】]*】/, '');

/** A path of ours leaves as a whole address, set apart: telephones would take the words behind it for a part of it. */
function withLink(ctx: Context, { link, ...facts }: Wording['facts']): Wording['facts'] {
  return link === undefined ? facts : { ...facts, link: ` ${ctx.site.origin}${link} ` };
}

/** The checker holds every wording against what the program fills in; a hole in a sentence is a fault of ours. */
export function filled(words: string, facts: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`Nobody fills {${name}} of a message.`);
    return fact;
  });
}
