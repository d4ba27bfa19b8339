export {
  askOutward,
  isOfTheWeb,
  type OutwardAnswer,
  type OutwardRequest,
  OutwardSilent,
} from './ask-outward.ts';
export { anywhere, reachable } from './networks.ts';
