/** 档案保管: how long what is kept, what is held back, and what leaves by two signatures. */
import './propose-lists.ts';

export { eraseContent } from './erase-content.ts';
export { isPersonHeld } from './held.ts';
