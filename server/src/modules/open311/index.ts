/** Open311 GeoReport v2: what outsiders may report, and read of without knowing anybody. */
export { fileRequest } from './file-request.ts';
export { readRequest, readRequests } from './read-requests.ts';
