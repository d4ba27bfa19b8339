/** 统一身份: who signs in with a directory outside, and what its groups let them do here. */
import './compare-jobs.ts';
