import { chanceOf } from './chance.ts';
import { height, type Painter, sceneOf, scenes, width } from './photo-scenes.ts';
import { pngOf } from './png.ts';

export type Shown = 'before' | 'after' | 'paper';

export interface Photo {
  seed: string;
  /** What it is about: a photo of a lamp for a lamp, of a ditch for a ditch. */
  matter: string;
  shown: Shown;
}

const kept = new Map<string, Buffer>();

/** How many different views of a scene there are: each is drawn once. */
const views = 6;

/** 示意照片, drawn, so that nobody's picture is in the demo: what the matter is about, the same put right, or a written sheet. */
export function drawnPhoto({ seed, matter, shown }: Photo): Buffer {
  const view = chanceOf(seed).between(1, views);
  const scene = sceneOf(matter);
  const name = shown === 'paper' ? `paper ${view}` : `${scene} ${shown} ${view}`;
  const known = kept.get(name);
  if (known) return known;
  const painter =
    shown === 'paper'
      ? paper(view)
      : scenes[scene](chanceOf(`${scene} ${view}`), shown === 'before');
  const drawn = pngOf(width, height, painter);
  kept.set(name, drawn);
  return drawn;
}

/** Lines of writing too small to read: a record, as far as the eye is concerned. */
function paper(view: number): Painter {
  const chance = chanceOf(`paper ${view}`);
  const ends = Array.from({ length: 14 }, () => chance.between(150, 280));
  return (x, y) => {
    const line = Math.floor((y - 40) / 13);
    const isWritten = y > 40 && (y - 40) % 13 < 4 && x > 36 && x < (ends[line] ?? 0) && x % 11 < 8;
    if (isWritten) return [70, 70, 80];
    const isStamp = Math.abs(Math.hypot(x - 250, y - 195) - 24) < 2;
    return isStamp ? [200, 50, 50] : [248, 246, 240];
  };
}
