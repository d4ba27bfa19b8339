/** 分析: what the whole says. */
export { today } from './today.ts';
