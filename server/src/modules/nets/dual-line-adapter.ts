import { registerAdapter } from '../exchange/index.ts';
import { bothWays } from './both-ways.ts';
import { text } from './text.ts';

/**
 * 双线电话适配器 (12315 and the like): the line of a department beside this one. An appeal to either is registered by both,
 * under a number of each; the department's steps in its own system are its steps here, and what is closed is told the other.
 */
registerAdapter({ name: 'dual-line', label: text.dualLine, ...bothWays, showsPhotos: true });
