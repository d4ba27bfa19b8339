/** 开放接口: what the own systems of districts and units read, work and are told of. */
import './keep-changes.ts';

export { readChanges } from './read-changes.ts';
