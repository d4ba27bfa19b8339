export type { AnchorsPort, Records } from './anchors.ts';
export { folderAnchors } from './folder-anchors.ts';
export { noAnchors } from './no-anchors.ts';
