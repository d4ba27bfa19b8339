import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import {
  type Assignment,
  changeAssignment,
  ofOrder,
  owesStageReports,
  pausesOf,
  stageReportKey,
} from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';

const reporting = async (ctx: Context, orderId: string): Promise<Assignment | undefined> =>
  (await ofOrder(ctx, orderId)).find(owesStageReports);

/** 停表: the order waits lawfully for somebody else. */
const standsStill = ({ status }: Pick<orders.Order, 'status'>): boolean =>
  status === 'need-info' || status === 'suspended';

/** 阶段报告逾期: told to the unit's duty desk, then to its leader. A parked order has the reviews of its ledger instead. */
waits.waitRules({
  kind: 'stage-report',
  subject: 'order',
  topic: 'desk:report-late',
  standing: async (ctx, { id }) => {
    const order = await orders.lock(ctx, id);
    if (order.parked_at !== null || !(await reporting(ctx, id))) return 'over';
    return standsStill(order) ? 'still' : 'waiting';
  },
  pauses: (ctx, { id }) => pausesOf(ctx, id),
  moved: async (ctx, { id }, dueAt) => {
    const lead = await reporting(ctx, id);
    if (lead) await changeAssignment(ctx, lead, { stage_report_due_at: dueAt });
  },
  atEnd: {
    tells: async (ctx, { id }) => {
      const unitCode = (await reporting(ctx, id))?.unit_code ?? null;
      return [
        { unitCode, role: null, accountId: null },
        { unitCode, role: 'unit-leader', accountId: null },
      ];
    },
  },
});

const goOn = job('handling:stage-report-goes-on', news);
on('deferrals.resumed', goOn);
on('handling.info-given', goOn);

/** 恢复计时: what is owed is due later by what the order stood still. */
handle(goOn, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  if (!standsStill(order) && (await reporting(ctx, id))) await waits.goOn(ctx, stageReportKey(id));
});
