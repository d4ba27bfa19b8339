import type { conduct } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { answerCall, listRinging, rate, signLetter } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Doer, Kit } from '../../platform/testing/in-city.ts';
import { approveLetter, findVisibleLetter, sendLetter } from '../letters/index.ts';
import * as orders from '../orders/index.ts';
import { endCall, hearAll, queueFor, ringDemoCall } from '../telephony/index.ts';
import { askMark } from './ask-mark.ts';
import { decideMark } from './decide-mark.ts';
import { listMarks, readCaller, readMark } from './read-marks.ts';
import { askMarkReview, reviewMark } from './review-mark.ts';

const number = inventedPhoneOf('a caller');
const hour = 3_600_000;
type Ask = Partial<Omit<InputOf<typeof conduct.askMark>, 'callId'>>;

/** An agent with this caller on the line. */
async function onLine({ as }: Pick<Kit, 'as'>, phone = number) {
  const agent = as('agent');
  const { id } = await agent.do(ringDemoCall, { number: phone });
  // Whoever rings from the quiet queue is answered by the shift lead.
  await agent.do(answerCall, { callId: id });
  return { agent, callId: id };
}

const mark = (agent: Doer, callId: string, ask: Ask = {}) =>
  agent.do(askMark, {
    callId,
    grade: 'harassment',
    grounds: 'abuse',
    measure: 'script',
    words: '接通后连续辱骂话务员。',
    looked: true,
    ...ask,
  });

async function quieted(kit: Pick<Kit, 'as'>): Promise<{ markId: string; asker: Doer }> {
  const { agent, callId } = await onLine(kit);
  await mark(agent, callId);
  await mark(agent, callId);
  const { markId } = await mark(agent, callId, { measure: 'quiet-24h' });
  await agent.do(endCall, { callId });
  const deciding = { markId, granted: true, words: '两次劝导无效' };
  await kit.as('shift-lead').do(decideMark, deciding);
  return { markId, asker: agent };
}

test(
  'how often somebody rings is no reason; what is too strong, unlooked at, unsolved or unwarned is refused in words',
  inCity(async ({ as, anOrder, system, ctx }) => {
    const { agent, callId } = await onLine({ as });
    const refusal = (ask: Ask) =>
      mark(agent, callId, ask).then(
        () => null,
        ({ code }) => code,
      );
    expect(await refusal({ grounds: 'frequency' })).toBe('conduct.frequency-alone');
    expect(await refusal({ measure: 'quiet-30d' })).toBe('conduct.measure-too-strong');
    expect(await refusal({ grade: 'claimant', measure: 'quiet-24h' })).toBe(
      'conduct.measure-too-strong',
    );
    expect(await refusal({ measure: 'quiet-24h' })).toBe('conduct.warn-first');
    const malicious: Ask = { grade: 'malicious', grounds: 'occupying', measure: 'quiet-24h' };
    expect(await refusal({ ...malicious, looked: false })).toBe('conduct.look-first');

    const requester = { kind: 'person' as const, isSelf: true, tags: [], phone: number };
    const orderId = await anOrder.closed({ requester });
    const order = await orders.lock(ctx, orderId);
    expect(await refusal(malicious)).toBe('conduct.warn-first');
    await system.do((at) => rate(at, order, { ...bad, channel: 'page' }), undefined);
    const { earlier } = await agent.do(readCaller, { callId });
    expect(earlier).toMatchObject({ unsolved: 1, orders: [{ orderId, solved: 'not-solved' }] });
    expect(await refusal(malicious)).toBe('conduct.unsolved-first');
    await anOrder.toDispatch({ requester, urgency: 'U1' });
    const grave: Ask = { grade: 'unlawful', grounds: 'threat', measure: 'quiet-24h' };
    expect(await refusal(grave)).toBe('conduct.emergency-open');
  }),
);

const bad = {
  solved: 'not-solved' as const,
  processRating: 'basically' as const,
  resultRating: 'dissatisfied' as const,
  reason: '',
};

test(
  'a label of claims for gain keeps nobody waiting, and ends too',
  inCity(async ({ as, ctx, travelTo, clock, drain }) => {
    const { agent, callId } = await onLine({ as });
    const label: Ask = { grade: 'claimant', grounds: 'claims-for-gain', measure: 'label' };
    expect((await mark(agent, callId, label)).state).toBe('in-force');
    expect(await queueFor(ctx, number)).toBe('general');
    await travelTo(new Date(clock.now().getTime() + 366 * 24 * hour));
    await drain();
    const { rows } = await as('director').do(listMarks, { list: 'in-force' });
    expect(rows).toEqual([]);
  }),
);

