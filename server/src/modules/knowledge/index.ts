/** 知识库: answers with an owner, a basis and an expiry. */
export { cite, type Entry, entries, findEntry, isExpired, isPublic } from './entries.ts';
