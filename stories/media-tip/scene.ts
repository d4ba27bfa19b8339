import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Stage {
  readonly editor: Person;
  readonly second: Person;
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly reviewer: Person;
  readonly caller: Person;
  readonly director: Person;
  readonly admin: Person;
  /** Who told, and a second viewer; every name, number and home used here. */
  readonly viewer: Viewer;
  readonly other: Viewer;
}

export interface Viewer {
  readonly name: string;
  readonly phone: string;
  readonly home: string;
}

export const road = '示例友谊路';

const viewerOf = (seed: string, home: string): Viewer => {
  const { name, phone } = inventedPerson(`story-media-${seed}`);
  return { name, phone, home };
};

export async function sceneOf(stage: Stage): Promise<Scene> {
  const logins = ['media-editor', 'media-desk', 'agent', 'dispatcher', 'reviewer'] as const;
  const [editor, second, agent, dispatcher, reviewer] = await Promise.all(logins.map(stage.person));
  const [caller, director, admin] = await Promise.all(
    ['call-back', 'director', 'admin'].map(stage.person),
  );
  if (!editor || !second || !agent || !dispatcher || !reviewer || !caller || !director || !admin)
    throw new Error('Somebody of the centre is missing.');
  const people = { editor, second, agent, dispatcher, reviewer, caller, director, admin };
  const viewer = viewerOf('first', '示例花园3号楼2单元501室');
  const other = viewerOf('second', '样例小区7栋1单元302室');
  return { ...stage, ...people, viewer, other };
}

/** As viewers write: with everything in it that leads to them. */
export const commentOf = ({ name, phone, home }: Viewer): string =>
  `我叫${name},家住${home},${road}的路灯一整条街都不亮,晚上老人不敢出门,有结果请打${phone}。`;

/** What anybody gets: the list, the piece, both feeds, as text. */
export async function publicTexts({ server }: Scene, no: number): Promise<Map<string, string>> {
  const paths = ['', `/${no}`, '/rss.xml', '/feed.json'].map((path) => `/api/public/media${path}`);
  const texts = await Promise.all(
    paths.map(async (path) => (await fetch(`${server.url}${path}`)).text()),
  );
  return new Map(paths.map((path, at) => [path, texts[at] ?? '']));
}

/** 谁也认不出: no name, number or home of anybody in what is public; the words themselves must be there. */
export async function checkNobody(scene: Scene, no: number, words: string): Promise<void> {
  const { checks, viewer, other } = scene;
  const texts = await publicTexts(scene, no);
  const personal = [viewer, other].flatMap(({ name, phone, home }) => [name, phone, home]);
  const found = [...texts].flatMap(([path, text]) =>
    personal.filter((one) => text.includes(one)).map((one) => `${path}: ${one}`),
  );
  checks.same('no name, number or home on the page or in the feeds', found, []);
  const without = [...texts].filter(
    ([path, text]) => !/media$/.test(path) && !text.includes(words),
  );
  checks.same(
    'what is public is there on the page and in both feeds',
    without.map(([path]) => path),
    [],
  );
}
