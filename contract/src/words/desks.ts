import type { Permission, Role } from './roles.ts';

/** Desks (工作台): one list each, with a counter that is kept by the transitions. */
export const desks = [
  'to-accept',
  'to-check',
  'in-transfer',
  'to-dispatch',
  'in-progress',
  'in-dispute',
  'need-info',
  'parked',
  'ledger-late',
  'report-late',
  'merged',
  'reply-review',
  'call-back',
  'follow-up',
  'unit-to-name',
  'unit-sent',
  'unit-working',
  'unit-sign-off',
  'unit-parked',
  'unit-submitted',
] as const;
export type Desk = (typeof desks)[number];

export interface DeskWords {
  label: string;
  /** Who sees it: any of these permissions. */
  may: readonly Permission[];
  /** `orders`: centre lists; `assignments`: lists of one unit's subtree; `to-name`: duties of it that nobody may read yet. */
  of: 'orders' | 'assignments' | 'to-name';
}

export const deskWords: Record<Desk, DeskWords> = {
  'to-accept': { label: '待受理', may: ['intake.receive'], of: 'orders' },
  'to-check': { label: '规则受理待核', may: ['intake.receive'], of: 'orders' },
  'in-transfer': { label: '转接待反馈', may: ['intake.receive'], of: 'orders' },
  'to-dispatch': { label: '待派单', may: ['dispatch.send'], of: 'orders' },
  'in-progress': { label: '办理中', may: ['dispatch.send'], of: 'orders' },
  'in-dispute': {
    label: '退单待裁定',
    may: ['dispatch.send', 'review.decide', 'disputes.conference'],
    of: 'orders',
  },
  'need-info': { label: '待补充', may: ['intake.receive', 'dispatch.send'], of: 'orders' },
  parked: { label: '挂账', may: ['deferrals.decide'], of: 'orders' },
  'ledger-late': { label: '挂账逾期未复核', may: ['deferrals.decide'], of: 'orders' },
  'report-late': { label: '阶段报告逾期', may: ['deferrals.decide'], of: 'orders' },
  merged: { label: '一并办理', may: ['dispatch.send'], of: 'orders' },
  'reply-review': { label: '待审核', may: ['review.decide'], of: 'orders' },
  'call-back': { label: '待回访', may: ['call-back.do'], of: 'orders' },
  'follow-up': { label: '到期复查', may: ['call-back.do'], of: 'orders' },
  'unit-to-name': { label: '待指定专人', may: ['handling.work'], of: 'to-name' },
  'unit-sent': { label: '待签收', may: ['handling.work'], of: 'assignments' },
  'unit-working': { label: '办理中', may: ['handling.work'], of: 'assignments' },
  'unit-sign-off': { label: '待签批', may: ['handling.sign-off'], of: 'assignments' },
  'unit-parked': { label: '挂账', may: ['handling.work'], of: 'assignments' },
  'unit-submitted': { label: '已提交', may: ['handling.work'], of: 'assignments' },
};

/** The page a role opens on. */
export const homePage: Record<Role, string> = {
  agent: '/agent',
  'shift-lead': '/agent',
  dispatcher: '/dispatch',
  reviewer: '/review',
  'call-back-agent': '/call-back',
  supervisor: '/supervision',
  analyst: '/warnings',
  director: '/today',
  'media-editor': '/media',
  'county-dispatcher': '/unit',
  liaison: '/unit',
  handler: '/unit',
  'unit-leader': '/unit',
  'township-operator': '/unit',
  'village-worker': '/front-line',
  'police-operator': '/unit',
  admin: '/city',
  'security-admin': '/accounts',
  auditor: '/audit',
  machine: '/knowledge',
};
