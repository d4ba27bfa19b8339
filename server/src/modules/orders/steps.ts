import type { EventType } from '@minsheng/contract/words/events.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';

export type TransitionNo = `T${number}`;

interface OrderStepWords {
  /** 流转编号: up to T28 the rule book's, from there on ours (decision 0014). */
  no: TransitionNo;
  from: readonly OrderStatus[];
  to: OrderStatus;
  event: EventType;
}

/** 工单流转表, domain 2.2: every way an order may move. `advance` is the only writer of a status. */
export const orderSteps = {
  /** T1 受理 of an appeal that waited for an agent. */
  accept: { no: 'T1', from: ['to-accept'], to: 'to-dispatch', event: 'intake.accepted' },
  /** T1 by rule: an emergency nobody took within two minutes. */
  'accept-by-rule': {
    no: 'T29',
    from: ['to-accept'],
    to: 'to-dispatch',
    event: 'intake.accepted-by-rule',
  },
  /** T2 直接答复. */
  answer: { no: 'T2', from: ['to-accept'], to: 'answered', event: 'intake.answered' },
  /** T3 分类处理告知. */
  dispose: { no: 'T3', from: ['to-accept'], to: 'disposed', event: 'intake.disposed' },
  /** 复核改为受理: the guidance was wrong. */
  'reopen-guided': {
    no: 'T54',
    from: ['disposed'],
    to: 'to-dispatch',
    event: 'guidance.reopened',
  },
  /** T4 即时转接 of an emergency, or of what is to be followed: stays open until the other side has fed back. */
  transfer: { no: 'T4', from: ['to-accept'], to: 'in-transfer', event: 'intake.transferred' },
  /** T4 即时转接 with nothing to follow. */
  'transfer-away': {
    no: 'T4',
    from: ['to-accept'],
    to: 'transferred',
    event: 'intake.transferred',
  },
  /** T4 对方已反馈. */
  'end-transfer': {
    no: 'T30',
    from: ['in-transfer'],
    to: 'transferred',
    event: 'intake.transfer-ended',
  },
  /** T4 对方退回, 转派单. */
  'return-transfer': {
    no: 'T31',
    from: ['in-transfer'],
    to: 'to-dispatch',
    event: 'intake.transfer-returned',
  },
  /** T5 派单: all clocks start here. */
  dispatch: { no: 'T5', from: ['to-dispatch'], to: 'in-progress', event: 'dispatch.sent' },
  /** 撤销派单, within 60 s and while nobody has signed. */
  'undo-dispatch': {
    no: 'T32',
    from: ['in-progress'],
    to: 'to-dispatch',
    event: 'dispatch.undone',
  },
  /** 收回: the centre takes the order back from all units. */
  recall: {
    no: 'T33',
    from: ['in-progress', 'in-dispute', 'need-info', 'suspended', 'parked'],
    to: 'to-dispatch',
    event: 'dispatch.recalled',
  },
  /** 争议: the lead asked to return it. It stays the lead, and speaks with the citizen, until somebody has ruled. */
  'open-dispute': { no: 'T35', from: ['in-progress'], to: 'in-dispute', event: 'disputes.opened' },
  'end-dispute': { no: 'T36', from: ['in-dispute'], to: 'in-progress', event: 'disputes.ended' },
  /** 挂起: the clocks stand still while a requester, a court or a test is waited for. */
  suspend: { no: 'T37', from: ['in-progress'], to: 'suspended', event: 'deferrals.suspended' },
  resume: { no: 'T38', from: ['suspended'], to: 'in-progress', event: 'deferrals.resumed' },
  /** T21 挂账: right, and not to be solved now; the clock of the ledger begins. */
  park: { no: 'T21', from: ['in-progress'], to: 'parked', event: 'deferrals.parked' },
  /** T23 并单: handled with another order, whose clock is its own from now on. */
  merge: { no: 'T23', from: ['to-dispatch', 'in-progress'], to: 'merged', event: 'merging.merged' },
  /** 拆出: back to the dispatch desk, or to the units it lay with. */
  unmerge: { no: 'T51', from: ['merged'], to: 'to-dispatch', event: 'merging.unmerged' },
  'unmerge-to-unit': {
    no: 'T52',
    from: ['merged'],
    to: 'in-progress',
    event: 'merging.unmerged',
  },
  /** 一并答复: the answer to the other order answers this one too. */
  'answer-merged': { no: 'T53', from: ['merged'], to: 'call-back', event: 'merging.answered' },
  /** T14 补充信息. */
  'ask-info': { no: 'T14', from: ['in-progress'], to: 'need-info', event: 'handling.info-asked' },
  'give-info': { no: 'T34', from: ['need-info'], to: 'in-progress', event: 'handling.info-given' },
  /** T16 提交: the lead's answer is in. T22 销账 is the answer to a parked order, reviewed like any other. */
  'submit-reply': {
    no: 'T16',
    from: ['in-progress', 'parked'],
    to: 'reply-review',
    event: 'handling.submitted',
  },
  /** T17 审核退回. */
  'reject-reply': {
    no: 'T17',
    from: ['reply-review'],
    to: 'in-progress',
    event: 'handling.reply-rejected',
  },
  /** 销账未通过: it stands in the ledger as before. */
  'reject-clearing': {
    no: 'T39',
    from: ['reply-review'],
    to: 'parked',
    event: 'handling.clearing-rejected',
  },
  /** T18 汇总答复. */
  'approve-reply': {
    no: 'T18',
    from: ['reply-review'],
    to: 'call-back',
    event: 'handling.reply-approved',
  },
  /** T19 回访结案. */
  close: { no: 'T19', from: ['call-back'], to: 'closed', event: 'call-back.closed' },
  /** T20 重办: a new round. */
  redo: { no: 'T20', from: ['call-back'], to: 'in-progress', event: 'call-back.redone' },
  /** 虚假办结重办: what was found not to be done is done, also after the end, and however often it was redone. */
  'redo-false': {
    no: 'T50',
    from: ['call-back', 'closed'],
    to: 'in-progress',
    event: 'call-back.false-redone',
  },
  /** T26 撤回. */
  withdraw: {
    no: 'T26',
    from: [
      'to-accept',
      'to-dispatch',
      'in-progress',
      'in-dispute',
      'need-info',
      'suspended',
      'parked',
      'merged',
    ],
    to: 'withdrawn',
    event: 'intake.withdrawn',
  },
  /** T28 归档. */
  archive: {
    no: 'T28',
    from: ['closed', 'answered', 'disposed', 'transferred', 'withdrawn'],
    to: 'archived',
    event: 'orders.archived',
  },
} as const satisfies Record<string, OrderStepWords>;

export type OrderStep = keyof typeof orderSteps;

/** Where an order may begin, and the event that says so. */
export const orderBeginnings = {
  'to-accept': 'intake.received',
  'to-dispatch': 'intake.accepted',
  answered: 'intake.answered',
  disposed: 'intake.disposed',
  'in-transfer': 'intake.transferred',
  transferred: 'intake.transferred',
} as const satisfies Partial<Record<OrderStatus, EventType>>;

export type OrderBeginning = keyof typeof orderBeginnings;

/** Still somebody's duty. */
export const openStatuses = [
  'to-accept',
  'in-transfer',
  'to-dispatch',
  'in-progress',
  'in-dispute',
  'need-info',
  'suspended',
  'parked',
  'merged',
  'reply-review',
  'call-back',
] as const satisfies readonly OrderStatus[];

export const isOpen = (status: OrderStatus): boolean =>
  (openStatuses as readonly OrderStatus[]).includes(status);

/** Steps an order in this status may take. */
export function stepsFrom(status: OrderStatus): OrderStep[] {
  const names = Object.keys(orderSteps) as OrderStep[];
  return names.filter((name) => (orderSteps[name].from as readonly OrderStatus[]).includes(status));
}
