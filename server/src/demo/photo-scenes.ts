import type { Chance } from './chance.ts';
import type { Colour } from './png.ts';

export const width = 320;
export const height = 240;

/** What a matter is about, as far as a drawing can show it. */
export const sceneKinds = [
  'road',
  'crossing',
  'night',
  'pavement',
  'rubbish',
  'flood',
  'water',
  'site',
  'building',
  'green',
  'room',
] as const;
export type SceneKind = (typeof sceneKinds)[number];

/** The longest code that fits counts; wages, shops, counters and noise happen indoors. */
const kindByMatter: Readonly<Record<string, SceneKind>> = {
  '0101': 'road',
  '010103': 'pavement',
  '010105': 'night',
  '010108': 'pavement',
  '0102': 'flood',
  '0103': 'site',
  '0104': 'building',
  '0301': 'pavement',
  '0302': 'rubbish',
  '0303': 'green',
  '030303': 'pavement',
  '0401': 'water',
  '0402': 'site',
  '050202': 'crossing',
  '0503': 'road',
  '050301': 'pavement',
  '060101': 'flood',
  '0602': 'night',
  '060403': 'flood',
  '060502': 'pavement',
  '130204': 'water',
  '130205': 'water',
  '1303': 'rubbish',
  '1402': 'green',
  '160103': 'pavement',
  '1701': 'pavement',
};

export function sceneOf(matter: string): SceneKind {
  for (let length = matter.length; length >= 2; length -= 2) {
    const kind = kindByMatter[matter.slice(0, length)];
    if (kind) return kind;
  }
  return 'room';
}

/** The colour of one point. */
export type Painter = (x: number, y: number) => Colour;
type Scene = (chance: Chance, isBefore: boolean) => Painter;

const asphalt = (x: number, y: number, tone: number): Colour => [
  tone + ((x * y) % 7),
  tone,
  tone + 4,
];
const sky: Colour = [186, 208, 226];
const isWithin = (value: number, from: number, to: number): boolean => value >= from && value < to;
const isRound = (x: number, y: number, at: { x: number; y: number; r: number }): boolean =>
  Math.hypot((x - at.x) / at.r, (y - at.y) / (at.r / 2.2)) < 1;

/** A hole with a cone beside it; the hole closed. */
const road: Scene = (chance, isBefore) => {
  const tone = chance.between(84, 118);
  const hole = {
    x: chance.between(110, 210),
    y: chance.between(150, 190),
    r: chance.between(24, 42),
  };
  const cone = hole.x + hole.r + 16;
  return (x, y) => {
    if (y < 90) return sky;
    if (isRound(x, y, hole)) return isBefore ? [24, 22, 20] : [132, 132, 136];
    const isCone = isBefore && isWithin(y, hole.y - 30, hole.y + 6);
    if (isCone && Math.abs(x - cone) < (y - hole.y + 30) / 4) return [232, 98, 32];
    const isDash = Math.abs(x - width / 2 - (y - 90) / 6) < 3 && y % 40 < 22;
    return isDash ? [225, 225, 215] : asphalt(x, y, tone);
  };
};

/** A road with nothing on it; with a zebra crossing. */
const crossing: Scene = (chance, isBefore) => {
  const tone = chance.between(84, 118);
  return (x, y) => {
    if (y < 90) return sky;
    if (!isBefore && isWithin(y, 130, 180) && x % 40 < 22) return [236, 236, 230];
    return asphalt(x, y, tone);
  };
};

/** Dark lamps; lamps that shine. */
const night: Scene = (chance, isBefore) => {
  const lamps = [60, 160, 260].map((x) => ({ x: x + chance.between(-12, 12), y: 70 }));
  return (x, y) => {
    const lamp = lamps.find((one) => Math.hypot(x - one.x, y - one.y) < 12);
    if (lamp) return isBefore ? [58, 60, 66] : [255, 236, 150];
    if (lamps.some((one) => Math.abs(x - one.x) < 2 && y > 70 && y < 190)) return [70, 72, 78];
    const isLit = !isBefore && lamps.some((one) => y > 82 && Math.abs(x - one.x) < (y - 70) / 2.4);
    if (isLit) return [96, 88, 58];
    return y > 190 ? [38, 38, 42] : [18, 20, 34];
  };
};

/** Things that stand in the way; posts, and the way is free. */
const pavement: Scene = (chance, isBefore) => {
  const colours: readonly Colour[] = [
    [178, 52, 48],
    [52, 92, 158],
    [220, 176, 60],
    [90, 140, 88],
  ];
  const shift = chance.between(0, 3);
  return (x, y) => {
    if (y < 80) return [176, 160, 140];
    const at = Math.floor(x / 62);
    if (isBefore && isWithin(y, 100, 150) && x % 62 < 50) return colours[(at + shift) % 4] ?? sky;
    if (!isBefore && isWithin(y, 116, 160) && x % 40 < 5) return [210, 150, 40];
    if (y > 190) return asphalt(x, y, 96);
    return (x + y) % 24 < 2 ? [150, 146, 140] : [188, 184, 176];
  };
};

