/** 县区分中心 (M11): what a county keeps itself. */
export { readBranch } from './read-branch.ts';
