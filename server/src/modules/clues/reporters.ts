import type { Context } from '../../platform/context.ts';
import type { KnownPeople } from '../redaction/index.ts';
import { requesterAgain } from '../requesters/index.ts';

/** 诉求人 of these orders, a company's name as well: looked for in a pack, shown to nobody, so no look is kept. */
export async function reportersOf(ctx: Context, orderIds: readonly string[]): Promise<KnownPeople> {
  const names: string[] = [];
  const phones: string[] = [];
  for (const id of orderIds) {
    const { name, companyName, identityNumber, phone, otherPhone } = await requesterAgain(ctx, id);
    names.push(...said(name, companyName));
    phones.push(...said(phone, otherPhone, identityNumber));
  }
  return { names, phones };
}

const said = (...words: (string | undefined)[]): string[] =>
  words.flatMap((word) => (word ? [word] : []));
