import './learning.jobs.ts';

export { type Appeal, messageOf } from './appeal-message.ts';
export { areaNear } from './area-near.ts';
export { trainBar } from './bar.ts';
export { type Blend, learn, probabilities, type Sample, trainBlend } from './blend.ts';
export type { Message } from './clean-text.ts';
export { coldSamples } from './cold-start.ts';
export { decided } from './decided.ts';
export { type Features, featuresOf } from './features.ts';
export { forgetPlaces, placed } from './learn-places.ts';
export { modelTrained } from './live-models.ts';
export { makesSense } from './makes-sense.ts';
export { calibrationError, coverageAt, hitRate, type Judged, macroF1 } from './measures.ts';
export { learntNames } from './places.repo.ts';
export { type Random, randomFrom } from './random.ts';
export { areaSaid, readPlaces } from './read-places.ts';
export { alikeClosed, suggestLabels } from './suggest-labels.ts';
export { roleOf, unitsHere } from './unit-roles.ts';
