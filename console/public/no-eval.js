// The page may not build code from text (content security policy), so zod is told not to try.
// It asks when its first schema is made, which is before any module of ours runs.
globalThis.__zod_globalConfig = { jitless: true };
