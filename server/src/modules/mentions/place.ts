/** 地点: what a piece of prose can name, from large to small. */
export const placeKinds = [
  'city',
  'county',
  'town',
  'village',
  'road',
  'number',
  'poi',
  'building',
] as const;
export type PlaceKind = (typeof placeKinds)[number];
export type AreaLevel = 'city' | 'county' | 'town' | 'village';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** 地点提及: one place as the text says it. */
export interface PlaceMention extends Span {
  readonly kind: PlaceKind;
  readonly text: string;
  /** The area it is or lies in; null when the name says nothing about where. */
  readonly areaCode: string | null;
  readonly point: Point | null;
  /** 0 to 1: how sure it is that this is a place and this one. */
  readonly confidence: number;
  /** A市, 某小区, XX路: somebody hid the name; it is a place that names none. */
  readonly isCoded: boolean;
}

/** 候选区域: one to offer, and the words that speak for it. */
export interface AreaOffer {
  readonly code: string;
  readonly confidence: number;
  readonly words: readonly string[];
  /** Only what earlier orders taught says so. */
  readonly isLearnt: boolean;
}

/** 地点判断: all mentions together. Empty where nothing is said; never invented. */
export interface PlaceReading {
  readonly areaCode: string | null;
  readonly road: string | null;
  readonly number: string | null;
  readonly poi: string | null;
  readonly building: string | null;
  readonly point: Point | null;
  /** Where people put the site, rather than the middle of its area. */
  readonly isPointLearnt: boolean;
  readonly confidence: number;
  readonly isCoded: boolean;
  /** Areas the text also names that do not agree with the one chosen. */
  readonly contradictedBy: readonly string[];
  /** 候选区域: what may be offered to a person: `areaCode`, or each of those that are equally likely. */
  readonly offers: readonly AreaOffer[];
}

export interface Places {
  readonly mentions: readonly PlaceMention[];
  readonly best: PlaceReading;
}
