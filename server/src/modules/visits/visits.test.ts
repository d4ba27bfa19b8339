import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { readFalse } from '../../../test/use-cases.ts';
import { historyOf } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Doer, Kit } from '../../platform/testing/in-city.ts';
import { filesOf, keepFile } from '../files/index.ts';
import { insertAccount, ofTheDemo } from '../identity/index.ts';
import { askVisit, cancelVisit, visitSubject } from './ask-visit.ts';
import { visitSheet } from './export-visits.ts';
import { finishVisit } from './finish-visit.ts';
import { addVisitPhoto, beginVisit } from './go-there.ts';
import { listVisits } from './list-visits.ts';
import { readVisit } from './read-visit.ts';
import { reportFromVisit } from './report-from-visit.ts';
import { listVisitors } from './visitors.ts';
import { visitsToGo } from './visits-to-go.ts';

const answering = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
const other = { unitCode: '350600.cgj', unitPath: '350600/350600.cgj' };
const centre = { unitCode: '350600.zx', unitPath: '350600/350600.zx' };
const words = {
  purpose: 'answer-check',
  checklist: 'general',
  visitorUnit: other.unitCode,
  place: '延安北路 23 号门前',
  point: { lng: 117.65, lat: 24.51 },
  what: '看路灯亮了没有。',
  visitBy: '2026-12-31',
} as const;
const seenAt = '2026-03-02T02:00:00.000Z';
/** One grey dot. */
const aPhoto = {
  name: '现场.png',
  declaredType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  purpose: 'evidence' as const,
  takenAt: null,
  point: null,
};
const ticks = [
  { code: 'still-there', value: true, note: '', seenAt },
  { code: 'as-answered', value: false, note: '灯杆未动', seenAt },
];

function people({ as, clock }: Kit) {
  const who = () => ({ accountId: newId(clock.now()) });
  return {
    asker: as('reviewer', { ...centre, ...who() }),
    visitor: as('liaison', { ...other, ...who() }),
    colleague: as('handler', { ...other, ...who() }),
    answerer: as('liaison', { ...answering, ...who() }),
  };
}

const refusedWith = (code: string) => ({ code });

async function photoBy(doer: Doer, visitId: string, clientId: string): Promise<void> {
  const { file } = await doer.do(keepFile, aPhoto);
  const point = { lng: 117.6512, lat: 24.5123, accuracyM: 12 };
  const photo = { visitId, clientId, fileId: file.id, itemCode: 'scene', takenAt: seenAt, point };
  await doer.do(addVisitPhoto, photo);
}

const resultOf = (visitId: string, clientId: string) =>
  ({
    visitId,
    clientId,
    seenAt,
    ticks,
    outcome: 'not-fixed',
    findings: '路灯仍然不亮,灯杆没有动过。',
    answerIsFalse: true,
    photos: 1,
  }) as const;

test(
  'asked, made and sent twice: one photo, one result, the device’s instants beside ours',
  inCity(async (kit) => {
    const { asker, visitor, answerer } = people(kit);
    const orderId = await kit.anOrder.forCallBack();
    const about = { ...words, concern: { kind: 'order', id: orderId } } as const;
    await expect(
      asker.do(askVisit, { ...about, visitorUnit: answering.unitCode }),
    ).rejects.toMatchObject(refusedWith('visits.own-work'));
    const { visitId } = await asker.do(askVisit, about);
    const [toGo] = (await visitor.do(visitsToGo, undefined)).rows;
    expect(toGo).toMatchObject({ id: visitId, answer: expect.stringContaining('路灯') });
    await expect(answerer.do(readVisit, { visitId })).rejects.toMatchObject(
      refusedWith('visits.no-such-visit'),
    );
    await expect(asker.do(beginVisit, { visitId, seenAt })).rejects.toMatchObject(
      refusedWith('visits.not-yours'),
    );

    const [photo, result] = [newId(kit.clock.now()), newId(kit.clock.now())];
    await visitor.do(beginVisit, { visitId, seenAt });
    await visitor.do(beginVisit, { visitId, seenAt: '2026-03-02T05:00:00.000Z' });
    await photoBy(visitor, visitId, photo);
    await photoBy(visitor, visitId, photo);
    expect(await visitor.do(finishVisit, resultOf(visitId, result))).toEqual({ isReported: false });
    expect(await visitor.do(finishVisit, resultOf(visitId, result))).toEqual({ isReported: false });
    await expect(
      visitor.do(finishVisit, resultOf(visitId, newId(kit.clock.now()))),
    ).rejects.toMatchObject(refusedWith('visits.stale'));

    const whole = await asker.do(readVisit, { visitId });
    expect(whole).toMatchObject({
      state: 'done',
      begun: { at: seenAt },
      finished: { at: seenAt, findings: '路灯仍然不亮,灯杆没有动过。' },
      photos: [{ takenAt: seenAt, itemCode: 'scene', point: { accuracyM: 12 } }],
      can: { go: false, cancel: false, report: true },
    });
    expect(whole.finished?.sentAt).not.toBe(seenAt);
    const events = await kit.system.do((ctx) => historyOf(ctx, visitSubject(visitId)), undefined);
    expect(events.map(({ type }) => type)).toEqual([
      'visits.asked',
      'visits.begun',
      'visits.photo-added',
      'visits.finished',
    ]);
  }),
);

