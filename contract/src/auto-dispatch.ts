import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, instant, matterCode, orderRow, page } from './shapes.ts';
import { autoChanges, heldReasons } from './words/auto-dispatch.ts';

const permille = z.number().int().min(900).max(1000);
const reason = z.string().trim().min(2).max(300);
const count = z.number().int();

/** So many of so many. */
const share = z.object({ right: count, of: count });

const matterRow = z.object({
  matterCode,
  name: z.string(),
  group: z.string(),
  /** Of the last 500 that came to an end, or of as many as there are. */
  settled: count,
  first: share,
  /** Of those the machine was sure of: named the unit they ended with. */
  sure: share,
  barPermille: permille,
  ownBar: permille.nullable(),
  isOff: z.boolean(),
  /** What speaks against the matter; empty: it is let through, as soon as the whole is switched on. */
  against: z.array(z.enum(heldReasons)),
  sent: count,
  sentEnded: share,
});

const weekRow = z.object({
  /** Monday and Sunday. */
  from: day,
  to: day,
  proposed: count,
  sure: count,
  sureEnded: share,
  sent: count,
  sentEnded: share,
});

const changeRow = z.object({
  at: instant,
  by: z.string(),
  what: z.enum(autoChanges),
  matterName: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
});

export const readPage = route({
  method: 'GET',
  path: '/auto-dispatch',
  summary: 'Automatic dispatch: switch, bars, matters, weeks, why orders were left to persons',
  reply: z.object({
    isOn: z.boolean(),
    barPermille: permille,
    surePermille: permille,
    window: count,
    fewestSure: count,
    /** One of so many is left to a person to compare. */
    controlOneIn: count,
    matters: z.array(matterRow),
    weeks: z.array(weekRow),
    /** The last 30 days: since which day, and why how many were left to a person. */
    since: day,
    today: day,
    held: z.array(z.object({ reason: z.enum(heldReasons), count })),
    changes: z.array(changeRow),
    can: z.object({ stop: z.boolean(), start: z.boolean() }),
  }),
});

export const setSwitch = route({
  method: 'POST',
  path: '/auto-dispatch/switch',
  summary: 'Turn automatic dispatch on, or all of it off at once',
  body: z.object({ isOn: z.boolean(), reason }),
  reply: done,
});

export const setBar = route({
  method: 'POST',
  path: '/auto-dispatch/bar',
  summary: 'How accurate a matter, and how sure the model, must be',
  body: z.object({ barPermille: permille, surePermille: permille, reason }),
  reply: done,
});

export const setMatter = route({
  method: 'POST',
  path: '/auto-dispatch/matters/:matter',
  summary: 'Stop one matter or let it again, and its own bar',
  params: z.object({ matter: matterCode }),
  body: z.object({ isOff: z.boolean(), barPermille: permille.nullable(), reason }),
  reply: done,
});

export const sentToday = route({
  method: 'GET',
  path: '/auto-dispatch/today',
  summary: 'What went by itself today, the latest first, for a look',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(orderRow),
});

export const autoDispatchRefusals = {
  'auto-dispatch.start-not-yours': [
    403,
    '开启自动派单、放宽门槛要由中心主任决定;您可以停用,不能开启。',
  ],
  'auto-dispatch.unchanged': [409, '设置没有变化,可能已经有人改过了,请刷新后查看。'],
} as const;
