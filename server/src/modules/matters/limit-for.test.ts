import { fileURLToPath } from 'node:url';
import {
  type AppealType,
  appealTypes,
  channels,
  urgencies,
} from '@minsheng/contract/words/order.ts';
import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { type MatterRow, readCity } from '../../city/index.ts';
import { tablesOf } from '../../platform/db.ts';
import { chooseLimit, limitFor } from './limit-for.ts';
import type { LimitRule } from './rules.ts';

const packOf = (city: string) =>
  readCity(fileURLToPath(new URL(`../../../../cities/${city}`, import.meta.url)));
const cities = [packOf('zhangzhou'), packOf('hami')];
const on = '2026-06-01';

type Leaf = Pick<MatterRow, 'code' | 'urgency' | 'type' | 'limitClass'>;
type Pack = (typeof cities)[number];
type Asked = Omit<Parameters<typeof chooseLimit>[0], 'matterCode' | 'areaCode'>;

function chosen(pack: Pack, leaf: Leaf, asked: Asked, more: readonly LimitRule[] = []) {
  const answer = chooseLimit(
    { matterCode: leaf.code, areaCode: `${pack.facts?.rootUnit}000000`, ...asked },
    {
      classes: pack.limits,
      rules: [...pack.limitRules, ...more],
      matter: { ...leaf, limit_class: leaf.limitClass },
    },
    on,
  );
  if (!answer) throw new Error(`No limit for ${leaf.code}.`);
  return answer.limit;
}

/** Every leaf of both cities as every urgency, type and channel. */
const cases = cities.flatMap((pack) =>
  pack.matters.flatMap((leaf) =>
    urgencies.flatMap((urgency) =>
      appealTypes.flatMap((type) =>
        channels.map((channel) => ({ pack, leaf, asked: { urgency, type, channel } })),
      ),
    ),
  ),
);
const answers = cases.map((one) => ({ ...one, code: chosen(one.pack, one.leaf, one.asked).code }));
const told = ({ pack, leaf, asked, code }: (typeof answers)[number]) =>
  `${pack.name} ${leaf.code} ${asked.urgency} ${asked.type} ${asked.channel}: ${code}`;

const atOnce = ['GD', 'N0'];
const rank = (urgency: Asked['urgency']) => urgencies.indexOf(urgency);
const isRaised = (leaf: Leaf, urgency: Asked['urgency']) => rank(urgency) < rank(leaf.urgency);
const isQuestion = (leaf: Leaf, type: AppealType) => type === 'ZX' && leaf.type !== 'ZX';

/** The rule book in its own words (domain 2.3, 4.1, 4.3), leaf by leaf; written without the rules of the cities. */
function demanded(leaf: Leaf, { urgency, type }: Asked): string {
  const isUrgent = urgency === 'U1' || urgency === 'U2';
  if (leaf.code === '200203' && !isQuestion(leaf, type)) return 'T0';
  if (isRaised(leaf, urgency) && urgency === 'U1') return leaf.code === '200203' ? 'T0' : 'E2';
  if (isRaised(leaf, urgency) && urgency === 'U2') return 'E24';
  if (isQuestion(leaf, type) && urgency === 'U2') return 'E24';
  if (isQuestion(leaf, type) && !isUrgent) return 'N2';
  if (!atOnce.includes(leaf.limitClass)) return leaf.limitClass;
  // Dispatched although it usually ends on the line: the class of its type.
  if (leaf.code === '190202') return 'N10';
  return type === 'ZX' ? 'N2' : 'N5';
}

/** From quick to slow. */
const pace = ['T0', 'E30', 'E2', 'E24', 'N2', 'N3', 'N5W', 'N5', 'N10', 'N15', 'ST'];

describe('every matter × urgency × type × channel of both cities', () => {
  test('gets the class the rule book demands', () => {
    expect(answers.length).toBeGreaterThan(90_000);
    const wrong = answers.filter(({ leaf, asked, code }) => demanded(leaf, asked) !== code);
    expect(wrong.map(told)).toEqual([]);
  });

  test('as itself, by any channel, gets the class its row names', () => {
    const itself = answers.filter(
      ({ leaf, asked }) => asked.urgency === leaf.urgency && asked.type === leaf.type,
    );
    const others = itself.filter(({ leaf, code }) => code !== leaf.limitClass);
    expect([...new Set(others.map(({ leaf }) => leaf.code))].sort()).toEqual(
      // These end on the line; a class is needed only when one of them is dispatched after all.
      ['190202', '200201', '200202', '200204', '200205'],
    );
  });

  test('has a clock', () => {
    const idle = answers.filter(({ pack, code }) => {
      const row = pack.limits.find((limit) => limit.code === code);
      return (row?.handle ?? row?.feedback ?? null) === null;
    });
    expect(idle.map(told)).toEqual([]);
  });

  test('never gets a slower class by being more urgent', () => {
    const slower = answers.filter(({ pack, leaf, asked, code }) => {
      const lower = urgencies[rank(asked.urgency) + 1];
      if (!lower) return false;
      const then = chosen(pack, leaf, { ...asked, urgency: lower }).code;
      return pace.indexOf(code) > pace.indexOf(then);
    });
    expect(slower.map(told)).toEqual([]);
  });

  test('counts hours when it is raised to urgent', () => {
    const days = answers.filter(
      ({ leaf, asked, code }) =>
        (asked.urgency === 'U1' || (asked.urgency === 'U2' && isRaised(leaf, 'U2'))) &&
        !['T0', 'E30', 'E2', 'E24'].includes(code),
    );
    expect(days.map(told)).toEqual([]);
    const slowDanger = answers.filter(
      ({ asked, code }) => asked.urgency === 'U1' && code === 'E24',
    );
    expect(slowDanger.map(told)).toEqual([]);
  });
});