/** A heap; a bin, and nothing beside it. */
const rubbish: Scene = (chance, isBefore) => {
  const middle = chance.between(120, 200);
  return (x, y) => {
    const isHeap = isBefore && y > 110 && Math.abs(x - middle) < (y - 100) * 0.9 && y < 205;
    if (isHeap) return (x * 7 + y * 13) % 29 < 10 ? [96, 118, 74] : [122, 98, 72];
    if (!isBefore && isWithin(x, 230, 270) && isWithin(y, 130, 190)) return [48, 112, 84];
    return y < 120 ? [200, 192, 180] : [168, 164, 156];
  };
};

/** Water over the road; the road dry, the cover closed. */
const flood: Scene = (chance, isBefore) => {
  const pool = { x: chance.between(120, 200), y: 170, r: chance.between(90, 130) };
  return (x, y) => {
    if (y < 90) return sky;
    if (isBefore && isRound(x, y, pool))
      return (x + y) % 17 < 3 ? [150, 168, 172] : [104, 126, 128];
    if (isRound(x, y, { ...pool, r: 22 })) return [64, 64, 68];
    return asphalt(x, y, 100);
  };
};

/** Black water with things in it; clear water. */
const water: Scene = (chance, isBefore) => {
  const tone = chance.between(0, 16);
  return (x, y) => {
    if (y < 80) return sky;
    const isChannel = Math.abs(x - width / 2) < 40 + (y - 80) / 2;
    if (!isChannel) return (x * 3 + y * 5) % 23 < 6 ? [92, 128, 70] : [112, 148, 84];
    if (isBefore) return (x * 11 + y * 7) % 61 < 5 ? [200, 196, 186] : [44 + tone, 42 + tone, 34];
    return (y + Math.floor(x / 9)) % 19 < 2 ? [170, 206, 214] : [96, 158 + tone, 170];
  };
};

/** Bare earth and dust; earth under a green net. */
const site: Scene = (chance, isBefore) => {
  const top = chance.between(40, 70);
  return (x, y) => {
    const isFrame = isWithin(x, 60, 200) && y > top && y < 150 && (x % 28 < 4 || y % 26 < 4);
    const dust: Colour = isBefore ? [206, 190, 162] : sky;
    if (isFrame) return [120, 116, 112];
    if (y < 150) return dust;
    if (isBefore) return (x * y) % 11 < 4 ? [150, 118, 82] : [166, 132, 92];
    return x % 8 < 2 || y % 8 < 2 ? [52, 104, 66] : [72, 134, 84];
  };
};

/** A shed on the roof; the roof clear. */
const building: Scene = (chance, isBefore) => {
  const shed = chance.between(70, 170);
  return (x, y) => {
    if (isBefore && isWithin(x, shed, shed + 80) && isWithin(y, 36, 66))
      return x % 10 < 2 ? [92, 74, 58] : [150, 120, 88];
    if (y < 66) return sky;
    if (y > 210) return [150, 146, 140];
    const isWindow = isWithin((x - 20) % 46, 8, 32) && isWithin((y - 66) % 44, 12, 34);
    return isWindow && isWithin(x, 20, 300) ? [108, 132, 152] : [206, 196, 182];
  };
};

/** Dry and brown; planted anew. */
const green: Scene = (chance, isBefore) => {
  const seed = chance.between(3, 9);
  return (x, y) => {
    if (y < 80) return sky;
    const isPlant = (x * seed + y * 5) % 31 < 12;
    if (isBefore) return isPlant ? [150, 122, 78] : [176, 150, 110];
    if ((x * seed + y * 3) % 97 < 4) return [204, 72, 124];
    return isPlant ? [62, 122, 58] : [92, 150, 78];
  };
};

/** A counter in a hall; with a notice on the wall afterwards. */
const room: Scene = (chance, isBefore) => {
  const at = chance.between(50, 210);
  return (x, y) => {
    if (!isBefore && isWithin(x, at, at + 46) && isWithin(y, 40, 96))
      return y % 9 < 3 && isWithin(x, at + 6, at + 40) ? [90, 90, 96] : [250, 248, 240];
    if (isWithin(y, 140, 196) && isWithin(x, 24, 296))
      return y < 150 ? [190, 152, 104] : [160, 122, 82];
    return y < 176 ? [226, 224, 214] : [178, 174, 168];
  };
};

export const scenes: Readonly<Record<SceneKind, Scene>> = {
  road,
  crossing,
  night,
  pavement,
  rubbish,
  flood,
  water,
  site,
  building,
  green,
  room,
};
