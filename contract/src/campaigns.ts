export * from './campaigns/after.ts';
export * from './campaigns/dossiers.ts';
export * from './campaigns/entries.ts';
export * from './campaigns/force.ts';
export * from './campaigns/refusals.ts';
export * from './campaigns/topics.ts';
