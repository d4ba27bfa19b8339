/** 违规线索抄报联查: a clue apart from its order and from whoever told of it. */
import './waits.ts';

export { mayReadClueFile } from './may-read-file.ts';
