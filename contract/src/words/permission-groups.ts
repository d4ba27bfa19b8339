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

/** 违规线索: marked, led and signed at the centre; looked into by the units they are handed to. */
export const clueLead = ['clues.mark', 'clues.read', 'clues.lead'] as const;
export const clueSigner = ['clues.read', 'clues.sign'] as const;
export const clueUnit = ['clues.mark', 'clues.handle'] as const;
export const clueShiftLead = ['clues.mark', 'clues.read', 'clues.sign'] as const;
export const clueAuditor = ['clues.read', 'clues.audit'] as const;
export const clueDirector = [...clueLead, 'clues.sign', 'clues.audit'] as const;

/** 专报和法规: what is reported upwards, and what rules rest on. */
export const reportsUp = [
  'regulations.read',
  'briefs.read',
  'briefs.write',
] as const satisfies readonly Permission[];

/** 中心主任: sees the whole and the secret, and decides where others ask. */
export const directorWork = [
  'foresight.approve',
  ...lookAhead,
  'media.read',
  'media.release',
  'media.days',
  ...clueDirector,
  'campaigns.sign',
  ...reportsUp,
  'regulations.work',
  'briefs.sign',
  'campaigns.read',
  'campaigns.work',
  'campaigns.lead',
  'nodes.read',
  'nodes.work',
  'mechanisms.read',
  'mechanisms.rule',
  'sharing.read',
  'sharing.approve',
  'emergency.read',
  'emergency.lead',
  'supervision.read',
  'supervision.urge',
  'supervision.write',
  'supervision.lead',
  ...sharedNouns,
  'orders.read',
  'orders.search',
  'orders.read-secret',
  'orders.export',
  'today.read',
  'guidance.check',
  'conduct.approve',
  'conduct.approve-long',
  'dispatch.govern',
  'deferrals.decide',
  'deferrals.park',
  'disputes.conference',
  'call-back.judge',
  'call-back.judge-last',
  'issues.link',
  'knowledge.read',
  'warnings.read',
  'warnings.settle',
  'problems.read',
  'problems.settle',
  'indicators.read',
  'indicators.govern',
  'auto-dispatch.read',
  'auto-dispatch.stop',
  'auto-dispatch.start',
  'release.read',
  'release.ask',
  'release.check',
  'release.supervise',
  'learning.read',
  'learning.govern',
  'letters.approve',
  'meetings.sign',
  'tasks.govern',
  'exchange.read',
  'exchange.settle',
  'notices.read',
  'notices.settle',
  'retention.read',
  'retention.hold',
  'retention.sign',
] as const satisfies readonly Permission[];
