/** 专报: reports upwards, counted as of an instant, and what leaders noted on them. */
import './briefs.jobs.ts';
import './sign-wait.ts';
