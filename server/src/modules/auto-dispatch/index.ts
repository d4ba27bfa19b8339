/** 自动派单: lets the sure ones through, where it has been measured that they are sure. */
import './auto-dispatch.jobs.ts';
