import { chanceOf } from './chance.ts';
import { type Colour, pngOf } from './png.ts';

export type Shown = 'before' | 'after' | 'paper';

const width = 320;
const height = 240;
const kept = new Map<string, Buffer>();

/** How many different scenes there are: each is drawn once. */
const scenes = 10;

/** 示意照片, drawn, so that nobody's picture is in the demo: a street with a hole, the hole closed, or a written sheet. */
export function drawnPhoto(seed: string, shown: Shown): Buffer {
  const scene = chanceOf(seed).between(1, scenes);
  const name = `${shown} ${scene}`;
  const known = kept.get(name);
  if (known) return known;
  const drawn = shown === 'paper' ? paper(scene) : street(scene, shown);
  kept.set(name, drawn);
  return drawn;
}

function street(scene: number, shown: 'before' | 'after'): Buffer {
  const chance = chanceOf(`scene ${scene}`);
  const horizon = chance.between(70, 110);
  const sky: Colour = [
    chance.between(150, 205),
    chance.between(190, 220),
    chance.between(215, 240),
  ];
  const road = chance.between(80, 120);
  const hole = {
    x: chance.between(110, 210),
    y: chance.between(150, 190),
    r: chance.between(24, 42),
  };
  const cone = hole.x + hole.r + 16;
  return pngOf(width, height, (x, y) => {
    if (y < horizon) return isHouse(x, y, horizon, scene) ? [176, 160, 140] : sky;
    const far = Math.hypot((x - hole.x) / hole.r, (y - hole.y) / (hole.r / 2.2));
    if (far < 1) return shown === 'before' ? [24, 22, 20] : [132, 132, 136];
    if (far < 1.15) return shown === 'before' ? [60, 54, 48] : [92, 92, 96];
    const isCone = shown === 'before' && y > hole.y - 30 && y < hole.y + 6;
    if (isCone && Math.abs(x - cone) < (y - hole.y + 30) / 4) return [232, 98, 32];
    const isDash = Math.abs(x - width / 2 - (y - horizon) / 6) < 3 && y % 40 < 22;
    return isDash ? [225, 225, 215] : [road + ((x * y) % 7), road, road + 4];
  });
}

const isHouse = (x: number, y: number, horizon: number, scene: number): boolean =>
  y > horizon - 20 - ((Math.floor(x / 46) * (scene + 3)) % 5) * 9;

/** Lines of writing too small to read: a record, as far as the eye is concerned. */
function paper(scene: number): Buffer {
  const chance = chanceOf(`paper ${scene}`);
  const ends = Array.from({ length: 14 }, () => chance.between(150, 280));
  return pngOf(width, height, (x, y) => {
    const line = Math.floor((y - 40) / 13);
    const isWritten = y > 40 && (y - 40) % 13 < 4 && x > 36 && x < (ends[line] ?? 0) && x % 11 < 8;
    if (isWritten) return [70, 70, 80];
    const isStamp = Math.abs(Math.hypot(x - 250, y - 195) - 24) < 2;
    return isStamp ? [200, 50, 50] : [248, 246, 240];
  });
}
