import { deferrals, intake } from '@minsheng/contract';
import { lampAt, pageOf, plan, type Scene } from './scene.ts';

/** T21: by the leader, with dates, agreed by the director; the citizen is told, the clock of the work ends. */
export async function parked(scene: Scene): Promise<string> {
  const { checks, clock, housing, housingLeader, shiftLead, director } = scene;
  checks.chapter('It cannot be solved now, and that may be said');
  const key = await lampAt(scene, 'parked');
  const { orderId } = key;
  const today = await clock.now();
  const asking = {
    ...key,
    reason: 'funding' as const,
    plan,
    publicWords: '该路段路灯线缆老化,已列入改造计划,资金落实后实施,期间加装临时照明。',
    milestones: [
      { what: '完成设计', dueOn: dayAfter(today, 25) },
      { what: '完成施工', dueOn: dayAfter(today, 120) },
    ],
  };
  const byDesk = await housing.refusal(deferrals.askParking, asking);
  checks.same('the desk alone does not park', byDesk, 'identity.not-permitted');
  await housingLeader.call(deferrals.askParking, asking);
  const byLead = await shiftLead.refusal(deferrals.decideDeferral, { orderId, granted: true });
  checks.same('nor does the shift lead agree', byLead, 'deferrals.not-your-decision');
  await director.call(deferrals.decideDeferral, { orderId, granted: true, words: '同意' });
  const page = await pageOf(scene, orderId);
  checks.same('the order stands in the ledger', page.status, 'parked');
  const [duty] = page.assignments;
  checks.same('the work clock has ended', [duty?.state, duty?.dueAt], ['parked', null]);
  await clock.advance(1);
  const { rows } = await director.call(deferrals.listLedger, {});
  checks.same(
    'which everybody who decides can see',
    rows.map(({ order }) => order.id),
    [orderId],
  );
  const progress = await scene.agent.call(intake.readProgress, { orderId });
  checks.that(
    'the citizen reads that it is right and waits',
    progress.words.includes('台账'),
    progress,
  );
  return orderId;
}

const dayAfter = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
