import {
  type Envelope,
  envelope,
  exchangeVersions,
  messageBodies,
  type Said,
} from '@minsheng/contract/public/exchange.ts';
import { messageKinds } from '@minsheng/contract/words/exchange.ts';
import { z } from 'zod';
import { ExchangeFault } from './fault.ts';
import { text } from './text.ts';

const versioned = z.object({ version: z.unknown() });

/** What was sent, as a message of a version spoken here. */
export function readEnvelope(raw: Buffer): Envelope {
  const said = jsonIn(raw);
  const { success, data } = versioned.safeParse(said);
  if (
    success &&
    data.version !== undefined &&
    !exchangeVersions.some((one) => one === data.version)
  )
    throw new ExchangeFault(400, {
      code: 'version',
      says: text.version,
      versions: [...exchangeVersions],
    });
  const read = envelope.safeParse(said);
  if (read.success) return read.data;
  const field = fieldOf(read.error, []);
  throw new ExchangeFault(400, { code: 'body', says: text.noEnvelope(field), field });
}

function jsonIn(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw new ExchangeFault(400, { code: 'body', says: text.noJson });
  }
}

/** The kind and its body. */
export function readSaid({ kind, body }: Envelope): Said {
  const known = messageKinds.find((one) => one === kind);
  if (known === undefined)
    throw new ExchangeFault(422, { code: 'kind', says: text.kind, field: 'kind', value: kind });
  const read = saidOf(known, body);
  if (read.success) return read.data;
  const field = fieldOf(read.error, ['body']);
  throw new ExchangeFault(422, { code: 'field', says: text.field(field), field });
}

/** One union of all kinds, so that whoever asks for the kind knows the body. */
const saidOf = (kind: Said['kind'], body: unknown) => said.safeParse({ kind, body });

const said: z.ZodType<Said> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('transfer'), body: messageBodies.transfer }),
  z.object({ kind: z.literal('accept'), body: messageBodies.accept }),
  z.object({ kind: z.literal('return'), body: messageBodies.return }),
  z.object({ kind: z.literal('progress'), body: messageBodies.progress }),
  z.object({ kind: z.literal('result'), body: messageBodies.result }),
  z.object({ kind: z.literal('clue'), body: messageBodies.clue }),
  z.object({ kind: z.literal('supplement'), body: messageBodies.supplement }),
  z.object({ kind: z.literal('urge'), body: messageBodies.urge }),
  z.object({ kind: z.literal('supervise'), body: messageBodies.supervise }),
  z.object({ kind: z.literal('withdraw'), body: messageBodies.withdraw }),
  z.object({ kind: z.literal('void'), body: messageBodies.void }),
]);

function fieldOf({ issues }: z.ZodError, before: readonly string[]): string {
  const path = issues[0]?.path.map(String) ?? [];
  const isWhole = before[0] !== undefined && path[0] === before[0];
  return [...(isWhole ? [] : before), ...path].join('.') || '(JSON)';
}
