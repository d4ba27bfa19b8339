import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accepted, clueStaff, grill, market, oneDot, police } from '../../../test/example-clue.ts';
import { inCity } from '../../../test/kit.ts';
import { listVisits, viewPeople } from '../../../test/use-cases.ts';
import { inventedPerson } from '../../demo/invented.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
import { attach, filesHeldBy, keepFile } from '../files/index.ts';
import { answerClue } from './answer-clue.ts';
import { changePack, keepFinding, lookAtPhoto } from './change-pack.ts';
import { closeClue } from './close-clue.ts';
import { draftFromOrder } from './draft-from-order.ts';
import { writeFeedback } from './feedback.ts';
import { joinClue } from './join-clue.ts';
import { planCheck } from './joint-check.ts';
import { markClue } from './mark-clue.ts';
import { mayReadClueFile } from './may-read-file.ts';
import { readAudit } from './read-audit.ts';
import { readClue } from './read-clue.ts';
import { readReceived } from './received.ts';
import { sendClue } from './send-clue.ts';
import { signPack } from './sign-pack.ts';

const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });
const { name, phone } = inventedPerson('clue protection');
const other = inventedPerson('somebody else in the clue');
const requester = { kind: 'person' as const, isSelf: true, tags: [], name, phone };

test(
  'a pack with a finding does not leave until a person handled each, and words of whoever told of it never do',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { analyst, signer } = staff;
    const { id: orderId } = await kit.anOrder.toDispatch({
      requester,
      content: `我叫${name},电话${phone}。${grill.facts}`,
    });
    const draft = await staff.agent.do(draftFromOrder, { orderId });
    expect(draft.facts).not.toContain(name);
    expect(draft.facts).not.toContain(phone);
    expect(draft.facts).toContain('冷柜里的肉没有标签');
    const facts = `${grill.facts}${name}看见店长${other.name}(电话${other.phone})换标签。`;
    const { clueId } = await staff.agent.do(markClue, { orderId, ...grill, facts });
    const { findings } = await analyst.do(readClue, { clueId });
    const own = findings.find(({ words }) => words.includes(name));
    const theirs = findings.find(({ words }) => words.includes(other.phone));
    expect(own).toMatchObject({ isReporter: true, kept: null });
    expect(theirs).toMatchObject({ kind: 'phone', isReporter: false });
    await refused(signer.do(signPack, { clueId }), 'clues.scan-finds');
    const keep = (words: string) => analyst.do(keepFinding, { clueId, words, reason: 'subject' });
    await refused(keep(own?.words ?? ''), 'clues.reporter-words');
    await refused(keep('烧烤'), 'clues.not-found');
    // Part of a number is enough to know somebody by.
    await analyst.do(changePack, { clueId, ...grill, facts: `${facts}尾号${phone.slice(-4)}。` });
    await refused(keep(phone.slice(-4)), 'clues.reporter-words');
    await analyst.do(changePack, { clueId, ...grill, facts });
    for (const { words, isReporter } of findings) if (!isReporter) await keep(words);
    await refused(signer.do(signPack, { clueId }), 'clues.scan-finds');
    await analyst.do(changePack, { clueId, ...grill, facts: facts.replaceAll(name, '有人') });
    const left = (await analyst.do(readClue, { clueId })).findings;
    expect(left.filter(({ kept }) => kept === null)).toEqual([]);
    await signer.do(signPack, { clueId });
    // Written anew it is signed anew, and scanned once more as it leaves.
    await analyst.do(changePack, { clueId, ...grill, facts });
    await refused(analyst.do(sendClue, { clueId, unit: market.unitCode }), 'clues.stale');
  }),
);

test(
  'joined later, whoever told of the other clue is looked for as well: what was signed does not leave',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const first = await staff.analyst.do(markClue, {
      ...grill,
      facts: `${grill.facts}联系电话${phone}。`,
    });
    const { findings } = await staff.analyst.do(readClue, { clueId: first.clueId });
    for (const { words } of findings)
      await staff.analyst.do(keepFinding, { clueId: first.clueId, words, reason: 'subject' });
    await staff.signer.do(signPack, { clueId: first.clueId });
    const { id: orderId } = await kit.anOrder.toDispatch({ requester });
    const second = await staff.agent.do(markClue, { orderId, ...grill });
    const join = { clueId: second.clueId, into: first.clueId, words: '同一家店。' };
    await staff.analyst.do(joinClue, join);
    const send = { clueId: first.clueId, unit: market.unitCode };
    await refused(staff.analyst.do(sendClue, send), 'clues.scan-finds');
  }),
);

