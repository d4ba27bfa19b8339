/** 新闻+政务+服务: tips that end as order, answer or refusal; pieces three people sign; answering days; what came of it. */
import './day-wait.ts';
import './drop-contact.ts';
import './forget-person.ts';
import './promise-wait.ts';
import './sign-wait.ts';
import './tip-wait.ts';
