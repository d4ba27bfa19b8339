import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, id, instant, page } from './shapes.ts';
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
  summary: 'Codes of a net beside ours',
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
    can: z.object({ settle: z.boolean() }),
  }),
});

/** 待对照的代码, of every net; or those put aside, with who did and why. */
export const listUnmapped = route({
  method: 'GET',
  path: '/exchange/unmapped-codes',
  summary:
    'Codes of other nets that nobody mapped yet, or that somebody put aside; the oldest first, in pages',
  query: z.object({ aside: z.enum(['yes', 'no']).default('no'), cursor: cursor.optional() }),
  reply: page(
    z.object({
      id,
      net: z.string(),
      netName: z.string(),
      kind: z.enum(codeKinds),
      theirs: z.string(),
      at: instant,
      asideAt: instant.nullable(),
      asideBy: z.string().nullable(),
      asideWhy: z.string().nullable(),
    }),
  ),
});

/** 不再对照. */
export const putAside = route({
  method: 'POST',
  path: '/exchange/unmapped-codes/:codeId/put-aside',
  summary: 'Say why a code of another net needs no code of ours; it can still be mapped',
  params: z.object({ codeId: id }),
  body: z.object({ reason: z.string().trim().min(2).max(300) }),
  reply: done,
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
