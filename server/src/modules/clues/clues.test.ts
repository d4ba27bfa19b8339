import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  accepted,
  clueStaff,
  filed,
  grill,
  lookedAt,
  market,
  police,
} from '../../../test/example-clue.ts';
import { inCity } from '../../../test/kit.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { cancelVisit } from '../visits/index.ts';
import { answerClue, receiptClue } from './answer-clue.ts';
import { changePack } from './change-pack.ts';
import { closeClue, settleClue } from './close-clue.ts';
import { clueSubject } from './clue.ts';
import { approveFeedback, writeFeedback } from './feedback.ts';
import { joinClue } from './join-clue.ts';
import { planCheck, reportCheck } from './joint-check.ts';
import { listClues, readFigures } from './list-clues.ts';
import { markClue } from './mark-clue.ts';
import { readClue } from './read-clue.ts';
import { recallClue } from './recall-clue.ts';
import { listReceived, readReceived } from './received.ts';
import { sendClue } from './send-clue.ts';
import { signPack } from './sign-pack.ts';

const checkOn = '2026-03-05';
const words = '核对过,情况属实。';
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });

async function marked(
  kit: Kit & { anOrder: Parameters<Parameters<typeof inCity>[0]>[0]['anOrder'] },
) {
  const staff = clueStaff(kit);
  const { name, phone } = inventedPerson('clue');
  const requester = { kind: 'person' as const, isSelf: true, tags: [], name, phone };
  const { id: orderId } = await kit.anOrder.toDispatch({ requester, content: grill.facts });
  const { clueId, no } = await staff.agent.do(markClue, { orderId, ...grill });
  return { staff, orderId, clueId, no, name, phone };
}

test(
  'a clue is marked, signed by another person, handed over, receipted, checked together, filed and told of',
  inCity(async (kit) => {
    const { staff, clueId, orderId, no } = await marked(kit);
    const { agent, analyst, signer, director } = staff;
    expect(no).toBe('XS2026-00001');
    await refused(agent.do(readClue, { clueId: orderId }), 'clues.no-such-clue');
    await refused(agent.do(markClue, grill), 'clues.order-needed');
    await refused(analyst.do(markClue, { ...grill, kind: 'weather' }), 'clues.no-such-kind');
    await refused(analyst.do(sendClue, { clueId, unit: market.unitCode }), 'clues.stale');
    const own = kit.as('director', { accountId: agent.actor.accountId });
    await refused(own.do(signPack, { clueId }), 'clues.own-pack');
    await filed(staff, clueId, checkOn);
    const read = await analyst.do(readClue, { clueId });
    expect(read).toMatchObject({
      state: 'closed',
      result: 'filed',
      subject: grill.subject,
      sendings: [{ unit: { code: market.unitCode }, accepted: true, isLate: false }],
      checks: [{ outcome: 'filed', caseNo: '示例案号2026-1', penaltyFen: 500_000 }],
      sources: [{ orderId, isNamed: true, hasPhone: true, feedback: null, canFeedback: true }],
    });
    const told = { clueId, orderId, way: 'sms' as const, words: '线索查实,已依法立案处理。' };
    await analyst.do(writeFeedback, told);
    const approve = { clueId, orderId, approved: true, words: '' };
    const writer = kit.as('director', { accountId: analyst.actor.accountId });
    await refused(writer.do(approveFeedback, approve), 'clues.own-feedback');
    const back = { ...approve, approved: false };
    await refused(signer.do(approveFeedback, back), 'clues.reason-needed');
    await signer.do(approveFeedback, { ...back, words: '请写得更清楚些。' });
    await refused(director.do(approveFeedback, approve), 'clues.no-feedback');
    await analyst.do(writeFeedback, told);
    await signer.do(approveFeedback, approve);
    await refused(director.do(approveFeedback, approve), 'clues.told');
    await refused(analyst.do(writeFeedback, told), 'clues.told');
    const types = (await historyOf(kit.ctx, clueSubject(clueId))).map(({ type }) => type);
    expect(types[0]).toBe('clues.marked');
    expect(types.at(-1)).toBe('clues.feedback-decided');
    expect((await analyst.do(listClues, { box: 'closed' })).rows.map(({ id }) => id)).toEqual([
      clueId,
    ]);
  }),
);