test(
  'a clue to the police is a letter: drafted as it is granted, approved by a second person, numbered and signed for',
  inCity(async ({ as, anOrder, drain }) => {
    const requester = { kind: 'person' as const, isSelf: true, tags: [], phone: number };
    await anOrder.inProgress({ requester });
    const { agent, callId } = await onLine({ as });
    const ask: Ask = { grade: 'unlawful', grounds: 'threat', measure: 'police-clue' };
    const { markId } = await mark(agent, callId, ask);
    const director = as('director');
    await director.do(decideMark, { markId, granted: true, words: '录音已核对' });
    const { letter } = (await director.do(readMark, { markId })).mark;
    if (!letter) throw new Error('No letter.');
    expect(letter).toMatchObject({ no: null, state: 'draft' });
    const { letterId } = letter;
    const draft = await director.do(findVisibleLetter, letterId);
    const words = [draft.title, ...draft.body].join('');
    expect(words).toContain('威胁人身或公共安全');
    expect(words).toContain('没有真正解决的 1 件');
    expect(words).not.toContain(number);
    expect(words).not.toContain('辱骂');
    await expect(director.do(approveLetter, { letterId })).rejects.toMatchObject({
      code: 'letters.own-draft',
    });
    const lead = as('shift-lead');
    await lead.do(approveLetter, { letterId });
    await lead.do(sendLetter, { letterId });
    await drain();
    const police = { unitCode: '350600.gaj', unitPath: '350600/350600.gaj' };
    await as('liaison', police).do(signLetter, { letterId });
    const after = (await lead.do(readMark, { markId })).mark;
    expect(after).toMatchObject({ state: 'over', letter: { state: 'signed' } });
    expect(after.letter?.no).toMatch(/热线移〔2026〕\d+号/);
    // Whoever is on the line sees that it was granted, and no letter.
    const { marks } = await agent.do(readCaller, { callId });
    expect(marks).toMatchObject([{ measure: 'police-clue', state: 'over', letter: null }]);
  }),
);

test(
  'the letter of a clue counts no order that is shown to nobody beside a number that rings',
  inCity(async ({ as, anOrder }) => {
    const requester = { kind: 'person' as const, isSelf: true, tags: [], phone: number };
    await anOrder.inProgress({ requester, secrecy: 3 });
    const { agent, callId } = await onLine({ as });
    const ask: Ask = { grade: 'unlawful', grounds: 'threat', measure: 'police-clue' };
    const { markId } = await mark(agent, callId, ask);
    const director = as('director');
    await director.do(decideMark, { markId, granted: true, words: '录音已核对' });
    const { earlier, mark: granted } = await director.do(readMark, { markId });
    expect(earlier).toMatchObject({ orders: [], unsolved: 1 });
    const draft = await director.do(findVisibleLetter, granted.letter?.letterId ?? '');
    expect(draft.body.join('')).toContain('登记诉求 0 件,其中没有真正解决的 0 件');
  }),
);

test(
  'a clue that is not granted writes no letter',
  inCity(async ({ as }) => {
    const { agent, callId } = await onLine({ as });
    const ask: Ask = { grade: 'unlawful', grounds: 'threat', measure: 'police-clue' };
    const { markId } = await mark(agent, callId, ask);
    await as('director').do(decideMark, { markId, granted: false, words: '录音里没有威胁' });
    expect((await as('director').do(readMark, { markId })).mark.letter).toBeNull();
  }),
);

test(
  'routing is another person’s to grant, by level; it ends by itself at its hour',
  inCity(async (kit) => {
    const { as, system, clock, travelTo, drain } = kit;
    const { markId } = await quieted(kit);
    const queue = () => system.do((at) => queueFor(at, number), undefined);
    expect(await queue()).toBe('quiet');
    const again = { markId, granted: true, words: '再次批准' };
    await expect(as('director').do(decideMark, again)).rejects.toMatchObject({
      code: 'conduct.decided',
    });
    const unknown = { ...again, markId: kit.ctx.newId() };
    await expect(as('director').do(decideMark, unknown)).rejects.toMatchObject({
      code: 'conduct.no-such-mark',
    });
    await travelTo(new Date(clock.now().getTime() + 24 * hour - 1));
    await drain();
    expect(await queue()).toBe('quiet');
    await travelTo(new Date(clock.now().getTime() + 1));
    expect(await queue()).toBe('general');
    await drain();
    expect((await as('director').do(readMark, { markId })).mark.state).toBe('over');
    const { rows } = await as('director').do(listMarks, { list: 'month' });
    expect(rows.map(({ measure }) => measure)).toEqual(['quiet-24h', 'script', 'script']);
    await expect(as('agent').do(listMarks, { list: 'month' })).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
  }),
);

