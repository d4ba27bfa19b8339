/** 答复链接: what an agent has answered, sent to the caller by a link. */
import './forget-person.ts';
