import { answerClue } from '../src/modules/clues/answer-clue.ts';
import { settleClue } from '../src/modules/clues/close-clue.ts';
import { planCheck, reportCheck } from '../src/modules/clues/joint-check.ts';
import { sendClue } from '../src/modules/clues/send-clue.ts';
import { signPack } from '../src/modules/clues/sign-pack.ts';
import { keepFile } from '../src/modules/files/index.ts';
import { newId } from '../src/platform/ids.ts';
import type { Doer, Kit } from '../src/platform/testing/in-city.ts';
import { addVisitPhoto, finishVisit } from './use-cases.ts';

/** For tests: one clue on its way, and the people who take its steps. */
export const market = { unitCode: '350600.scjg', unitPath: '350600/350600.scjg' };
export const police = { unitCode: '350600.gaj', unitPath: '350600/350600.gaj' };
export const street = '350602001000';

export const grill = {
  kind: 'food',
  subject: '老街口烧烤店',
  place: '台湾路中段',
  areaCode: street,
  facts: '店里把隔夜的肉重新腌制后出售,冷柜里的肉没有标签。',
  photoIds: [],
  fileIds: [],
};

export function clueStaff({ as, clock }: Pick<Kit, 'as' | 'clock'>) {
  const who = () => ({ accountId: newId(clock.now()) });
  return {
    agent: as('agent', who()),
    analyst: as('analyst', who()),
    signer: as('reviewer', who()),
    director: as('director', who()),
    market: as('handler', { ...market, ...who() }),
    police: as('handler', { ...police, ...who() }),
  };
}
export type ClueStaff = ReturnType<typeof clueStaff>;

/** As far as the unit has accepted it. */
export async function accepted(
  { analyst, signer, market: unit }: ClueStaff,
  clueId: string,
): Promise<void> {
  await signer.do(signPack, { clueId });
  await analyst.do(sendClue, { clueId, unit: market.unitCode });
  await unit.do(answerClue, { clueId, accepted: true, words: '' });
}

export const oneDot = {
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

/** 联查 of one place: planned, gone to, its visit finished; what was found is still to be reported. */
export async function lookedAt(unit: Doer, clueId: string, on: string) {
  const planned = await unit.do(planCheck, {
    ...{ clueId, on },
    units: [police.unitCode],
    place: grill.place,
    checklist: 'violation',
  });
  await goneTo(unit, planned.visitId, on);
  return planned;
}

export async function goneTo(unit: Doer, visitId: string, on: string): Promise<void> {
  const seenAt = `${on}T02:00:00.000Z`;
  const { file } = await unit.do(keepFile, oneDot);
  const photo = { visitId, fileId: file.id, itemCode: 'scene', takenAt: seenAt };
  await unit.do(addVisitPhoto, { ...photo, clientId: file.id });
  await unit.do(finishVisit, {
    visitId,
    clientId: visitId,
    seenAt,
    photos: 1,
    ticks: ['open', 'papers', 'as-told'].map((code) => ({ code, value: true, note: '', seenAt })),
    outcome: 'not-fixed',
    findings: '冷柜里有无标签的肉,已登记保存。',
    answerIsFalse: false,
  });
}

/** The whole way to a filed case. */
export async function filed(staff: ClueStaff, clueId: string, on: string): Promise<void> {
  await accepted(staff, clueId);
  const { checkId } = await lookedAt(staff.market, clueId, on);
  await staff.market.do(reportCheck, {
    ...{ clueId, checkId },
    outcome: 'filed',
    findings: '当场扣押无标签的肉,立案调查。',
    caseNo: '示例案号2026-1',
    penaltyFen: 500_000,
  });
  await staff.market.do(settleClue, { clueId, words: '已立案并作出处罚决定。' });
}
