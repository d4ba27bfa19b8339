import { handleApart } from '../../platform/jobs.ts';
import { gather } from './gather.ts';
import { makeGathering } from './make-gathering.ts';

handleApart(gather, makeGathering);