describe('a city’s own rule', () => {
  const [zhangzhou] = cities;
  const pothole = zhangzhou?.matters.find(({ code }) => code === '010101');
  if (!zhangzhou || !pothole) throw new Error('The pothole is gone.');
  const rule = (over: Partial<LimitRule>): LimitRule => ({
    ...{
      id: 'own',
      urgency: null,
      matter: null,
      type: null,
      channel: null,
      area: null,
      limitClass: 'N15',
    },
    ...{ validFrom: null, validTo: null },
    ...over,
  });
  const asked = { urgency: 'U3', type: 'QZ', channel: 'phone' } as const;
  const choose = (rules: readonly LimitRule[], over: Partial<Asked> = {}) =>
    chosen(zhangzhou, pothole, { ...asked, ...over }, rules).code;

  test.each([
    ['of the matter and a type', { matter: '010101', type: 'QZ' }],
    ['of the matter and a channel', { matter: '010101', channel: 'phone' }],
    ['of the matter and an urgency', { matter: '010101', urgency: 'U3' }],
    ['of the field and a type', { matter: '01', type: 'QZ' }],
    ['of a channel', { channel: 'phone' }],
  ] as const)('%s stands over the matter’s own class', (_, over) => {
    expect(choose([])).toBe('N3');
    expect(choose([rule(over)])).toBe('N15');
  });

  test.each([
    ['of the matter’s field', { matter: '01' }],
    ['of the matter’s own urgency', { urgency: 'U3' }],
    ['of the matter’s own type', { type: 'QZ' }],
    ['of its own urgency and type', { urgency: 'U3', type: 'QZ' }],
    ['of nothing', {}],
    ['that has ended', { matter: '010101', type: 'QZ', validTo: '2026-05-31' }],
    ['that has not begun', { matter: '010101', type: 'QZ', validFrom: '2026-06-02' }],
    ['of a class without a clock', { matter: '010101', type: 'QZ', limitClass: 'N0' }],
  ] as const)('%s leaves it', (_, over) => {
    expect(choose([rule(over)])).toBe('N3');
  });

  test('urgency stands over type, type over channel, channel over matter, a longer matter over a shorter, a later row over an earlier', () => {
    const rows = [
      rule({ limitClass: 'N2', urgency: 'U3', matter: '01' }),
      rule({ limitClass: 'N5', type: 'QZ', channel: 'phone', matter: '01' }),
      rule({ limitClass: 'N10', type: 'QZ', matter: '010101', validFrom: '2026-01-01' }),
      rule({ limitClass: 'ST', type: 'QZ', matter: '010101' }),
      rule({ limitClass: 'E24', type: 'QZ', matter: '0101' }),
      rule({ limitClass: 'E2', channel: 'phone', matter: '010101' }),
    ];
    for (const [at, { limitClass }] of rows.entries()) {
      expect(choose(rows.slice(at))).toBe(limitClass);
      expect(choose(rows.slice(at).toReversed())).toBe(limitClass);
    }
  });

  test('a lowered order keeps its matter’s class', () => {
    expect(choose([], { urgency: 'U4' })).toBe('N3');
    expect(choose([], { urgency: 'U2' })).toBe('E24');
  });
});

test(
  'is read from the database once, until the city’s data changes',
  inCity(async ({ ctx }) => {
    const asked = {
      ...({ urgency: 'U3', matterCode: '010101', type: 'QZ', channel: 'phone' } as const),
      areaCode: '350602001000',
    };
    const first = await limitFor(ctx, { ...asked, at: ctx.now });
    expect(first).toMatchObject({ limit: { code: 'N3' } });
    expect(first.version).toMatch(/^N3\/matter@\d+$/);
    await tablesOf<'matters'>(ctx.tx).deleteFrom('matters.rule').execute();
    expect(await limitFor(ctx, { ...asked, at: ctx.now })).toEqual(first);
  }),
);