test(
  'what is declined goes to another unit or is closed with a reason; a unit that declined reads it no more',
  inCity(async (kit) => {
    const { staff, clueId } = await marked(kit);
    const { analyst, signer } = staff;
    await signer.do(signPack, { clueId });
    await refused(analyst.do(sendClue, { clueId, unit: '350602' }), 'clues.no-office');
    await analyst.do(sendClue, { clueId, unit: market.unitCode });
    await refused(staff.police.do(receiptClue, { clueId }), 'clues.no-such-clue');
    await staff.market.do(receiptClue, { clueId });
    await refused(staff.market.do(receiptClue, { clueId }), 'clues.stale');
    const no = { clueId, accepted: false, words: '' };
    await refused(staff.market.do(answerClue, no), 'clues.reason-needed');
    await staff.market.do(answerClue, { ...no, words: '属于治安案件,请送公安机关。' });
    await refused(staff.market.do(readReceived, { clueId }), 'clues.no-such-clue');
    expect((await staff.market.do(listReceived, { box: 'all' })).rows).toEqual([]);
    await refused(analyst.do(sendClue, { clueId, unit: market.unitCode }), 'clues.sent-before');
    await analyst.do(sendClue, { clueId, unit: police.unitCode });
    await staff.police.do(answerClue, { ...no, words: '不构成治安案件。' });
    await analyst.do(closeClue, { clueId, result: 'not-taken', words });
    const { state, result, closing } = await analyst.do(readClue, { clueId });
    expect({ state, result, words: closing?.words }).toEqual({
      state: 'closed',
      result: 'not-taken',
      words,
    });
    await refused(analyst.do(changePack, { clueId, ...grill }), 'clues.stale');
  }),
);

test(
  'from a unit that stays silent a clue comes back: told so, it reads it no more, and another gets it',
  inCity(async (kit) => {
    const { staff, clueId } = await marked(kit);
    const { analyst, signer } = staff;
    await signer.do(signPack, { clueId });
    const recall = { clueId, words: '一直没有答复,转公安机关。' };
    await refused(analyst.do(recallClue, recall), 'clues.stale');
    await analyst.do(sendClue, { clueId, unit: market.unitCode });
    await staff.market.do(receiptClue, { clueId });
    expect((await analyst.do(readClue, { clueId })).can.recall).toBe(true);
    await refused(staff.agent.do(recallClue, recall), 'identity.not-permitted');
    await analyst.do(recallClue, recall);
    expect(await analyst.do(readClue, { clueId })).toMatchObject({
      state: 'signed',
      can: { send: true, recall: false },
      sendings: [{ accepted: null, recalled: { words: recall.words } }],
    });
    await refused(staff.market.do(readReceived, { clueId }), 'clues.no-such-clue');
    await refused(
      staff.market.do(answerClue, { clueId, accepted: true, words: '' }),
      'clues.no-such-clue',
    );
    expect((await staff.market.do(listReceived, { box: 'all' })).rows).toEqual([]);
    const { rows: told } = await sql<{ unit: string }>`
      select unit_code as unit from notices.message where template = 'clue-recalled'`.execute(
      kit.ctx.tx,
    );
    expect(told).toEqual([{ unit: market.unitCode }]);
    await analyst.do(sendClue, { clueId, unit: police.unitCode });
    await staff.police.do(answerClue, { clueId, accepted: true, words: '' });
    const plan = { clueId, units: [], on: checkOn, place: grill.place, checklist: 'violation' };
    const { visitId } = await staff.police.do(planCheck, plan);
    await refused(analyst.do(recallClue, recall), 'clues.check-planned');
    expect((await analyst.do(readClue, { clueId })).can.recall).toBe(false);
    await kit.as('reviewer').do(cancelVisit, { visitId, reason: words });
    await analyst.do(recallClue, recall);
    // It may go where it was before: what it said of it is open again.
    await analyst.do(sendClue, { clueId, unit: market.unitCode });
    expect((await staff.market.do(listReceived, { box: 'open' })).rows).toHaveLength(1);
    await refused(staff.police.do(readReceived, { clueId }), 'clues.no-such-clue');
  }),
);

