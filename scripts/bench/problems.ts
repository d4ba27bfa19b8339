import { problemThread } from '../../server/src/modules/issues/index.ts';
import { knownCities } from '../eval/known-cities.ts';
import { tellAgain } from './told-again.ts';

interface Grouped {
  messages: number;
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  groups: number;
  grouped: number;
}

const days = 90;
const dayMs = 86_400_000;
/** So many tell of one lane: of a few things many, of most nobody else. */
const mostAlike = 24;
const atOnce = 500;

/** What a run of `problems` costs: the program's own thread, on appeals that are told again. */
export async function benchProblems(
  { rows }: { readonly rows: number },
  say: (line: string) => void,
): Promise<Grouped> {
  const places = { areas: areasOf('zhangzhou'), aliases: [], learnt: [] };
  const messages = messagesOf(rows);
  const thread = problemThread();
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  try {
    for (let at = 0; at < messages.length; at += atOnce)
      await thread.add(messages.slice(at, at + atOnce));
    const found = await thread.find(places, (done) => say(`  ${Math.round(100 * done)} %`));
    const { user, system } = process.cpuUsage(cpu);
    return {
      messages: rows,
      seconds: round((performance.now() - begun) / 1000),
      cpuSeconds: round((user + system) / 1_000_000),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      groups: found.length,
      grouped: found.reduce((sum, { ids }) => sum + ids.length, 0),
    };
  } finally {
    await thread.stop();
  }
}

function areasOf(city: string) {
  const pack = knownCities().find(({ name }) => name === city);
  return (pack?.areas ?? []).map((area) => ({ ...area, parent: area.parent || null }));
}

function messagesOf(rows: number) {
  const toldIn = tellAgain();
  const first = Date.UTC(2026, 0, 1);
  let [thing, left] = [0, 0];
  let place = '';
  return Array.from({ length: rows }, (_, no) => {
    const isNew = left === 0;
    if (isNew) {
      thing += 1;
      left = 1 + Math.floor(mostAlike * Math.random() ** 4);
    }
    left -= 1;
    const told = toldIn(thing);
    place = isNew ? told.place : place;
    return {
      id: `m${no}`,
      person: `p${no}`,
      title: '',
      detail: told.content.replace(told.place, place),
      at: new Date(first + Math.floor(days * Math.random()) * dayMs),
      matter: told.matterCode,
      area: null,
    };
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
