import { handle, handleApart, oneAtATime } from '../../platform/jobs.ts';
import { readNow } from './ask-reading.ts';
import { makeReading } from './make-reading.ts';
import { zeroAtEnd, zeroOfWatch } from './run-zero.ts';

handleApart(readNow, makeReading);
oneAtATime(readNow);
handle(zeroAtEnd, zeroOfWatch);
