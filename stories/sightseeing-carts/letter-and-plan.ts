import { letters, meetings, nodes, tasks } from '@minsheng/contract';
import { dayAt, type Scene, type Watched } from './scene.ts';

const dongshan = '350626';

/** 提醒函、会商、预案: written to the county sub-centre, signed for, answered, and done before the day. */
export async function letterAndPlan(scene: Scene, watch: Watched): Promise<void> {
  scene.checks.chapter('A letter, a meeting and a plan before the day');
  await letter(scene, watch);
  await meeting(scene, watch);
  await plan(scene, watch);
}

async function letter(scene: Scene, { watchId }: Watched): Promise<void> {
  const { analyst, director, county, checks } = scene;
  const { letter: draft, countyUnit } = await analyst.call(nodes.readWatch, { watchId });
  checks.same('it goes to the county sub-centre', countyUnit?.code, dongshan);
  const { letterId } = await analyst.call(letters.draftLetter, {
    ...{ template: draft.template, slots: draft.slots, toUnits: [dongshan] },
    concern: { kind: 'watch', id: watchId },
  });
  const { letterNo } = await director.call(letters.approveLetter, { letterId });
  await analyst.call(letters.sendLetter, { letterId });
  await scene.clock.advance(60);
  await county.call(letters.signLetter, { letterId });
  await scene.clock.advance(120);
  await county.call(letters.answerLetter, {
    letterId,
    content: '已会同文旅、交通部门研究,节前增加班次并培训引导人员。',
    fileIds: [],
  });
  await analyst.call(letters.judgeAnswer, {
    letterId,
    unitCode: dongshan,
    accept: true,
    reason: '',
  });
  const { state, receipts } = await analyst.call(letters.readLetter, { letterId });
  checks.same(
    `${letterNo} is signed for and answered`,
    [state, receipts[0]?.state],
    ['answered', 'over'],
  );
}

async function meeting(scene: Scene, { watchId }: Watched): Promise<void> {
  const { analyst, checks } = scene;
  await analyst.call(meetings.planMeeting, {
    ...{ title: '端午观光车保障联席会商', place: '分中心会议室' },
    startsAt: dayAt('2025-05-23', '09:00').toISOString(),
    agenda: [{ title: '观光车运力和引导', subject: { kind: 'watch', id: watchId } }],
    units: [dongshan, '350626.wlj', '350626.jtj'],
  });
  const { meeting: found } = await analyst.call(nodes.readWatch, { watchId });
  checks.same('the joint meeting stands beside it', found?.state, 'planned');
}

async function plan(scene: Scene, { watchId }: Watched): Promise<void> {
  const { analyst, county, checks, clock } = scene;
  const row = { wanted: '完成后报排班表和培训记录。', unit: dongshan };
  const late = { ...row, title: '增加观光车班次', finishOn: '2025-05-31' };
  checks.same(
    'nothing of the plan is due on the day itself',
    await analyst.refusal(nodes.planWatch, { watchId, rows: [late] }),
    'nodes.plan-too-late',
  );
  const { taskIds } = await analyst.call(nodes.planWatch, {
    watchId,
    rows: [
      { ...row, title: '增加观光车班次', finishOn: '2025-05-28' },
      { ...row, title: '培训现场引导人员', finishOn: '2025-05-29' },
    ],
  });
  await clock.advanceTo(dayAt('2025-05-27', '10:00'));
  for (const taskId of taskIds) {
    await county.call(tasks.acceptTask, { taskId });
    await county.call(tasks.claimDone, { taskId, words: '已完成,排班表已报。', fileIds: [] });
    await analyst.call(tasks.judgeClaim, { taskId, confirmed: true, reason: '' });
  }
  const { rows } = await analyst.call(tasks.listTasks, { subjectId: watchId, box: 'all' });
  checks.same(
    'both are confirmed before the first day',
    rows.map(({ state, isLate }) => [state, isLate]),
    [
      ['confirmed', false],
      ['confirmed', false],
    ],
  );
}
