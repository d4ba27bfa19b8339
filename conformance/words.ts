/** Names of lists in XML, and of each item in them. A list of none in XML is an empty element. */
export const plural: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

/** Charset included: GeoReport asks for UTF-8 to be named. */
export const contentType: Readonly<Record<Format, RegExp>> = {
  xml: /^text\/xml; *charset=utf-8$/i,
  json: /^application\/json; *charset=utf-8$/i,
};

export const specification = 'http://wiki.open311.org/GeoReport_v2';
