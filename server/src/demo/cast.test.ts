import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCity } from '../city/index.ts';
import { suggestUnit } from '../modules/dispatch/suggest-unit.ts';
import { projectRoot } from '../platform/config.ts';
import { castOf } from './cast.ts';
import type { Part } from './lives/scene.ts';
import { demoPeople } from './people.ts';
import { type DemoTexts, readDemoTexts } from './texts.ts';

const end = new Date('2026-03-02T01:00:00Z');

function castFor(city: string) {
  const pack = readCity(join(projectRoot, 'cities', city));
  const texts = readDemoTexts(city);
  if (!texts) throw new Error(`No demo texts for ${city}.`);
  const matters = new Map(pack.matters.map((row) => [row.code, row]));
  const areas = new Set(pack.areas.map(({ code }) => code));
  const home = { areaCode: `${pack.facts?.code ?? ''}000000`, address: '某地' };
  const casting = {
    texts,
    end,
    villages: new Map<string, string[]>(),
    home: [home],
    isLong: (matter: string) => matters.get(matter)?.limitClass === 'N15',
    isUrgent: (matter: string) => ['U1', 'U2'].includes(matters.get(matter)?.urgency ?? ''),
    typeOf: (matter: string) => (matters.get(matter)?.type ?? 'none') as Part['type'],
  };
  return { pack, texts, matters, areas, parts: castOf(casting), again: castOf(casting) };
}

describe.each(['zhangzhou', 'hami'])('the cast of %s', (city) => {
  const { pack, texts, matters, areas, parts, again } = castFor(city);

  test('holds some two hundred and fifty orders, the same at every start', () => {
    expect(parts.length).toBeGreaterThan(215);
    expect(parts.length).toBeLessThan(285);
    expect(parts).toEqual(again);
    expect(new Set(parts.map(({ seed }) => seed)).size).toBe(parts.length);
  });

  test('begins in the past, in the order of the clock', () => {
    expect(parts.every(({ at }) => at < end)).toBe(true);
    expect(parts.map(({ at }) => at)).toEqual(
      parts.map(({ at }) => at).toSorted((a, b) => a.getTime() - b.getTime()),
    );
  });

  test('stands in every state a person can find an order in', () => {
    const stops = new Set(parts.map(({ stops }) => stops));
    for (const stop of ['to-accept', 'to-dispatch', 'sent', 'working', 'to-sign-off'] as const)
      expect(stops).toContain(stop);
    for (const stop of [
      'in-dispute',
      'deferral-asked',
      'parked',
      'unreviewed',
      'reporting',
      'need-info',
      'reply-review',
      'call-back',
      null,
    ] as const)
      expect(stops).toContain(stop);
    const results = new Set(parts.map(({ outcome }) => outcome.result));
    expect([...results].toSorted()).toEqual(['answer', 'dispatch', 'dispose', 'transfer']);
    expect(parts.some(({ secrecy }) => secrecy === 1)).toBe(true);
    expect(parts.some(({ repeats }) => repeats !== null)).toBe(true);
  });

  test('speaks of matters and places the city has', () => {
    expect(parts.filter(({ matter }) => !matters.has(matter))).toEqual([]);
    const spots = [
      ...Object.values(texts.places).flat(),
      ...[...texts.groups, ...texts.bureau].map(({ area, address }) => [area, address] as const),
    ];
    expect(spots.filter(([area]) => !areas.has(area.padEnd(12, '0')))).toEqual([]);
    const codes = new Set(pack.dispositions.map(({ code }) => code));
    expect(texts.disposed.filter(({ code }) => !codes.has(code))).toEqual([]);
  });

  test('brings each bureau of the demo something it leads in', () => {
    const bureaus = new Set(
      demoPeople(city, pack.facts?.code ?? '')
        .map(({ unit }) => unit)
        .filter((unit) => unit.endsWith('.zjj') || unit.endsWith('.sthj')),
    );
    const leads = parts
      .filter(({ stops }) => stops === 'sent' || stops === 'working')
      .map(({ matter, place }) => leadOf(matter, place.areaCode.padEnd(12, '0')));
    for (const unit of bureaus)
      expect(leads.filter((lead) => lead === unit).length, unit).toBeGreaterThan(2);
  });

  function leadOf(matterCode: string, areaCode: string) {
    const order = { matterCode, areaCode, on: '2026-03-02', isNight: false, isExamDay: false };
    return suggestUnit(order, pack.catalogue).ranked[0]?.lead;
  }

  test('has texts enough that few sound alike, none with a number or a hole in it', () => {
    expect(texts.appeals.length).toBeGreaterThanOrEqual(60);
    expect(new Set(texts.appeals.map(({ say }) => say)).size).toBe(texts.appeals.length);
    expect(texts.groups.filter(({ sayings }) => sayings.length === 6).length).toBeGreaterThan(0);
    expect(parts.filter(({ say, title }) => /[{}]/.test(`${say}${title}`))).toEqual([]);
    expect(digitsIn(texts)).toEqual([]);
  });
});

/** Anything a telephone or an identity card could be read from. */
function digitsIn(texts: DemoTexts): string[] {
  const { places: _, ...rest } = texts;
  const words = {
    ...rest,
    groups: rest.groups.map(({ area: __, ...group }) => group),
    bureau: rest.bureau.map(({ area: __, ...seat }) => seat),
    // Answers are of mechanisms: names, and money in fen.
    mechanisms: rest.mechanisms.map(({ area: __, answers: ___, ...special }) => special),
  };
  return [...JSON.stringify(words).matchAll(/\d{7,}/g)].map(([digits]) => digits);
}
