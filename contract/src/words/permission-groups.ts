import type { Permission } from './permissions.ts';

/** What several roles may do alike. */
export const unitWork = [
  'orders.read',
  'orders.search',
  'orders.read-people',
  'handling.work',
  'letters.receive',
  'visits.do',
  'tasks.work',
  'meetings.attend',
  'ledgers.work',
  'campaigns.join',
  'mechanisms.joint',
] as const;

/** 公文、核查、任务、会议: what the centre asks of units in due form. */
export const sharedNouns = [
  'letters.write',
  'visits.ask',
  'visits.do',
  'tasks.give',
  'meetings.plan',
  'ledgers.lead',
] as const;

/** 未诉先办: entering what no feed gives, and working ahead. */
export const lookAhead = [
  'foresight.read',
  'foresight.work',
] as const satisfies readonly Permission[];
