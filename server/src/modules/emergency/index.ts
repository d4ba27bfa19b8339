/** 应急联动: many orders to a prepared group, its situation board, and help from neighbouring centres. */
import './guests.ts';

export { areaPrefix } from './area-prefix.ts';
export { groups as linkageGroups } from './groups.ts';
export { runningWith } from './modes.repo.ts';
export { endMode, listModes, openMode } from './modes.ts';