test(
  'a false answer found on site becomes the record of the call-back: by the centre, or by the visitor who may judge',
  inCity(async (kit) => {
    const { asker, visitor } = people(kit);
    const orderId = await kit.anOrder.forCallBack();
    const about = { ...words, concern: { kind: 'order', id: orderId } } as const;
    const { visitId } = await asker.do(askVisit, about);
    await photoBy(visitor, visitId, newId(kit.clock.now()));
    await visitor.do(finishVisit, resultOf(visitId, newId(kit.clock.now())));
    await expect(visitor.do(reportFromVisit, { visitId })).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
    await asker.do(reportFromVisit, { visitId });
    await expect(asker.do(reportFromVisit, { visitId })).rejects.toMatchObject(
      refusedWith('visits.reported'),
    );
    const [record] = (await asker.do(readFalse, { orderId })).records;
    expect(record).toMatchObject({ foundHow: 'site-check', unit: { code: answering.unitCode } });
    const copied = (await filesOf(kit.ctx, orderId)).map(({ id }) => id);
    expect(copied).toContain(record?.files[0]?.id);
    // The visit keeps its own photo.
    expect((await asker.do(readVisit, { visitId })).photos).toHaveLength(1);

    const another = await kit.anOrder.forCallBack();
    const own = { ...about, concern: { kind: 'order', id: another } as const };
    const { visitId: second } = await asker.do(askVisit, {
      ...own,
      visitorUnit: centre.unitCode,
    });
    await photoBy(asker, second, newId(kit.clock.now()));
    const found = resultOf(second, newId(kit.clock.now()));
    expect(await asker.do(finishVisit, found)).toEqual({ isReported: true });
    expect((await asker.do(readFalse, { orderId: another })).records).toHaveLength(1);
  }),
);

test(
  'what is missing is said by name, and nothing is called false without an order and a photo',
  inCity(async (kit) => {
    const { asker, visitor } = people(kit);
    const { visitId } = await asker.do(askVisit, words);
    const result = resultOf(visitId, newId(kit.clock.now()));
    const refused = (change: object, code: string) =>
      expect(visitor.do(finishVisit, { ...result, ...change })).rejects.toMatchObject(
        refusedWith(code),
      );
    await refused({}, 'visits.photos-not-there');
    await refused({ photos: 0, ticks: [] }, 'visits.items-missing');
    await refused({ photos: 0 }, 'visits.photos-missing');
    const [first] = ticks;
    await refused({ photos: 0, ticks: [{ ...first, value: 3 }] }, 'visits.no-such-item');
    await photoBy(visitor, visitId, newId(kit.clock.now()));
    await refused({}, 'visits.false-needs-order');
    await visitor.do(finishVisit, { ...result, answerIsFalse: false });
    await expect(asker.do(reportFromVisit, { visitId })).rejects.toMatchObject(
      refusedWith('visits.nothing-false'),
    );
    await expect(asker.do(cancelVisit, { visitId, reason: '不必了' })).rejects.toMatchObject(
      refusedWith('visits.stale'),
    );
  }),
);

