import type { CityPack } from '../../server/src/city/index.ts';
import type { Message } from '../../server/src/modules/issues/index.ts';
import {
  type Blend,
  coldSamples,
  featuresOf,
  probabilities,
  trainBlend,
} from '../../server/src/modules/learning/index.ts';
import { findPlaces, type Gazetteer } from '../../server/src/modules/mentions/index.ts';
import type { Telling } from '../../server/src/modules/orders/index.ts';
import { namesIn } from './cold.ts';
import { readRows } from './read-rows.ts';

/** What tells the matter of a text: the city's own words, and rows that somebody has labelled. */
export function matterReader(pack: CityPack, decided: string | null): Blend {
  const rows = decided === null ? [] : readRows(decided);
  const samples = rows.map(({ title = '', detail = '', label = '' }) => ({
    features: featuresOf({ title, detail }),
    label,
  }));
  return trainBlend([...coldSamples(namesIn(pack)), ...samples], {
    seed: 1,
    mostFeatures: 300_000,
    inOrder: false,
    progress: () => undefined,
  });
}

/**
 * A message as an order whose form nobody filled in: matter and place are what the machine reads, so that a figure is
 * rather too low for a city whose agents choose both.
 */
export function asOrder(
  { id, title, detail, at }: Message,
  { blend, gazetteer, city }: { blend: Blend; gazetteer: Gazetteer; city: string },
): Telling {
  const shares = probabilities(blend, featuresOf({ title, detail }));
  let best = 0;
  shares.forEach((share, no) => {
    if (share > (shares[best] ?? 0)) best = no;
  });
  const area = findPlaces(`${title}。${detail}`, gazetteer).best.areaCode ?? city;
  return {
    id,
    issueId: id,
    status: 'in-progress',
    secrecy: 0,
    title: title || detail.slice(0, 24),
    content: detail,
    address: '',
    subjectName: '',
    matterCode: blend.labels[best] ?? '',
    areaCode: area.padEnd(12, '0'),
    lng: null,
    lat: null,
    at: at ?? new Date(0),
    closedAt: null,
    repeatOf: null,
  };
}
