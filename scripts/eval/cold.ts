import type { CityPack } from '../../server/src/city/index.ts';
import {
  calibrationError,
  coldSamples,
  featuresOf,
  hitRate,
  type Judged,
  makesSense,
  probabilities,
  type Sample,
  trainBlend,
} from '../../server/src/modules/learning/index.ts';
import { readArguments } from './arguments.ts';
import { knownCities } from './known-cities.ts';
import { readRows } from './read-rows.ts';

/**
 * What a new city's matters are worth before anybody has decided anything: `--test F` with title, detail and label. With
 * `--decided F` so many rows of a file (`--count`) are learnt as if people had decided them.
 */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['test', 'decided', 'count'], marks: [] });
  const rows = messagesOf(given.path('test'));
  const decided =
    given.textOr('decided', '') === '' ? [] : spread(messagesOf(given.path('decided')));
  const taught = decided.slice(0, Number(given.textOr('count', '0')));
  // Of one file, what was not learnt is read.
  const isSame = given.textOr('decided', '') === given.textOr('test', '');
  const held = isSame ? decided.slice(taught.length) : rows;
  const cities = knownCities().map((pack) => {
    const judged = judge(pack, taught, held);
    return {
      city: pack.name,
      top1: hitRate(judged, 1),
      top3: hitRate(judged, 3),
      ece: calibrationError(judged),
      readable: judged.length,
    };
  });
  return { rows: held.length, decided: taught.length, cities };
}

interface Labelled {
  readonly message: { readonly title: string; readonly detail: string };
  readonly label: string;
}

const messagesOf = (path: string): Labelled[] =>
  readRows(path).map(({ title = '', detail = '', label = '' }) => ({
    message: { title, detail },
    label,
  }));

/** Files stand in the order of matters: every seventh row, then every seventh of what is left over, and so on. */
const spread = (rows: readonly Labelled[]): Labelled[] =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((first) => rows.filter((_, at) => at % 7 === first));

function judge(
  pack: CityPack,
  taught: readonly Labelled[],
  rows: readonly Labelled[],
): readonly Judged[] {
  const samples: Sample[] = [
    ...coldSamples(namesIn(pack)),
    ...taught.map(({ message, label }) => ({ features: featuresOf(message), label })),
  ];
  const blend = trainBlend(samples, {
    seed: 1,
    mostFeatures: 300_000,
    inOrder: false,
    progress: () => undefined,
  });
  return rows.flatMap(({ message, label }) =>
    makesSense(blend, message)
      ? [{ shares: probabilities(blend, featuresOf(message)), truth: blend.labels.indexOf(label) }]
      : [],
  );
}

/** As `matters` reads them from the database. */
export const namesIn = ({ matters, everydayWords, questions }: CityPack) =>
  matters.map(({ code, l1, l2, leaf }) => ({
    code,
    names: [leaf, l2, l1],
    everyday: everydayWords
      .filter(({ matter }) => matter === code)
      .flatMap(({ words, needs }) => [...words, ...needs.flat()]),
    questions: questions.filter(({ matter }) => matter === code).map(({ ask }) => ask),
  }));
