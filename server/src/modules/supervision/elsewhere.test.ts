import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { acceptTask, claimDone, judgeClaim } from '../../../test/use-cases.ts';
import { newId } from '../../platform/ids.ts';
import './index.ts';
import { readSupervision } from './read-supervision.ts';
import { supervise } from './supervise.ts';
import { supervisionsOf } from './supervisions.repo.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const words = '请尽快到现场处理并反馈结果。';

test(
  'what is sent back at its task is open again here, with a limit of its own',
  inCity(async ({ ctx, as, anOrder, drain, clock }) => {
    const { orderId } = await anOrder.inProgress();
    const director = as('director', { accountId: newId(clock.now()) });
    await director.do(supervise, {
      orderId,
      level: 'S4',
      instrument: 'leaders-note',
      reason: words,
      demands: words,
      leader: '分管副市长',
    });
    const [given] = await supervisionsOf(ctx, orderId);
    const taskId = given?.task_id ?? '';
    const unit = as('liaison', { ...bureau, accountId: newId(clock.now()) });
    await unit.do(acceptTask, { taskId });
    await unit.do(claimDone, { taskId, words: '已处理完毕。', fileIds: [] });
    await drain();
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([{ state: 'answered' }]);
    await director.do(judgeClaim, { taskId, confirmed: false, reason: '没有照片,请补充。' });
    await drain();
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([{ state: 'open' }]);
    const [read] = (await unit.do(readSupervision, { orderId })).supervisions;
    expect(read?.sentBackThere).toBe('没有照片,请补充。');
  }),
);
