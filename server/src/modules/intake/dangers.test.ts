import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { planFor } from '../../../test/use-cases.ts';
import { type CityPack, loadCity, readCity } from '../../city/index.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { anonymous } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { emptyUnitOfWork } from '../../platform/unit-of-work.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { dangers } from './example-dangers.ts';
import { readWords } from './read-words.ts';
import { sendAppeal } from './send-appeal.ts';

const folder = (city: string) => join(import.meta.dirname, '../../../../cities', city);
const day = new Date('2026-03-02T02:00:00Z');
const night = new Date('2026-03-02T15:00:00Z');
const examDay = new Date('2026-06-08T02:00:00Z');
/** Picked without thinking: the matter of opinions, and one of another emergency altogether. */
const picks = [undefined, '200102', '050201'] as const;

function at(ctx: Context, pack: CityPack, now: Date): Context {
  const code = pack.facts?.code ?? '';
  const city = { ...ctx.city, cityId: pack.facts?.cityId ?? 0, code, name: pack.facts?.name ?? '' };
  return { ...ctx, cityId: city.cityId, city, now, unitOfWork: emptyUnitOfWork() };
}

/** Who would be sent for these words by rule, as slugs. */
async function sentFor(ctx: Context, content: string, matterCode: string | undefined) {
  const { matter, urgency, marks } = await readWords(ctx, { content, matterCode });
  const plan = await planFor(ctx, {
    ...{ id: ctx.newId(), lng: null, lat: null },
    matter_code: matter.code,
    area_code: ctx.city.code.padEnd(12, '0'),
    urgency,
    channel: 'web',
    triggers: marks.more.triggers,
  });
  const slug = (code: string) => code.split('.')[1] ?? code;
  const { lead, assists, linkage } = plan;
  return {
    urgency,
    triggers: marks.more.triggers,
    lead: lead && slug(lead),
    linkage: linkage.map(slug),
    all: [...(lead ? [lead] : []), ...assists, ...linkage].map(slug),
  };
}

describe.each(['zhangzhou', 'hami'])('every trigger of %s', (name) => {
  let pack: CityPack;
  beforeAll(() => {
    pack = readCity(folder(name));
  });

  test('has its example', () => {
    // What hangs on a place and an hour as well is tried where places are put: `nodes/quiet.test.ts`.
    const byWords = pack.triggers.filter(({ time }) => time !== 'quiet-site');
    const missing = byWords.filter(({ code }) => !dangers[code]).map(({ code }) => code);
    expect(missing).toEqual([]);
  });

  test(
    'reaches whose duty it is, and the police where life is in danger, whatever was picked',
    inCity(async ({ ctx }) => {
      const wishes = {
        isDemo: true,
        phones: null,
        phoneOf: ({ unit }: { unit: string }) => inventedPhoneOf(unit),
      };
      await loadCity(at(ctx, pack, day), pack, wishes);
      for (const { code, raisesTo } of pack.triggers) {
        const example = dangers[code];
        if (!example) continue;
        const now = example.when === 'night' ? night : example.when === 'exam' ? examDay : day;
        for (const picked of raisesTo === 'U1' ? picks : [undefined]) {
          const about = `${code} ${picked ?? ''}`;
          const sent = await sentFor(at(ctx, pack, now), example.say, picked);
          expect(sent.triggers, about).toContain(code);
          expect(example.leads, about).toContain(sent.lead);
          if (raisesTo === 'U1') expect(sent.urgency, about).toBe('U1');
          if (example.isDeadly) expect(sent.all, about).toContain('jj110');
          expect(sent.linkage, about).toEqual(expect.arrayContaining([...(example.links ?? [])]));
        }
      }
    }),
    60_000,
  );
});

test(
  'who nearly fell into a manhole calls no fire brigade, who fell does',
  inCity(async ({ ctx }) => {
    const atNight = { ...ctx, now: night };
    const nearly = await sentFor(atNight, '路中间井盖不见了,骑车差点掉下去,快来人', undefined);
    expect([nearly.urgency, nearly.lead, nearly.linkage]).toEqual(['U1', 'zjj', ['jj110']]);
    const fell = await sentFor(atNight, '路中间井盖不见了,有人掉下去了,快来人', undefined);
    expect(fell.linkage).toEqual(expect.arrayContaining(['jj110', 'xfj', 'jj120']));
  }),
);

const lift = '电梯里困住了三个人,有老人喘不上气';

test.each([
  ['without a matter', undefined],
  ['with a matter picked wrongly', '200102'],
])(
  'three people in a lift, told by web %s: the bureau leads, 110, fire and ambulance are linked after two minutes',
  (_, matterCode) =>
    inCity(async ({ as, ctx, travelTo, drain }) => {
      await travelTo(day);
      const sent = { content: lift, address: '', wantsSecrecy: false, noticeRead: true as const };
      const { orderNo, isEmergency } = await as(anonymous).do(sendAppeal, {
        ...sent,
        uploads: [],
        ...(matterCode && { matterCode, type: 'JY' as const }),
      });
      expect(isEmergency).toBe(true);
      await travelTo(new Date(day.getTime() + 120_000));
      await drain();
      const order = await orders.findByNo(ctx, orderNo);
      expect(order).toMatchObject({
        status: 'in-progress',
        matter_code: '020202',
        type: 'QZ',
        triggers: ['trapped', 'injured', 'harmed-any'],
      });
      const duties = await ofOrder(ctx, order?.id ?? '');
      expect(duties.map(({ role, unit_code }) => `${role} ${unit_code}`).sort()).toEqual([
        'assist 350600.zjj',
        'lead 350600.scjg',
        'linkage 350600.jj110',
        'linkage 350600.jj120',
        'linkage 350600.xfj',
      ]);
    })(),
);
