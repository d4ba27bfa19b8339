/**
 * The modules, from the ground up, and who may enter whom: a module uses the tiers below its own, and beside
 * it only those it names. News travels upward as events, never as imports. Read by the fence test and the docs.
 */
export const tiers = ['ground', 'spine', 'stages', 'above', 'windows'] as const;
export type Tier = (typeof tiers)[number];

export interface ModuleWords {
  readonly tier: Tier;
  /** Modules of the same tier it may enter. */
  readonly beside: readonly string[];
}

export const modules = {
  organisation: { tier: 'ground', beside: [] },
  calendar: { tier: 'ground', beside: ['organisation', 'identity'] },
  identity: { tier: 'ground', beside: ['organisation'] },
  directory: { tier: 'ground', beside: ['identity', 'organisation'] },
  matters: { tier: 'ground', beside: ['organisation', 'text'] },
  text: { tier: 'ground', beside: [] },
  mentions: { tier: 'ground', beside: ['organisation', 'text'] },
  redaction: { tier: 'ground', beside: ['organisation', 'text', 'mentions', 'requesters'] },
  requesters: { tier: 'ground', beside: [] },
  files: { tier: 'ground', beside: [] },
  knowledge: { tier: 'ground', beside: ['organisation', 'matters', 'text'] },
  notices: { tier: 'ground', beside: ['identity', 'organisation', 'requesters'] },
  waits: {
    tier: 'ground',
    beside: ['calendar', 'identity', 'matters', 'notices', 'organisation'],
  },
  upkeep: { tier: 'ground', beside: ['identity', 'waits'] },

  orders: { tier: 'spine', beside: [] },
  issues: { tier: 'spine', beside: ['orders'] },
  mechanisms: { tier: 'spine', beside: ['orders'] },
  learning: { tier: 'spine', beside: ['orders'] },
  danger: { tier: 'spine', beside: ['orders', 'learning'] },

  letters: { tier: 'stages', beside: [] },
  tasks: { tier: 'stages', beside: ['dispatch'] },
  meetings: { tier: 'stages', beside: ['letters', 'tasks'] },
  telephony: { tier: 'stages', beside: [] },
  dispatch: { tier: 'stages', beside: [] },
  guidance: { tier: 'stages', beside: [] },
  intake: {
    tier: 'stages',
    beside: ['guidance', 'telephony', 'dispatch', 'handling', 'call-back', 'supervision'],
  },
  disputes: { tier: 'stages', beside: ['dispatch', 'meetings'] },
  deferrals: { tier: 'stages', beside: ['dispatch'] },
  merging: { tier: 'stages', beside: ['dispatch'] },
  handling: { tier: 'stages', beside: ['dispatch', 'disputes', 'deferrals', 'merging'] },
  'call-back': { tier: 'stages', beside: ['dispatch', 'handling'] },
  visits: { tier: 'stages', beside: ['dispatch', 'call-back'] },
  supervision: { tier: 'stages', beside: ['dispatch', 'letters', 'tasks', 'visits'] },

  warnings: { tier: 'above', beside: [] },
  'auto-dispatch': { tier: 'above', beside: [] },
  conduct: { tier: 'above', beside: [] },
  handouts: { tier: 'above', beside: [] },
  branches: { tier: 'above', beside: [] },
  exchange: { tier: 'above', beside: [] },
  linkage: { tier: 'above', beside: ['exchange'] },
  nets: { tier: 'above', beside: ['exchange'] },

  desk: { tier: 'windows', beside: ['retention'] },
  insight: { tier: 'windows', beside: ['desk'] },
  release: { tier: 'windows', beside: ['desk'] },
  problems: { tier: 'windows', beside: ['desk'] },
  campaigns: { tier: 'windows', beside: ['desk', 'problems', 'indicators'] },
  regulations: { tier: 'windows', beside: [] },
  briefs: { tier: 'windows', beside: ['campaigns', 'indicators'] },
  media: { tier: 'windows', beside: ['campaigns', 'retention'] },
  emergency: { tier: 'windows', beside: [] },
  foresight: { tier: 'windows', beside: ['desk', 'emergency'] },
  nodes: { tier: 'windows', beside: ['desk'] },
  ledgers: { tier: 'windows', beside: ['desk'] },
  clues: { tier: 'windows', beside: ['ledgers'] },
  open311: { tier: 'windows', beside: [] },
  'open-api': { tier: 'windows', beside: ['desk'] },
  'data-sharing': { tier: 'windows', beside: ['open-api'] },
  indicators: { tier: 'windows', beside: ['desk'] },
  audit: { tier: 'windows', beside: [] },
  retention: { tier: 'windows', beside: [] },
} as const satisfies Record<string, ModuleWords>;

export type ModuleName = keyof typeof modules;

/** May a file of one module import another module's door? */
export function mayEnter(from: ModuleName, to: ModuleName): boolean {
  const own: ModuleWords = modules[from];
  return tiers.indexOf(modules[to].tier) < tiers.indexOf(own.tier) || own.beside.includes(to);
}