test(
  'nobody grants what they asked for, and longer than a day is the director’s',
  inCity(async ({ as }) => {
    const lead = as('shift-lead');
    const { id: callId } = await lead.do(ringDemoCall, { number });
    await lead.do(answerCall, { callId });
    await mark(lead, callId);
    await mark(lead, callId);
    const ask: Ask = { grade: 'malicious', grounds: 'occupying', measure: 'quiet-7d' };
    const { markId } = await mark(lead, callId, ask);
    const deciding = { markId, granted: true, words: '两次劝导无效' };
    await expect(lead.do(decideMark, deciding)).rejects.toMatchObject({ code: 'conduct.own' });
    await expect(as('shift-lead').do(decideMark, deciding)).rejects.toMatchObject({
      code: 'conduct.not-your-level',
    });
    await expect(mark(lead, callId, { measure: 'quiet-24h' })).rejects.toMatchObject({
      code: 'conduct.already',
    });
    await as('director').do(decideMark, { ...deciding, granted: false });
    expect((await as('director').do(readMark, { markId })).mark.state).toBe('refused');
  }),
);

test(
  'an emergency rings everywhere, by the key or by words, however the number is routed',
  inCity(async (kit) => {
    const { as, system, ctx } = kit;
    await quieted(kit);
    const rings = async (script: { says?: string; pressesEmergencyKey?: boolean }) => {
      const callId = ctx.newId();
      const { sim } = ctx.ports.telephones;
      const at = kit.clock.now();
      const call = { callId, at, number, dialledLine: '12345', queue: 'quiet' as const, script };
      await system.do(hearAll, sim.begin(call));
      const { rows } = await as('agent').do(listRinging, undefined);
      return { callId, isHeard: rows.some(({ id }) => id === callId) };
    };
    const usual = await rings({ says: '你们什么时候给我办' });
    expect(usual.isHeard).toBe(false);
    await expect(as('agent').do(answerCall, { callId: usual.callId })).rejects.toMatchObject({
      code: 'telephony.quiet-queue',
    });
    // The shift lead hears it: nobody is left without anybody.
    const atLead = await as('shift-lead').do(listRinging, undefined);
    expect(atLead.rows.find(({ id }) => id === usual.callId)?.isQuiet).toBe(true);
    expect((await rings({ pressesEmergencyKey: true })).isHeard).toBe(true);
    expect((await rings({ says: '有人触电了快来' })).isHeard).toBe(true);
  }),
);

test(
  'the person may have it reviewed, by somebody who had no part in it; lifted, calls ring everywhere at once',
  inCity(async (kit) => {
    const { as, system } = kit;
    const { markId, asker } = await quieted(kit);
    const asking = { markId, words: '来电人说当时情绪激动' };
    await expect(
      as('director').do(reviewMark, { markId, lifted: true, words: '情况有变' }),
    ).rejects.toMatchObject({ code: 'conduct.no-review' });
    await asker.do(askMarkReview, asking);
    await expect(asker.do(askMarkReview, asking)).rejects.toMatchObject({
      code: 'conduct.in-review',
    });
    const { decidedBy } = (await as('director').do(readMark, { markId })).mark;
    expect(decidedBy).not.toBeNull();
    await as('director').do(reviewMark, { markId, lifted: true, words: '已致歉,撤销' });
    expect(await system.do((at) => queueFor(at, number), undefined)).toBe('general');
    await expect(asker.do(askMarkReview, asking)).rejects.toMatchObject({
      code: 'conduct.not-in-force',
    });
  }),
);

test(
  'a label lifted leaves the routing of the same number; no routing is granted once an emergency is open',
  inCity(async (kit) => {
    const { as, anOrder, system } = kit;
    const { agent, callId } = await onLine(kit);
    const label: Ask = { grade: 'claimant', grounds: 'claims-for-gain', measure: 'label' };
    const { markId: labelled } = await mark(agent, callId, label);
    await agent.do(endCall, { callId });
    await quieted(kit);
    await agent.do(askMarkReview, { markId: labelled, words: '来电人说不是索赔' });
    const lifting = { markId: labelled, lifted: true, words: '看过举报,确属一般消费者' };
    await as('director').do(reviewMark, lifting);
    expect(await system.do((at) => queueFor(at, number), undefined)).toBe('quiet');

    const other = inventedPhoneOf('another caller');
    const again = await onLine(kit, other);
    await mark(again.agent, again.callId);
    await mark(again.agent, again.callId);
    const { markId } = await mark(again.agent, again.callId, { measure: 'quiet-24h' });
    const requester = { kind: 'person' as const, isSelf: true, tags: [], phone: other };
    await anOrder.toDispatch({ requester, urgency: 'U1' });
    const granting = { markId, granted: true, words: '两次劝导无效' };
    await expect(as('shift-lead').do(decideMark, granting)).rejects.toMatchObject({
      code: 'conduct.emergency-open',
    });
    await as('shift-lead').do(decideMark, { ...granting, granted: false });
  }),
);
