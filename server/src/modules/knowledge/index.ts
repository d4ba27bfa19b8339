/** 知识库: answers with an owner, a basis and an expiry. */
export { cite, type Entry, entries, isExpired } from './entries.ts';