test(
  'photos go along without name, place and time, each looked at by a person; one taken out is opened by nobody',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { analyst, signer, agent } = staff;
    const { id: orderId } = await kit.anOrder.toDispatch({ requester });
    const ids: string[] = [];
    for (const spot of [117.61, 117.62]) {
      const sent = { ...oneDot, name: `${name}家门口.png`, point: { lng: spot, lat: 24.5 } };
      ids.push((await agent.do(keepFile, sent)).file.id);
    }
    await agent.do(
      (ctx, fileIds: string[]) =>
        attach(ctx, fileIds, { orderId, assignmentId: null, purpose: 'appeal' }),
      ids,
    );
    await refused(
      agent.do(markClue, { orderId, ...grill, photoIds: [orderId] }),
      'clues.no-such-photo',
    );
    const { clueId } = await agent.do(markClue, { orderId, ...grill, photoIds: ids });
    await refused(signer.do(signPack, { clueId }), 'clues.photos-unseen');
    const { photos } = await analyst.do(readClue, { clueId });
    expect(photos.map((photo) => photo.name)).toEqual(['照片1', '照片2']);
    const [kept, out] = photos.map((photo) => photo.id);
    const look = (fileId = '', isClear = true) =>
      analyst.do(lookAtPhoto, { clueId, fileId, isClear });
    await look(kept);
    await look(out, false);
    await refused(look(out), 'clues.no-such-photo');
    await accepted(staff, clueId);
    const rows = await sql<{ id: string; name: string; lng: number | null; unit: string | null }>`
      select id, name, lng, unit_code as unit from files.file
      where city_id = ${kit.ctx.cityId} and holder_id = ${clueId}::uuid`.execute(kit.ctx.tx);
    expect(rows.rows).toHaveLength(2);
    for (const file of rows.rows) expect(file).toMatchObject({ lng: null, unit: null });
    expect(JSON.stringify(rows.rows)).not.toContain(name);
    const held = await kit.system.do(filesHeldBy, clueId);
    const opens = async (fileId: string) => {
      const file = held.find(({ id }) => id === fileId);
      return file && staff.market.do(mayReadClueFile, file);
    };
    expect(await opens(kept ?? '')).toBe(true);
    expect(await opens(out ?? '')).toBe(false);
  }),
);

test(
  'nothing a unit reads leads to the order or to who told of it, and a unit that holds the order is never handed the clue',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { orderId } = await kit.anOrder.inProgress({ requester, lead: market.unitCode });
    const { clueId } = await staff.agent.do(markClue, { orderId, ...grill });
    await staff.signer.do(signPack, { clueId });
    const send = (unit: string) => staff.analyst.do(sendClue, { clueId, unit });
    await refused(send(market.unitCode), 'clues.unit-knows');
    await send(police.unitCode);
    const seen = await staff.police.do(readReceived, { clueId });
    const whole = JSON.stringify(seen);
    const { order_no } = (
      await sql<{ order_no: string }>`
        select order_no from orders.order where id = ${orderId}::uuid`.execute(kit.ctx.tx)
    ).rows[0] ?? { order_no: '' };
    for (const word of [orderId, order_no, name, phone, staff.agent.actor.accountId ?? ''])
      expect(whole).not.toContain(word);
    expect(Object.keys(seen).toSorted()).toEqual(
      [
        'id no kindName subject place areaName state sentAt receiptDueAt isLate',
        'facts basis photos checks result can',
      ]
        .flatMap((some) => some.split(' '))
        .toSorted(),
    );
    await refused(staff.market.do(readReceived, { clueId }), 'clues.no-such-clue');
    const known = async () =>
      (await staff.analyst.do(readClue, { clueId })).sources.map((one) => one.isKnownToUnit);
    expect(await known()).toEqual([false]);
    await sql`
      update dispatch.assignment set unit_path = ${police.unitPath}
      where order_id = ${orderId}::uuid`.execute(kit.ctx.tx);
    expect(await known()).toEqual([true]);
  }),
);

