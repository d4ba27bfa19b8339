/** One row of a transition table: where a step begins, where it ends, what it tells. */
export interface DrawnStep {
  readonly from: readonly string[];
  readonly to: string;
  readonly event: string;
}

export interface DrawnMachine {
  readonly beginnings: readonly { readonly to: string; readonly event: string }[];
  readonly steps: Readonly<Record<string, DrawnStep>>;
  /** What staff read, by code. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A Mermaid state diagram: one arrow per pair of states, its step names on it. */
export function stateDiagram({ beginnings, steps, labels }: DrawnMachine): string {
  const arrows = [
    ...beginnings.map(({ to, event }) => `[*] --> ${idOf(to)} : ${event}`),
    ...namesByPair(steps).map(([from, to, names]) => `${idOf(from)} --> ${idOf(to)} : ${names}`),
    ...finalStates(steps, labels).map((state) => `${idOf(state)} --> [*]`),
  ];
  const states = Object.entries(labels).map(
    ([code, label]) => `state "${label} ${code}" as ${idOf(code)}`,
  );
  const lines = [...states, ...arrows].map((line) => `  ${line}`);
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}

/** The same as a table, for whoever greps and for readers without pictures. */
export function stepTable({ steps }: DrawnMachine): string {
  const rows = Object.entries(steps).map(
    ([name, { from, to, event }]) =>
      `| \`${name}\` | ${from.map(inCode).join(' ')} | ${inCode(to)} | ${inCode(event)} |`,
  );
  return ['| step | from | to | tells |', '|---|---|---|---|', ...rows].join('\n');
}

const inCode = (word: string): string => `\`${word}\``;

// Mermaid reads a hyphen in a name as the beginning of an arrow.
const idOf = (code: string): string => code.replaceAll('-', '_');

function namesByPair(steps: DrawnMachine['steps']): [from: string, to: string, names: string][] {
  const pairs = new Map<string, [from: string, to: string, names: string]>();
  for (const [name, { from, to }] of Object.entries(steps)) {
    for (const state of from) {
      const known = pairs.get(`${state} ${to}`);
      pairs.set(`${state} ${to}`, [state, to, known ? `${known[2]} / ${name}` : name]);
    }
  }
  return [...pairs.values()];
}

function finalStates(steps: DrawnMachine['steps'], labels: DrawnMachine['labels']): string[] {
  const left = new Set(Object.values(steps).flatMap(({ from }) => from));
  return Object.keys(labels).filter((state) => !left.has(state));
}
