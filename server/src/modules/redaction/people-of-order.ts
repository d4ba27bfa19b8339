import type { Context } from '../../platform/context.ts';
import { requesterAgain } from '../requesters/index.ts';
import type { KnownPeople } from './personal.ts';

/** Whom an order itself knows: its requester. */
export async function peopleOfOrder(ctx: Context, orderId: string): Promise<KnownPeople> {
  const { name, phone, otherPhone } = await requesterAgain(ctx, orderId);
  return { names: said(name), phones: said(phone, otherPhone) };
}

const said = (...words: (string | undefined)[]): string[] =>
  words.flatMap((word) => (word ? [word] : []));