test(
  'nor is one that gave the order back, for it has read it; one whose duty was revoked unsigned has not',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { orderId } = await kit.anOrder.inProgress({ requester, lead: market.unitCode });
    const { clueId } = await staff.agent.do(markClue, { orderId, ...grill });
    await staff.signer.do(signPack, { clueId });
    const send = () => staff.analyst.do(sendClue, { clueId, unit: market.unitCode });
    const duty = (state: string, signed: boolean) =>
      sql`
        update dispatch.assignment
        set state = ${state}, signed_at = case when ${signed} then sent_at end
        where order_id = ${orderId}::uuid`.execute(kit.ctx.tx);
    await duty('returned', true);
    await refused(send(), 'clues.unit-knows');
    await duty('revoked', true);
    await refused(send(), 'clues.unit-knows');
    await duty('revoked', false);
    await send();
  }),
);

test(
  'nor does one that holds the order go along to a joint check',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { orderId } = await kit.anOrder.inProgress({ requester, lead: '350600.cgj' });
    const { clueId } = await staff.agent.do(markClue, { orderId, ...grill });
    await accepted(staff, clueId);
    const plan = { clueId, on: '2026-03-05', place: grill.place, checklist: 'violation' };
    const asked = staff.market.do(planCheck, { ...plan, units: ['350600.cgj'] });
    await refused(asked, 'clues.unit-knows');
    // Nor a county's centre, which sees the orders of its area and opens no clue.
    const county = staff.market.do(planCheck, { ...plan, units: ['350602'] });
    await refused(county, 'clues.no-office');
  }),
);

test(
  'a county centre, which sees the orders of its area, sees no joint check of a unit below it',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { clueId } = await staff.analyst.do(markClue, grill);
    await staff.signer.do(signPack, { clueId });
    const office = { unitCode: '350602.cgj', unitPath: '350600/350602/350602.cgj' };
    const { unitCode: unit } = office;
    await staff.analyst.do(sendClue, { clueId, unit });
    const own = kit.as('handler', office);
    await own.do(answerClue, { clueId, accepted: true, words: '' });
    const plan = { on: '2026-03-05', place: grill.place, checklist: 'violation', units: [] };
    await own.do(planCheck, { clueId, ...plan });
    const county = { unitCode: '350602', unitPath: '350600/350602', areaCode: '350602000000' };
    const seenBy = async (who: Doer) => (await who.do(listVisits, { box: 'all' })).rows.length;
    expect(await seenBy(own)).toBe(1);
    expect(await seenBy(kit.as('county-dispatcher', county))).toBe(0);
  }),
);

test(
  'of several who told of one clue, nobody hears from the centre who another is',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { analyst } = staff;
    const markedBy = async (who: { name: string; phone: string }) => {
      const { id } = await kit.anOrder.toDispatch({ requester: { ...requester, ...who } });
      return { orderId: id, ...(await staff.agent.do(markClue, { orderId: id, ...grill })) };
    };
    const [first, second] = [await markedBy({ name, phone }), await markedBy(other)];
    const { orderId, clueId } = first;
    await analyst.do(joinClue, { clueId: second.clueId, into: clueId, words: '同一家店。' });
    await analyst.do(closeClue, { clueId, result: 'no-clue', words: '现场已经整改。' });
    const tell = (words: string) =>
      analyst.do(writeFeedback, { clueId, orderId, way: 'call', words });
    await refused(tell(`${other.name}反映的也是这家店,现场已经整改。`), 'clues.tells-who');
    await tell('还有别人反映同一家店,现场已经整改。');
  }),
);

test(
  'what somebody uploads for a clue keeps neither name nor place, and is a photo',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { id: orderId } = await kit.anOrder.toDispatch({ requester });
    const upload = async (more: object) =>
      (await staff.agent.do(keepFile, { ...oneDot, ...more })).file.id;
    const photo = await upload({ name: `${name}家门口.png`, point: { lng: 117.61, lat: 24.5 } });
    const { clueId } = await staff.agent.do(markClue, { orderId, ...grill, fileIds: [photo] });
    const [held] = await kit.system.do(filesHeldBy, clueId);
    expect(held).toMatchObject({ id: photo, name: 'photo', lng: null, lat: null });
    const pdf = {
      name: '材料.pdf',
      declaredType: 'application/pdf',
      bytes: Buffer.from('%PDF-1.4\n'),
    };
    const paper = await upload(pdf);
    await refused(
      staff.agent.do(markClue, { orderId, ...grill, fileIds: [paper] }),
      'clues.photos-only',
    );
  }),
);

