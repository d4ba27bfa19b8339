import { parseArgs } from 'node:util';
import { chickenFarm } from './chicken-farm.ts';
import { examNoise } from './exam-noise.ts';
import { falseCompletion } from './false-completion.ts';
import { hamiRate } from './hami-rate.ts';
import { honestUnit } from './honest-unit.ts';
import { inLanes } from './kit/lanes.ts';
import { type Outcome, play, type Story } from './kit/story.ts';
import { linkOutage } from './link-outage.ts';
import { manhole } from './manhole.ts';
import { mediaTip } from './media-tip.ts';
import { oldTown } from './old-town.ts';
import { parkEbikes } from './park-ebikes.ts';
import { pigeonLoft } from './pigeon-loft.ts';
import { pingPong } from './ping-pong.ts';
import { sightseeingCarts } from './sightseeing-carts.ts';
import { twoNets } from './two-nets.ts';
import { typhoonCalendar } from './typhoon-calendar.ts';
import { typhoonNight } from './typhoon-night.ts';
import { unpaidWages } from './unpaid-wages.ts';

/**
 * The longest first. `npm run -s story -- NAME` or `all`, `--seeds N`: each N times, begun at another minute each time, from
 * `--first` on; `--full`: in full size. The last line is a count.
 */
const stories: readonly Story[] = [
  chickenFarm,
  typhoonCalendar,
  typhoonNight,
  sightseeingCarts,
  manhole,
  linkOutage,
  parkEbikes,
  pingPong,
  pigeonLoft,
  honestUnit,
  falseCompletion,
  hamiRate,
  twoNets,
  examNoise,
  unpaidWages,
  mediaTip,
  oldTown,
];

const say = (line: string) => process.stdout.write(`${line}\n`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1' },
    first: { type: 'string', default: '1' },
    /** As large as its rule says; without it, as large as every change has time for. */
    full: { type: 'boolean', default: false },
  },
});
const [wanted = 'all'] = positionals;
const [seeds, first] = [Number(values.seeds), Number(values.first)];
const chosen = stories.filter(({ name }) => wanted === 'all' || name === wanted);
const isAskedRight =
  chosen.length > 0 && [seeds, first].every((no) => Number.isInteger(no) && no >= 1);
if (!isAskedRight) {
  const names = ['all', ...stories.map(({ name }) => name)].join('|');
  process.stderr.write(`usage: npm run -s story -- ${names} [--seeds 1] [--first 1] [--full]\n`);
}

const total = { passed: 0, failed: isAskedRight ? 0 : 1 };
await inLanes(
  isAskedRight ? chosen.flatMap(seedsOf) : [],
  {
    open: async () => null,
    close: async () => undefined,
    go: async ({ story, seed }, _, tell) =>
      add(await play(story, { seed, isFull: values.full }, tell)),
  },
  say,
);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function seedsOf(story: Story): { story: Story; seed: number }[] {
  return Array.from({ length: seeds }, (_, at) => ({ story, seed: first + at }));
}

function add({ passed, failed }: Outcome): void {
  total.passed += passed;
  total.failed += failed;
}
