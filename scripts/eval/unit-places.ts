import type { CityPack } from '../../server/src/city/index.ts';
import { suggestUnit } from '../../server/src/modules/dispatch/index.ts';
import {
  featuresOf,
  learn,
  messageOf,
  probabilities,
  roleOf,
  type Sample,
  trainBlend,
  unitsHere,
} from '../../server/src/modules/learning/index.ts';
import { areaSaid } from './area-said.ts';
import { readArguments } from './arguments.ts';
import { gazetteerOfCities, knownCities } from './known-cities.ts';
import { readRows } from './read-rows.ts';

// npm run -s eval -- unit-places --train F --test F [--online]: rows with city, area, label (a matter) and no unit. The unit is
// the one the catalogue names at noon of an ordinary day, so the figure says how learnt units carry over from place to place,
// not how well people's own choices are learnt. `cold`: units no row of the training went to.

export async function evaluate(args: readonly string[]): Promise<Record<string, unknown>> {
  const given = readArguments(args, { values: ['train', 'test'], marks: ['online'] });
  const readers = new Map(knownCities().map((pack) => [pack.name, readerOf(pack)]));
  const [train, test] = ['train', 'test'].map((name) =>
    readRows(given.path(name)).flatMap((row) => readers.get(row.city ?? '')?.(row) ?? []),
  );
  const met = new Set(train?.map(({ unit }) => unit));
  const figures = (byRole: boolean) => {
    const said = judge(train ?? [], test ?? [], { byRole, online: given.has('online') });
    return { all: figuresOf(said), cold: figuresOf(said.filter(({ unit }) => !met.has(unit))) };
  };
  return { byCode: figures(false), byRole: figures(true) };
}

interface Sent {
  readonly unit: string;
  readonly areaCode: string;
  readonly features: Sample['features'];
}

function readerOf(pack: CityPack): (row: Readonly<Record<string, string>>) => Sent[] {
  const gazetteer = gazetteerOfCities([pack]);
  const cityCode = (pack.facts?.code ?? '').padEnd(12, '0');
  return ({ title = '', detail = '', label = '', area = '', at = '' }) => {
    const areaCode = area === '' ? cityCode : (areaSaid(gazetteer, area) ?? cityCode);
    const asked = { matterCode: label, areaCode, on: at.slice(0, 10) };
    const { ranked } = suggestUnit({ ...asked, isNight: false, isExamDay: false }, pack.catalogue);
    const unit = ranked[0]?.lead;
    const appeal = { title, content: detail, matterCode: label, areaCode };
    return unit ? [{ unit, areaCode, features: featuresOf(messageOf('unit', appeal)) }] : [];
  };
}

interface Wishes {
  /** Learnt as the product does; else by the code of the unit. */
  readonly byRole: boolean;
  readonly online: boolean;
}

interface Said {
  readonly unit: string;
  /** The likeliest first. */
  readonly units: readonly { readonly label: string; readonly probability: number }[];
}

function judge(train: readonly Sent[], test: readonly Sent[], { byRole, online }: Wishes): Said[] {
  const sampleOf = ({ unit, areaCode, features }: Sent): Sample => ({
    features,
    label: byRole ? roleOf(unit, areaCode) : unit,
  });
  const blend = trainBlend(train.map(sampleOf), {
    seed: 1,
    mostFeatures: 300_000,
    inOrder: false,
    progress: () => undefined,
  });
  return test.map((sent) => {
    const shares = probabilities(blend, sent.features);
    const readings = blend.labels.map((label, at) => ({ label, probability: shares[at] ?? 0 }));
    if (online) learn(blend, sampleOf(sent));
    return { unit: sent.unit, units: unitsHere(readings, sent.areaCode) };
  });
}

const bins = 15;

function figuresOf(said: readonly Said[]) {
  const off = new Float64Array(bins);
  let first = 0;
  let amongThree = 0;
  for (const { unit, units } of said) {
    const place = units.findIndex(({ label }) => label === unit);
    const sure = units[0]?.probability ?? 0;
    const bin = Math.min(bins - 1, Math.floor(sure * bins));
    off[bin] = (off[bin] ?? 0) + sure - (place === 0 ? 1 : 0);
    if (place === 0) first += 1;
    if (place >= 0 && place < 3) amongThree += 1;
  }
  const share = (part: number) => Math.round((part / Math.max(1, said.length)) * 1000) / 1000;
  const ece = share(off.reduce((sum, distance) => sum + Math.abs(distance), 0));
  return { rows: said.length, top1: share(first), top3: share(amongThree), ece };
}