test(
  'no photo, nothing false: a checklist that wants none is no way around it',
  inCity(async (kit) => {
    const { asker, visitor } = people(kit);
    const orderId = await kit.anOrder.forCallBack();
    const { visitId } = await asker.do(askVisit, {
      ...words,
      concern: { kind: 'order', id: orderId },
    });
    await kit.ctx.tx
      .withSchema('visits')
      .updateTable('visits.visit' as never)
      .set({ items: '[]' } as never)
      .execute();
    const bare = { ...resultOf(visitId, newId(kit.clock.now())), ticks: [], photos: 0 };
    await expect(visitor.do(finishVisit, bare)).rejects.toMatchObject(
      refusedWith('visits.false-needs-photo'),
    );
  }),
);

test(
  'who is sent: somebody of the unit who may; for one person a colleague does not step in',
  inCity(async (kit) => {
    const { asker, visitor, colleague } = people(kit);
    const person = newId(kit.clock.now());
    await kit.system.do(
      (ctx) =>
        insertAccount(ctx, {
          ...ofTheDemo,
          id: person,
          login: 'only-for-visits',
          name: '测试核查员',
          password_hash: 'none',
          unit_code: other.unitCode,
          roles: ['handler'],
          is_outsourced: false,
        }),
      undefined,
    );
    const visitors = await asker.do(listVisitors, { unitCode: other.unitCode });
    expect(visitors.rows).toContainEqual({ accountId: person, name: '测试核查员' });
    const named = { ...words, visitorId: person };
    await expect(
      asker.do(askVisit, { ...named, visitorUnit: centre.unitCode }),
    ).rejects.toMatchObject(refusedWith('visits.visitor-not-there'));
    await expect(asker.do(askVisit, { ...words, visitBy: '2020-01-01' })).rejects.toMatchObject(
      refusedWith('visits.past-day'),
    );
    await expect(asker.do(askVisit, { ...words, checklist: 'none' })).rejects.toMatchObject(
      refusedWith('visits.no-such-checklist'),
    );
    const { visitId } = await asker.do(askVisit, named);
    expect((await visitor.do(visitsToGo, undefined)).rows).toEqual([]);
    await expect(colleague.do(beginVisit, { visitId, seenAt })).rejects.toMatchObject(
      refusedWith('visits.not-yours'),
    );
    // Of their own unit they still see it.
    const seen = await colleague.do(listVisits, { box: 'open' });
    expect(seen.rows.map(({ id }) => id)).toEqual([visitId]);
    const sheet = await asker.do(visitSheet, { box: 'open', purpose: '核对清单' });
    expect(sheet.rows.map((row) => row[5])).toEqual(['测试核查员']);
    await asker.do(cancelVisit, { visitId, reason: '路面已经封闭' });
    expect((await asker.do(listVisits, { box: 'open' })).rows).toEqual([]);
    expect((await asker.do(readVisit, { visitId })).cancelled?.reason).toBe('路面已经封闭');
  }),
);

test(
  'an order of named readers and an issue without orders get no visit',
  inCity(async (kit) => {
    const { asker } = people(kit);
    const issue = { kind: 'issue', id: newId(kit.clock.now()) } as const;
    await expect(asker.do(askVisit, { ...words, concern: issue })).rejects.toMatchObject(
      refusedWith('visits.no-such-concern'),
    );
    const { id: orderId } = await kit.anOrder.toDispatch({ secrecy: 3 });
    const director = kit.as('director', centre);
    const secret = { ...words, concern: { kind: 'order', id: orderId } } as const;
    await expect(director.do(askVisit, secret)).rejects.toMatchObject(
      refusedWith('visits.confined-order'),
    );
  }),
);

test(
  'a sheet carries nothing about secret orders out of the house',
  inCity(async (kit) => {
    const { asker } = people(kit);
    const about = async (secrecy: 0 | 1) => {
      const { id } = await kit.anOrder.toDispatch({ secrecy });
      return asker.do(askVisit, { ...words, concern: { kind: 'order', id } });
    };
    await about(0);
    await about(1);
    const sheet = await asker.do(visitSheet, { box: 'open', purpose: '核对清单' });
    expect(sheet.rows).toHaveLength(1);
  }),
);