test(
  'reads of who asked are listed with their purpose; one without stands out and is counted',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { id: orderId } = await kit.anOrder.toDispatch({ requester });
    const { id: without } = await kit.anOrder.toDispatch({ requester });
    await staff.agent.do(viewPeople, { orderId: without, purpose: 'verify' });
    await staff.agent.do(markClue, { orderId, ...grill });
    await staff.agent.do(viewPeople, { orderId, purpose: 'contact' });
    const read = () => staff.director.do(readAudit, { month: '2026-03' });
    expect(await read()).toMatchObject({
      orders: 1,
      reads: 1,
      withoutPurpose: 0,
      rows: [{ orderId, purpose: 'contact', clueNo: 'XS2026-00001' }],
    });
    // The operation was answered, and no look with a purpose stands beside it.
    await line(orderId, null);
    await line(orderId, 'identity.not-permitted');
    await line(without, null);
    expect(await read()).toMatchObject({
      reads: 2,
      withoutPurpose: 1,
      rows: [
        { orderId, purpose: null },
        { orderId, purpose: 'contact' },
      ],
    });
    expect(await staff.director.do(readAudit, { month: '2026-02' })).toMatchObject({ reads: 0 });

    async function line(id: string, refusal: string | null): Promise<void> {
      const { analyst } = staff;
      await sql`
        insert into platform.audit_line
          (city_id, at, id, word, method, path, actor_kind, actor_id, unit_code, facts, refusal)
        values (${kit.ctx.cityId}, ${kit.clock.now()}, ${kit.ctx.newId()}, 'requester viewed', 'POST',
          '/orders/:orderId/people', 'staff', ${analyst.actor.accountId}, null,
          ${JSON.stringify({ orderId: id })}::jsonb, ${refusal})`.execute(kit.ctx.tx);
    }
  }),
);

test(
  'who opened a clue or a photo of it, and to whom it went, stands in the audit: once a person, clue and day',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { analyst, signer, director } = staff;
    const { id: orderId } = await kit.anOrder.toDispatch({ requester });
    const photo = (await staff.agent.do(keepFile, { ...oneDot, name: '摊位.png' })).file.id;
    const { clueId, no } = await staff.agent.do(markClue, { orderId, ...grill, fileIds: [photo] });
    await analyst.do(lookAtPhoto, { clueId, fileId: photo, isClear: true });
    await signer.do(signPack, { clueId });
    await analyst.do(sendClue, { clueId, unit: market.unitCode });
    const opened = (who: Doer, path: string, facts: object, refusal: string | null = null) =>
      sql`
        insert into platform.audit_line
          (city_id, at, id, word, method, path, actor_kind, actor_id, unit_code, facts, refusal)
        values (${kit.ctx.cityId}, ${kit.clock.now()}, ${kit.ctx.newId()}, 'read', 'GET', ${path},
          'staff', ${who.actor.accountId}, ${who.actor.unitCode}, ${JSON.stringify(facts)}::jsonb,
          ${refusal})`.execute(kit.ctx.tx);
    await opened(analyst, '/clues/:clueId', { clueId });
    await opened(staff.market, '/clues/received/:clueId', { clueId });
    await opened(staff.market, '/clues/received/:clueId', { clueId });
    await opened(staff.market, '/files/:fileId', { fileId: photo });
    await opened(staff.police, '/clues/received/:clueId', { clueId }, 'clues.no-such-clue');
    await opened(staff.police, '/files/:fileId', { fileId: clueId });
    const { seen } = await director.do(readAudit, { month: '2026-03' });
    expect(seen.count).toBe(4);
    expect(seen.rows.map(({ kind, times }) => [kind, times]).toSorted()).toEqual([
      ['pack', 1],
      ['photo', 1],
      ['received', 2],
      ['sent', 1],
    ]);
    expect(new Set(seen.rows.map(({ clueNo }) => clueNo))).toEqual(new Set([no]));
    const handed = seen.rows.find(({ kind }) => kind === 'sent');
    expect(handed?.toUnitName).toContain('市场监督');
    const before = await director.do(readAudit, { month: '2026-02' });
    expect(before.seen).toEqual({ count: 0, rows: [] });
  }),
);
