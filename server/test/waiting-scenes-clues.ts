import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { receiptClue } from '../src/modules/clues/answer-clue.ts';
import { closeClue, settleClue } from '../src/modules/clues/close-clue.ts';
import { contestRecord, decideContest } from '../src/modules/clues/contest-record.ts';
import { approveFeedback, writeFeedback } from '../src/modules/clues/feedback.ts';
import { reportCheck } from '../src/modules/clues/joint-check.ts';
import { markClue } from '../src/modules/clues/mark-clue.ts';
import { readClue } from '../src/modules/clues/read-clue.ts';
import { sendClue } from '../src/modules/clues/send-clue.ts';
import { signPack } from '../src/modules/clues/sign-pack.ts';
import { accepted, clueStaff, filed, grill, lookedAt, market } from './example-clue.ts';
import type { Kit, Waiting } from './waiting-scenes.ts';

const words = '已经核对,按规定办理。';

async function marked(kit: Kit) {
  const staff = clueStaff(kit);
  const { id: orderId } = await kit.anOrder.toDispatch();
  const { clueId } = await staff.agent.do(markClue, { orderId, ...grill });
  return { staff, clueId, orderId };
}

/** A violation clue waits for the centre, then for the unit, then for whoever told of it. */
export const clueScenes: Partial<Record<WaitKind, (kit: Kit) => Promise<Waiting>>> = {
  'violation-work': async (kit) => {
    const { staff, clueId } = await marked(kit);
    const close = { clueId, result: 'no-clue' as const, words };
    return { id: clueId, act: () => staff.analyst.do(closeClue, close) };
  },
  'violation-receipt': async (kit) => {
    const { staff, clueId } = await marked(kit);
    await staff.signer.do(signPack, { clueId });
    await staff.analyst.do(sendClue, { clueId, unit: market.unitCode });
    return { id: clueId, act: () => staff.market.do(receiptClue, { clueId }) };
  },
  'violation-result': async (kit) => {
    const { staff, clueId } = await marked(kit);
    await accepted(staff, clueId);
    const { checkId } = await lookedAt(staff.market, clueId, '2026-03-05');
    const found = { clueId, checkId, outcome: 'corrected' as const, findings: words };
    await staff.market.do(reportCheck, found);
    return { id: clueId, act: () => staff.market.do(settleClue, { clueId, words }) };
  },
  'violation-feedback': async (kit) => {
    const { staff, clueId, orderId } = await marked(kit);
    await staff.analyst.do(closeClue, { clueId, result: 'no-clue', words });
    await staff.analyst.do(writeFeedback, { clueId, orderId, way: 'call', words });
    const approve = { clueId, orderId, approved: true, words: '' };
    return { id: clueId, act: () => staff.signer.do(approveFeedback, approve) };
  },
  'record-contest': async (kit) => {
    const { staff, clueId } = await marked(kit);
    await filed(staff, clueId, '2026-03-05');
    const { subjectId } = await staff.analyst.do(readClue, { clueId });
    const contest = { subjectId, clueId, how: 'letter' as const, words };
    const { contestId } = await staff.analyst.do(contestRecord, contest);
    const decide = { contestId, upheld: false, words };
    return { id: clueId, act: () => staff.signer.do(decideContest, decide) };
  },
};
