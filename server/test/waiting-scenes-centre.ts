import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { beginBrief } from '../src/modules/briefs/begin-brief.ts';
import { withdrawBrief } from '../src/modules/briefs/sign-brief.ts';
import { askSuspension } from '../src/modules/deferrals/ask.ts';
import { decideTelling, writeTelling } from '../src/modules/foresight/tellings.ts';
import { refuseRights } from '../src/modules/identity/confirm-rights.ts';
import { createAccount } from '../src/modules/identity/create-account.ts';
import { listAccounts } from '../src/modules/identity/list-accounts.ts';
import { keepRules } from '../src/modules/identity/sign-in-rules.repo.ts';
import { answerLetter, judgeAnswer, signLetter } from '../src/modules/letters/answer-letter.ts';
import { approveLetter, draftLetter, sendLetter } from '../src/modules/letters/index.ts';
import { answerSupervision } from '../src/modules/supervision/answer.ts';
import { closeSupervision } from '../src/modules/supervision/close.ts';
import { supervise } from '../src/modules/supervision/supervise.ts';
import { askForTime, decideOnTime } from '../src/modules/tasks/extend-task.ts';
import { giveTask } from '../src/modules/tasks/index.ts';
import { newId } from '../src/platform/ids.ts';
import { acceptTask, claimDone, decideDeferral, judgeClaim } from './use-cases.ts';
import { signed } from './waiting-kit.ts';
import { bureau, type Kit, type Waiting, words } from './waiting-scenes.ts';

export async function supervised({ as }: Kit, orderId: string): Promise<void> {
  const how = { level: 'S2', instrument: 'notice', reason: words, demands: words } as const;
  await as('shift-lead').do(supervise, { orderId, ...how });
}

/** A letter that wants no answer. */
const note = {
  template: 'leaders-note',
  slots: {
    subject: '路灯不亮',
    situation: '三个工单。',
    causes: '线路老化。',
    advice: '更换线路。',
  },
  toUnits: [bureau.unitCode],
};

/** A letter two units owe an answer to. */
export async function letterSent(kit: Kit) {
  return sent(kit, {
    template: 'supervision-notice',
    slots: { subject: '路灯不亮', facts: '三个工单逾期。', demands: '逐件办结。' },
    toUnits: [bureau.unitCode, '350600.cgj'],
  });
}

async function sent({ as, clock }: Kit, draft: Parameters<typeof draftLetter>[1]) {
  const writer = as('dispatcher', { accountId: newId(clock.now()) });
  const { letterId } = await writer.do(draftLetter, draft);
  await as('director').do(approveLetter, { letterId });
  await writer.do(sendLetter, { letterId });
  return { letterId, writer, unit: as('liaison', bureau) };
}

async function taskBegun({ as, clock }: Kit) {
  const giver = as('dispatcher', { accountId: newId(clock.now()) });
  const unit = as('liaison', { ...bureau, accountId: newId(clock.now()) });
  const { taskId } = await giver.do(giveTask, {
    kind: 'assigned',
    title: '排查全市缺失井盖',
    wanted: '逐街排查,缺失的当天补齐,附照片。',
    unit: bureau.unitCode,
    limit: { kind: 'working-days', days: 5 },
  });
  await unit.do(acceptTask, { taskId });
  return { taskId, giver, unit };
}

/** What a unit said or asked, and somebody at the centre decides. */
export const centreScenes: Partial<Record<WaitKind, (kit: Kit) => Promise<Waiting>>> = {
  'brief-signature': async (kit) => {
    const { as, clock, drain, travelTo } = kit;
    const on = clock.now().toISOString().slice(0, 10);
    const asked = { template: 'weekly', title: '一周诉求情况', from: on, to: on };
    const { briefId } = await as('analyst').do(beginBrief, asked);
    // Counted once everything told before has been heard.
    for (let turn = 0; turn < 4; turn += 1) {
      await drain();
      await travelTo(new Date(clock.now().getTime() + 60_000));
    }
    return { id: briefId, act: () => as('analyst').do(withdrawBrief, { briefId, reason: words }) };
  },
  'rights-confirmation': async (kit) => {
    const { as, clock, drain } = kit;
    const guard = as('security-admin', { accountId: newId(clock.now()) });
    const rules = { factorRoles: [], confirmsGrants: true, idleMinutes: 60, sessionHours: 12 };
    await guard.do(keepRules, rules);
    const made = await as('admin', { accountId: newId(clock.now()) }).do(createAccount, {
      ...{ login: 'waits-for-rights', name: '测试人员', unit: '350626.rsj', roles: ['handler'] },
      ...{ narrowedTo: null, outsourced: false, phone: null },
    });
    await drain();
    const { rows } = await guard.do(listAccounts, { waits: true });
    const askId = rows.find(({ id }) => id === made.accountId)?.asked?.askId ?? '';
    const decide = { accountId: made.accountId, askId, reason: words };
    return {
      id: made.accountId,
      act: async () => {
        await guard.do(refuseRights, decide);
        await drain();
      },
    };
  },
  'deferral-decision': async (kit) => {
    const { orderId, assignmentId, handler } = await signed(kit);
    const plan = '等待检测结论,出具后继续办理。';
    await handler.do(askSuspension, { orderId, assignmentId, reason: 'await-test', plan });
    const decide = { orderId, granted: false, words };
    return { id: orderId, act: () => kit.as('shift-lead').do(decideDeferral, decide) };
  },
  'letter-signing': async (kit) => {
    const { letterId, unit } = await sent(kit, note);
    return { id: letterId, act: () => unit.do(signLetter, { letterId }) };
  },
  'letter-judgement': async (kit) => {
    const { letterId, writer, unit } = await letterSent(kit);
    await unit.do(signLetter, { letterId });
    await unit.do(answerLetter, { letterId, content: words, fileIds: [] });
    const judged = { letterId, unitCode: bureau.unitCode, accept: true, reason: '' };
    return { id: letterId, act: () => writer.do(judgeAnswer, judged) };
  },
  'task-confirmation': async (kit) => {
    const { taskId, giver, unit } = await taskBegun(kit);
    await unit.do(claimDone, { taskId, words, fileIds: [] });
    const judged = { taskId, confirmed: true, reason: '' };
    return { id: taskId, act: () => giver.do(judgeClaim, judged) };
  },
  'task-extension': async (kit) => {
    const { taskId, giver, unit } = await taskBegun(kit);
    await unit.do(askForTime, { taskId, reason: '井盖要重新订货。', until: '2026-03-31' });
    const decided = { taskId, granted: false, reason: words };
    return { id: taskId, act: () => giver.do(decideOnTime, decided) };
  },
  'telling-approval': async (kit) => {
    const { tellingId } = await kit.as('analyst').do(writeTelling, {
      ...{ areaCode: '350602001000', audience: 'residents', channel: 'poster' },
      words: '明天上午停水,请提前储水。',
    });
    const decide = { tellingId, isApproved: false, reason: words };
    return { id: tellingId, act: () => kit.as('director').do(decideTelling, decide) };
  },
  'supervision-result': async (kit) => {
    const { orderId, handler } = await signed(kit);
    await supervised(kit, orderId);
    await handler.do(answerSupervision, { orderId, no: 1, words, fileIds: [] });
    const closed = { orderId, no: 1, words, fileIds: [] };
    return { id: orderId, act: () => kit.as('shift-lead').do(closeSupervision, closed) };
  },
};
