import { dispatch } from '@minsheng/contract';
import { countyUnit, labourUnit, ruling, type Scene, toldBy } from './scene.ts';

/** 先例: found by the dispatcher, followed three times, then a row of the catalogue. */
export async function followed(scene: Scene): Promise<void> {
  const { checks, dispatcher, director } = scene;
  checks.chapter('A ruling is not made twice');
  for (const no of [1, 2, 3]) {
    const orderId = await toldBy(scene, `again-${no}`);
    const said = await dispatcher.call(dispatch.suggestion, { orderId });
    checks.same(`${no}: the catalogue still names the bureau`, said.lead?.code, labourUnit);
    const [precedent] = said.precedents;
    checks.same(`${no}: the precedent names the county`, precedent?.lead.code, countyUnit);
    checks.same(`${no}: with how often it was followed`, precedent?.uses, no - 1);
    await dispatcher.call(dispatch.send, { orderId, lead: countyUnit });
  }
  const { rows } = await director.call(dispatch.listRowProposals, {});
  const [row] = rows;
  checks.same('the third use proposes a row', [row?.lead, row?.state], [countyUnit, 'proposed']);
  if (!row) return;
  checks.same(
    'which the dispatcher does not decide about',
    await dispatcher.refusal(dispatch.decideRow, { proposalId: row.id, accepted: true }),
    'identity.not-permitted',
  );
  await director.call(dispatch.decideRow, { proposalId: row.id, accepted: true });
  const orderId = await toldBy(scene, 'last');
  const said = await dispatcher.call(dispatch.suggestion, { orderId });
  checks.same('from then on the catalogue says it', said.lead?.code, countyUnit);
  checks.same('and by what', said.because?.basis, ruling.basis);
}
