export { trainBar } from './bar.ts';
export { type Blend, learn, probabilities, type Sample, trainBlend } from './blend.ts';
export type { Message } from './clean-text.ts';
export { type Features, featuresOf } from './features.ts';
export { calibrationError, coverageAt, hitRate, type Judged, macroF1 } from './measures.ts';
