/** When the number of a request is told: at once, after acceptance by a token, or never. */
export const serviceTypes = ['realtime', 'batch', 'blackbox'] as const;
export type ServiceType = (typeof serviceTypes)[number];
