import { answer, extending, parking, returning, suspending } from './bring-to.ts';
import { units } from './people.ts';
import { dutyOf, namesOrder, nothing, onDuty, onOrder, type Probes } from './probe.ts';
import { sheetNames } from './sheet-names.ts';

const onHand = '/handling/:orderId/assignments/:assignmentId';
const onDisputes = '/disputes/:orderId/assignments/:assignmentId';
const onDeferrals = '/deferrals/:orderId/assignments/:assignmentId';
const onDispatch = '/dispatch/:orderId/assignments/:assignmentId';

/** Below whom one may delegate: another township for the county, another village for the township. */
const below: Readonly<Record<string, string>> = {
  [units.county]: '350626101',
  [units.township]: '350626100002',
};

/** What units do with their duties, and their desk. */
export const unitProbes: Probes = {
  [`GET ${onHand}`]: onDuty('working'),
  [`POST ${onHand}/sign`]: onDuty('sent'),
  [`POST ${onHand}/contact`]: onDuty('working', { reached: true }),
  [`POST ${onHand}/arrive`]: onDuty('working', {}),
  [`POST ${onHand}/fixed`]: onDuty('working', {}),
  [`POST ${onHand}/ask-info`]: onDuty('working', { question: '请问是哪个小区?' }),
  [`POST ${onHand}/stage-report`]: onDuty('working', { content: '已现场查看,下周再次协调。' }),
  [`POST ${onHand}/submit`]: onDuty('working', answer()),
  [`POST ${onHand}/sign-off`]: onDuty('sign-off', { agreed: true }),
  [`POST ${onHand}/link`]: onDuty('working'),
  [`POST ${onDisputes}/ask`]: onDuty('working', returning),
  [`POST ${onDisputes}/sign`]: onDuty('return-drafted', { agreed: true }),
  [`POST ${onDisputes}/withdraw`]: onDuty('in-dispute'),
  [`POST ${onDeferrals}/extension`]: onDuty('working', extending),
  [`POST ${onDeferrals}/suspension`]: onDuty('working', suspending),
  [`POST ${onDeferrals}/parking`]: onDuty('working', parking),
  [`POST ${onDeferrals}/withdraw`]: onDuty('deferral-asked'),
  'POST /deferrals/:orderId/resume': onOrder('suspended', { words: '条件已经具备' }),
  'POST /deferrals/:orderId/review': onOrder('parked', {
    progress: '方案已经完成',
    milestonesDone: [1],
  }),
  'POST /deferrals/ledger/export': {
    stage: 'parked',
    request: () => ({ body: { state: 'open', purpose: '权限测试' } }),
    shows: (bytes, { order }) => sheetNames(bytes, order.orderNo),
  },
  'GET /deferrals/ledger': { stage: 'parked', request: () => ({}), shows: namesOrder },
  [`POST ${onDispatch}/delegate`]: {
    stage: 'sent',
    request: (about) => ({
      params: { orderId: about.order.orderId, assignmentId: dutyOf(about).id },
      body: { unitCode: below[about.person.unitCode] ?? units.village },
    }),
  },
  [`GET ${onDispatch}/targets`]: onDuty('working'),
  'GET /dispatch/readers': { request: () => ({ query: { unit: units.bureau } }) },
  [`POST ${onDispatch}/readers`]: {
    stage: 'working',
    request: (about) => {
      const { id } = dutyOf(about);
      const unit = about.order.duties.find((duty) => duty.id === id)?.unit_code ?? '';
      return {
        params: { orderId: about.order.orderId, assignmentId: id },
        body: { readers: about.fixtures.readersOf[unit] ?? [] },
      };
    },
  },
  'GET /desk/to-name': nothing,
  'GET /desk/assignments': {
    stage: 'working',
    request: () => ({ query: { desk: 'unit-working' } }),
    shows: namesOrder,
  },
};
