import { falseCompletion } from './false-completion.ts';
import { hamiRate } from './hami-rate.ts';
import { honestUnit } from './honest-unit.ts';
import { type Outcome, play, type Story } from './kit/story.ts';
import { manhole } from './manhole.ts';
import { parkEbikes } from './park-ebikes.ts';
import { pingPong } from './ping-pong.ts';
import { typhoonCalendar } from './typhoon-calendar.ts';

/** `npm run -s story -- NAME` or `all`. The last line is a count. */
const stories: readonly Story[] = [
  manhole,
  parkEbikes,
  pingPong,
  honestUnit,
  typhoonCalendar,
  falseCompletion,
  hamiRate,
];

const say = (line: string) => process.stdout.write(`${line}\n`);

const wanted = process.argv[2] ?? 'all';
const chosen = stories.filter(({ name }) => wanted === 'all' || name === wanted);
if (chosen.length === 0) {
  say(
    `No story is called ${wanted}. There are: all, ${stories.map(({ name }) => name).join(', ')}`,
  );
}

const total = { passed: 0, failed: chosen.length === 0 ? 1 : 0 };
for (const story of chosen) add(await play(story, say));
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function add({ passed, failed }: Outcome): void {
  total.passed += passed;
  total.failed += failed;
}
