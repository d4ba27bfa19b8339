/** 系统运行: what goes wrong behind the screens waits for whoever runs the program. */
import './look-around.ts';
import './trouble-wait.ts';

export { reportTrouble, troubleOver } from './report-trouble.ts';
