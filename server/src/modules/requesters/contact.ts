import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';

const kept = z.object({ name: z.string(), phone: z.string() });

/** 联系方式 of somebody who is no requester: of a viewer, of the owner of a place. */
export type Contact = z.output<typeof kept>;

const nobody: Contact = { name: '', phone: '' };

/** Null where there is nothing to keep. */
export function sealedContact(
  { keys }: Pick<Context, 'keys'>,
  { name = '', phone = '' }: { name?: string | undefined; phone?: string | undefined },
): Buffer | null {
  return name === '' && phone === '' ? null : encrypt(keys, JSON.stringify({ name, phone }));
}

export const openedContact = ({ keys }: Pick<Context, 'keys'>, sealed: Buffer | null): Contact =>
  sealed === null ? nobody : kept.parse(JSON.parse(decrypt(keys, sealed)));
