/** 未诉先办: what is coming is known and met before anybody has to complain. */
import './decision-wait.ts';
import './make-forecast.ts';
import './telling-wait.ts';
