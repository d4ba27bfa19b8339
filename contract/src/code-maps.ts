import { z } from 'zod';
import { route } from './route.ts';
import { done, id, instant } from './shapes.ts';
import { codeKinds, netKinds } from './words/nets.ts';

export const netCode = z.string().max(40);
export const netRow = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(netKinds),
  adapter: z.string(),
});

const code = z.string().trim().min(1).max(100);

export const listCodeMaps = route({
  method: 'GET',
  path: '/exchange/code-maps',
  summary: 'Codes of a net beside ours, and those of every net that nobody mapped yet',
  query: z.object({ net: netCode.optional() }),
  reply: z.object({
    nets: z.array(netRow),
    rows: z.array(
      z.object({
        kind: z.enum(codeKinds),
        theirs: z.string(),
        ours: z.string(),
        /** Null: as the city's files say. */
        decidedAt: instant.nullable(),
        decidedBy: z.string().nullable(),
      }),
    ),
    unmapped: z.array(
      z.object({
        net: z.string(),
        netName: z.string(),
        kind: z.enum(codeKinds),
        theirs: z.string(),
        at: instant,
      }),
    ),
    can: z.object({ settle: z.boolean() }),
  }),
});

/** 补充对照. */
export const mapCode = route({
  method: 'POST',
  path: '/exchange/code-maps',
  summary: "Say what a code of a net is called here; a decision over the city's files",
  body: z.object({ net: netCode, kind: z.enum(codeKinds), theirs: code, ours: code }),
  reply: done,
});

/** 补对照并重新处理. */
export const mapAtMessage = route({
  method: 'POST',
  path: '/exchange/messages/:messageId/map-code',
  summary: 'Say what a code of a dead letter is called on the other side, and try it once more',
  params: z.object({ messageId: id }),
  body: z.object({ kind: z.enum(codeKinds), code, means: code }),
  reply: done,
});
