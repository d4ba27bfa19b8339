import { UsageError } from './eval/arguments.ts';

// npm run -s eval -- KIND --input F …: what the reading machine is worth, measured with the code that serves the
// product. Progress goes to stderr, one JSON line comes last on stdout. Files are the caller's and stay outside.

type Evaluate = (args: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;

const kinds: Readonly<Record<string, () => Promise<{ evaluate: Evaluate }>>> = {
  addresses: () => import('./eval/addresses.ts'),
  cold: () => import('./eval/cold.ts'),
  bursts: () => import('./eval/bursts.ts'),
  classes: () => import('./eval/classes.ts'),
  forecast: () => import('./eval/forecast.ts'),
  foresight: () => import('./eval/foresight.ts'),
  places: () => import('./eval/places.ts'),
  'fit-pairs': () => import('./eval/fit-pairs.ts'),
  problems: () => import('./eval/problems.ts'),
  redact: () => import('./eval/redact.ts'),
  'unit-places': () => import('./eval/unit-places.ts'),
  'same-thing': () => import('./eval/same-thing.ts'),
  units: () => import('./eval/units.ts'),
  urgency: () => import('./eval/urgency.ts'),
};

const [kind, ...args] = process.argv.slice(2);
const load = kinds[kind ?? ''];
if (load === undefined) {
  process.stderr.write(`usage: npm run -s eval -- ${Object.keys(kinds).join('|')} …\n`);
  process.exit(2);
}
try {
  const { evaluate } = await load();
  process.stdout.write(`${JSON.stringify(await evaluate(args))}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
