import { assignmentStateLabel, orderStatusLabel } from '../contract/src/index.ts';
import { assignmentSteps } from '../server/src/modules/dispatch/steps.ts';
import { orderBeginnings, orderSteps } from '../server/src/modules/orders/steps.ts';
import { type ModuleWords, modules, tiers } from '../server/src/modules.ts';
import { type DrawnMachine, stateDiagram, stepTable } from './step-drawing.ts';

export const architecturePage = 'docs/architecture.md';

const orderMachine: DrawnMachine = {
  beginnings: Object.entries(orderBeginnings).map(([to, event]) => ({ to, event })),
  steps: orderSteps,
  labels: orderStatusLabel,
};

const dutyMachine: DrawnMachine = {
  beginnings: [{ to: 'sent', event: 'dispatch.assigned' }],
  steps: assignmentSteps,
  labels: assignmentStateLabel,
};

/** Which module stands on which tier and whom it may enter beside it. */
function moduleTable(): string {
  const all: Readonly<Record<string, ModuleWords>> = modules;
  const rows = tiers.map((tier) => {
    const names = Object.entries(all)
      .filter(([, words]) => words.tier === tier)
      .map(([name, { beside }]) =>
        beside.length > 0 ? `\`${name}\` (beside it: ${beside.join(', ')})` : `\`${name}\``,
      );
    return `| ${tier} | ${names.join('; ') || 'none yet'} |`;
  });
  return ['| tier | modules |', '|---|---|', ...rows].join('\n');
}

const parts: Readonly<Record<string, () => string>> = {
  modules: moduleTable,
  order: () => `${stateDiagram(orderMachine)}\n\n${stepTable(orderMachine)}`,
  assignment: () => `${stateDiagram(dutyMachine)}\n\n${stepTable(dutyMachine)}`,
};

/** The page with every drawn part as the tables say now; what a person wrote around them stays. */
export function withDrawings(page: string): string {
  return Object.entries(parts).reduce((text, [name, draw]) => {
    const [before, rest] = text.split(begin(name));
    const after = rest?.split(end(name))[1];
    if (before === undefined || after === undefined) throw new Error(`No place for ${name}.`);
    return `${before}${begin(name)}\n\n${draw()}\n\n${end(name)}${after}`;
  }, page);
}

const begin = (name: string): string => `<!-- drawn: ${name} -->`;
const end = (name: string): string => `<!-- end: ${name} -->`;
