/** 扰乱行为: measures against abuse that never stand in the way of an emergency, and always end. */
import './expire.ts';

export { mayRead as mayReadMarks } from './policy.ts';