test(
  'taken back within its time nothing was to be receipted; taken back after it, it stays late',
  inCity(async (kit) => {
    const { staff, clueId } = await marked(kit);
    const { analyst, signer } = staff;
    await signer.do(signPack, { clueId });
    const receipts = async () =>
      (await analyst.do(readFigures, { from: '2026-03-01', to: '2026-03-31' })).receipts;
    await analyst.do(sendClue, { clueId, unit: market.unitCode });
    await analyst.do(recallClue, { clueId, words });
    await analyst.do(sendClue, { clueId, unit: police.unitCode });
    await kit.travelTo(new Date(kit.clock.now().getTime() + 5 * 86_400_000));
    expect(await receipts()).toEqual({ due: 1, kept: 0, late: 1 });
    await analyst.do(recallClue, { clueId, words });
    expect(await receipts()).toEqual({ due: 1, kept: 0, late: 1 });
  }),
);

test(
  'a check is reported once its visit is done, with a case number only of what is filed; one called off holds up nothing',
  inCity(async (kit) => {
    const { staff, clueId, orderId } = await marked(kit);
    await accepted(staff, clueId);
    const unit = staff.market;
    await refused(unit.do(settleClue, { clueId, words }), 'clues.checks-open');
    const planned = { clueId, units: [], on: checkOn, place: grill.place, checklist: 'violation' };
    const off = await unit.do(planCheck, planned);
    const report = { clueId, checkId: off.checkId, outcome: 'corrected' as const, findings: words };
    await refused(unit.do(reportCheck, report), 'clues.visit-open');
    const unknown = { ...report, checkId: orderId };
    await refused(unit.do(reportCheck, unknown), 'clues.no-such-check');
    await kit.as('reviewer').do(cancelVisit, { visitId: off.visitId, reason: words });
    const { checkId } = await lookedAt(unit, clueId, checkOn);
    const one = { ...report, checkId };
    await refused(unit.do(reportCheck, { ...one, outcome: 'filed' }), 'clues.case-needed');
    await refused(unit.do(reportCheck, { ...one, penaltyFen: 100 }), 'clues.case-unwanted');
    await refused(staff.police.do(reportCheck, one), 'clues.not-yours');
    await unit.do(reportCheck, one);
    await refused(unit.do(reportCheck, one), 'clues.check-reported');
    await unit.do(settleClue, { clueId, words });
    const read = await staff.analyst.do(readClue, { clueId });
    expect(read).toMatchObject({ result: 'corrected', checks: [{ id: checkId }] });
    // A unit that goes along reads the pack, and nothing of the handing over.
    expect(await staff.police.do(readReceived, { clueId })).toMatchObject({
      state: 'joint',
      sentAt: null,
      can: { receipt: false, plan: false },
    });
  }),
);

test(
  'an earlier clue of the same subject or place is proposed with its reasons, and a person joins them; its orders go along',
  inCity(async (kit) => {
    const { staff, clueId, orderId } = await marked(kit);
    const { analyst } = staff;
    await kit.travelTo(new Date(kit.clock.now().getTime() + 3_600_000));
    const { id: second } = await kit.anOrder.toDispatch({ content: grill.facts });
    const again = { ...grill, subject: '老街口烧烤店(个体工商户)', place: '台湾路 中段' };
    const later = await staff.agent.do(markClue, { orderId: second, ...again });
    const elsewhere = await analyst.do(markClue, {
      ...grill,
      subject: '东门水果行',
      place: '延安北路 23 号',
    });
    const { like } = await analyst.do(readClue, { clueId: later.clueId });
    expect(like.map(({ id, reasons }) => ({ id, reasons }))).toEqual([
      { id: clueId, reasons: ['subject', 'place'] },
    ]);
    expect((await analyst.do(readClue, { clueId: elsewhere.clueId })).like).toEqual([]);
    // The other way round as well: whichever is looked at first.
    const { like: back } = await analyst.do(readClue, { clueId });
    expect(back.map(({ id }) => id)).toEqual([later.clueId]);
    const join = { clueId: later.clueId, into: clueId, words };
    await refused(analyst.do(joinClue, { ...join, into: later.clueId }), 'clues.into-itself');
    await analyst.do(joinClue, join);
    await refused(analyst.do(joinClue, join), 'clues.stale');
    const { sources } = await analyst.do(readClue, { clueId });
    expect(sources.map((source) => source.orderId)).toEqual([orderId, second]);
    expect(await analyst.do(readClue, { clueId: later.clueId })).toMatchObject({
      state: 'joined',
      joinedTo: { id: clueId },
      sources: [],
    });
  }),
);
