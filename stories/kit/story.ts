import { type Checks, checksOn } from './checks.ts';
import { type StoryClock, storyClock } from './clock.ts';
import { type Person, signIn, visitor } from './person.ts';
import { isFault, type Server, startServer } from './server.ts';

/** A case told by a city, played through the public interface on a virtual clock. */
export interface Story {
  readonly name: string;
  readonly title: string;
  readonly city: string;
  readonly startsAt: string;
  tell(stage: Stage): Promise<void>;
}

export interface Stage {
  readonly server: Server;
  readonly clock: StoryClock;
  readonly checks: Checks;
  readonly citizen: Person;
  readonly seed: number;
  /** 全量: asked with `--full`; otherwise a story that can be shorter is. */
  readonly isFull: boolean;
  /** Signs in once per login. */
  person(login: string): Promise<Person>;
}

type Playing = Pick<Stage, 'seed' | 'isFull'>;

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** What holds does not hang on the minute: the first seed begins when the story says, each other up to an hour later. */
function beginning({ startsAt }: Story, seed: number): string {
  const later = ((seed - 1) * 17) % 60;
  return new Date(Date.parse(startsAt) + later * 60_000).toISOString();
}

/** Plays one story on a server of its own; whatever goes wrong on the way is a fact that does not hold. */
export async function play(
  story: Story,
  { seed, isFull }: Playing,
  say: (line: string) => void,
): Promise<Outcome> {
  const checks = checksOn(say);
  const from = performance.now();
  const clockStart = beginning(story, seed);
  say(`${story.name}: ${story.title}, seed ${seed}, from ${clockStart}`);
  try {
    const server = await startServer({
      city: story.city,
      clockStart,
      onLine: (line) => isFault(line) && say(`      ${line}`),
    });
    say(`  ${server.url}, ready after ${seconds(from)} s`);
    try {
      await story.tell(stageOn(server, { checks, seed, isFull }));
    } finally {
      await server.stop();
    }
  } catch (error) {
    checks.that(`the story is told to its end`, false, error);
  }
  say(`  ${story.name}: ${checks.passed} passed, ${checks.failed} failed, ${seconds(from)} s\n`);
  return { passed: checks.passed, failed: checks.failed };
}

function stageOn(server: Server, known: Pick<Stage, 'checks' | 'seed' | 'isFull'>): Stage {
  const signedIn = new Map<string, Promise<Person>>();
  return {
    ...known,
    server,
    clock: storyClock(server.url),
    citizen: visitor(server.url),
    person: (login) => {
      const known = signedIn.get(login) ?? signIn(server, login);
      signedIn.set(login, known);
      return known;
    },
  };
}

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
