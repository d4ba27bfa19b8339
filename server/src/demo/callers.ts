import { chanceOf } from './chance.ts';
import { inventedPerson } from './invented.ts';

const callers = 220;

/** 虚构来电人: the demo's town is small, so that whoever rings has often rung before. */
export const callerFor = (seed: string): string => `caller ${chanceOf(seed).between(1, callers)}`;

/** The number of one of them, for calls of the sim telephone. */
export const numberOfCaller = (seed: string): string => inventedPerson(callerFor(seed)).phone;
