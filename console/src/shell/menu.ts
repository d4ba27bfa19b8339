import { type Desk, deskWords, homePage, type Permission, type Role } from '@minsheng/contract';
import type { Me } from './session.ts';
import { menuText } from './text.ts';

export interface MenuEntry {
  path: string;
  label: string;
  may: readonly Permission[];
  /** Desks whose counters stand beside the entry. */
  desks: readonly Desk[];
}

/** Only pages that work for the person are ever shown. */
const menuEntries: readonly MenuEntry[] = [
  {
    path: '/agent',
    label: menuText.agent,
    may: ['intake.receive'],
    desks: ['to-accept', 'to-check', 'in-transfer'],
  },
  { path: '/dispatch', label: menuText.dispatch, may: ['dispatch.send'], desks: ['to-dispatch'] },
  {
    path: '/disputes',
    label: menuText.disputes,
    may: deskWords['in-dispute'].may,
    desks: ['in-dispute'],
  },
  {
    path: '/deferrals',
    label: menuText.deferrals,
    may: ['deferrals.decide'],
    desks: ['ledger-late', 'report-late'],
  },
  {
    path: '/unit',
    label: menuText.unit,
    may: ['handling.work'],
    desks: ['unit-sent', 'unit-working', 'unit-sign-off', 'unit-to-name'],
  },
  { path: '/review', label: menuText.review, may: ['review.decide'], desks: ['reply-review'] },
  {
    path: '/call-back',
    label: menuText['call-back'],
    may: ['call-back.do'],
    desks: ['call-back', 'follow-up'],
  },
  {
    path: '/checks',
    label: menuText.checks,
    may: ['call-back.judge', 'call-back.judge-county', 'handling.sign-off'],
    desks: [],
  },
  { path: '/tasks', label: menuText.tasks, may: ['tasks.give', 'tasks.work'], desks: [] },
  { path: '/ledgers', label: menuText.ledgers, may: ['ledgers.lead', 'ledgers.work'], desks: [] },
  { path: '/clues', label: menuText.clues, may: ['clues.read', 'clues.handle'], desks: [] },
  {
    path: '/meetings',
    label: menuText.meetings,
    may: ['meetings.plan', 'meetings.attend'],
    desks: [],
  },
  { path: '/visits', label: menuText.visits, may: ['visits.ask', 'visits.do'], desks: [] },
  {
    path: '/supervision',
    label: menuText.supervision,
    may: ['supervision.read', 'handling.work'],
    desks: [],
  },
  {
    path: '/letters',
    label: menuText.letters,
    may: ['letters.write', 'letters.receive'],
    desks: [],
  },
  {
    path: '/conduct',
    label: menuText.conduct,
    may: ['conduct.approve', 'conduct.approve-long'],
    desks: [],
  },
  {
    path: '/linkage',
    label: menuText.linkage,
    may: ['intake.receive', 'dispatch.send', 'indicators.read'],
    desks: [],
  },
  { path: '/emergency', label: menuText.emergency, may: ['emergency.read'], desks: [] },
  {
    path: '/mechanisms',
    label: menuText.mechanisms,
    may: ['mechanisms.read', 'mechanisms.joint'],
    desks: [],
  },
  { path: '/today', label: menuText.today, may: ['today.read'], desks: [] },
  { path: '/scorecard', label: menuText.scorecard, may: ['indicators.read'], desks: [] },
  { path: '/warnings', label: menuText.warnings, may: ['warnings.read'], desks: [] },
  { path: '/seat', label: menuText.seat, may: ['campaigns.join'], desks: [] },
  { path: '/regulations', label: menuText.regulations, may: ['regulations.read'], desks: [] },
  {
    path: '/branches',
    label: menuText.branches,
    may: ['branches.keep', 'dispatch.govern'],
    desks: [],
  },
  { path: '/briefs', label: menuText.briefs, may: ['briefs.read'], desks: [] },
  { path: '/campaigns', label: menuText.campaigns, may: ['campaigns.read'], desks: [] },
  { path: '/media', label: menuText.media, may: ['media.read'], desks: [] },
  { path: '/nodes', label: menuText.nodes, may: ['nodes.read'], desks: [] },
  { path: '/foresight', label: menuText.foresight, may: ['foresight.read'], desks: [] },
  { path: '/problems', label: menuText.problems, may: ['problems.read'], desks: [] },
  {
    path: '/auto-dispatch',
    label: menuText['auto-dispatch'],
    may: ['auto-dispatch.read'],
    desks: [],
  },
  { path: '/releases', label: menuText.releases, may: ['release.read'], desks: [] },
  { path: '/sharing', label: menuText.sharing, may: ['sharing.read'], desks: [] },
  { path: '/exchange', label: menuText.exchange, may: ['exchange.read'], desks: [] },
  { path: '/models', label: menuText.models, may: ['learning.read'], desks: [] },
  { path: '/search', label: menuText.search, may: ['orders.search'], desks: [] },
  { path: '/knowledge', label: menuText.knowledge, may: ['knowledge.read'], desks: [] },
  { path: '/city', label: menuText.city, may: ['city.edit', 'dispatch.govern'], desks: [] },
  {
    path: '/accounts',
    label: menuText.accounts,
    may: ['accounts.manage', 'accounts.secure'],
    desks: [],
  },
  { path: '/audit', label: menuText.audit, may: ['audit.read'], desks: [] },
  { path: '/upkeep', label: menuText.upkeep, may: ['upkeep.read'], desks: [] },
  { path: '/retention', label: menuText.retention, may: ['retention.read'], desks: [] },
  { path: '/notices', label: menuText.notices, may: ['notices.read'], desks: [] },
  { path: '/twins', label: menuText.twins, may: ['twins.use'], desks: [] },
];

export function menuOf(me: Me): readonly MenuEntry[] {
  const { permissions } = me.account;
  // Whoever may name nobody is told that something waits, and counts it as no work of theirs.
  const counts = (desk: Desk) =>
    desk !== 'unit-to-name' || permissions.includes('handling.sign-off');
  return menuEntries
    .filter((entry) => entry.may.some((one) => permissions.includes(one)))
    .map((entry) => ({ ...entry, desks: entry.desks.filter(counts) }));
}

/** The page a person opens on: that of the first role whose page the menu holds. */
export function homeOf(me: Me): string | null {
  const open = menuOf(me).map((entry) => entry.path);
  const wished = me.account.roles.map((role: Role) => homePage[role]);
  return wished.find((path) => open.includes(path) || path === '/front-line') ?? open[0] ?? null;
}
