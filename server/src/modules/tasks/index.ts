/** 任务: something a unit must do by a day, with evidence. For every module that gives units something to do. */
import './centre-waits.ts';
import './follow-calendar.ts';

export { dueOf as taskDue } from './due.ts';
export { type GiveTask, giveTask } from './give-task.ts';
export { mayReadTaskFile } from './may-read-file.ts';
export { whyTaskSentBack } from './tasks.repo.ts';
export { tasksOf, tasksOfOrder } from './tasks-of.ts';
export { withdrawTask } from './withdraw-task.ts';
