import { campaigns, meetings, tasks } from '@minsheng/contract';
import { bureaus, type Scene, unitOf } from './scene.ts';
import { entriesOf } from './topic.ts';

/** 专班进驻: six bureaus with seats in the centre, a meeting whose decisions have owners and days, and each its own work area. */
export async function forceSeated(scene: Scene, campaignId: string): Promise<void> {
  const { analyst, checks, clock, force } = scene;
  checks.chapter('Six bureaus sit in the centre');
  const outside = await force.slj.refusal(campaigns.readWorkspace, { campaignId });
  checks.same('nobody reads the work area before', outside, 'campaigns.not-seated');
  for (const [at, bureau] of bureaus.entries())
    await analyst.call(campaigns.addMember, {
      ...{ campaignId, unit: unitOf(bureau), seat: `专班席 ${at + 1}` },
      role: at === 0 ? 'lead' : 'member',
    });
  const listed = (await entriesOf(scene, campaignId)).filter(({ state }) => state === 'listed');
  for (const bureau of bureaus) {
    const { entries } = await force[bureau].call(campaigns.readWorkspace, { campaignId });
    if (entries.length !== listed.length)
      checks.same(`${bureau} reads every listed problem`, entries.length, listed.length);
  }
  await nobodyNamed(scene, campaignId);
  const { meetingId } = await analyst.call(campaigns.planConsultation, {
    ...{ campaignId, place: '热线中心会商室' },
    startsAt: new Date('2025-02-17T10:00:00+08:00').toISOString(),
    entryIds: listed.slice(0, mostOnAgenda).map(({ id }) => id),
  });
  await clock.advanceTo(new Date('2025-02-17T11:30:00+08:00'));
  await held(scene, meetingId);
  await seenAsForce(scene, campaignId);
}

const mostOnAgenda = 20;

/** What a seat shows: the words, and nobody's number. */
async function nobodyNamed({ force, checks }: Scene, campaignId: string): Promise<void> {
  const { entries } = await force.nyj.call(campaigns.readWorkspace, { campaignId });
  const orders = entries.flatMap((entry) => entry.orders).slice(0, 40);
  const texts: string[] = [];
  for (const { id } of orders) {
    const read = await force.nyj.call(campaigns.readSeatedOrder, { campaignId, orderId: id });
    texts.push(`${read.title} ${read.address} ${read.content} ${read.demand}`);
  }
  const numbered = texts.filter((text) => /1\d{10}/.test(text));
  checks.that(`${texts.length} appeals read at a seat, no number in them`, numbered.length === 0);
}

/** 会商: who came, what was decided, by whom and until when. */
async function held({ analyst, director, force }: Scene, meetingId: string): Promise<void> {
  await analyst.call(meetings.holdMeeting, {
    meetingId,
    attendance: bureaus.map((bureau) => ({
      ...{ unit: unitOf(bureau), who: '示例专班人员', reason: '' },
      came: bureau === 'cgj' ? ('late' as const) : ('came' as const),
    })),
  });
  const decisions = bureaus.map((bureau) => ({
    ...{ words: works[bureau], unit: unitOf(bureau), finishOn: '2025-03-14' },
  }));
  const record = '逐个看了清单问题,认定污水处理设施不全、雨污不分是共同原因,按职责分工整改。';
  await analyst.call(meetings.writeMinutes, { meetingId, record, decisions });
  await director.call(meetings.signMinutes, { meetingId });
  for (const bureau of bureaus) {
    const { rows } = await force[bureau].call(tasks.listTasks, { box: 'ours' });
    for (const { id: taskId, state } of rows)
      if (state === 'given') await force[bureau].call(tasks.acceptTask, { taskId });
  }
}

const works = {
  sthj: '核定每处养殖场的排污口,监测出水。',
  zjj: '指导接管和沉淀池施工。',
  slj: '清理受影响的沟渠河道。',
  nyj: '指导粪污资源化利用和存栏核定。',
  scjg: '核对养殖主体登记。',
  cgj: '清运外溢粪污,恢复环境。',
} as const;

async function seenAsForce({ analyst, checks }: Scene, campaignId: string): Promise<void> {
  const { members, meetings: held } = await analyst.call(campaigns.readForce, { campaignId });
  checks.same(
    'six bureaus, the first leads',
    members.map(({ unit, role }) => [unit.code, role]),
    bureaus.map((bureau, at) => [unitOf(bureau), at === 0 ? 'lead' : 'member']),
  );
  checks.same('all six came', [held[0]?.came, held[0]?.units], [6, 6]);
}
