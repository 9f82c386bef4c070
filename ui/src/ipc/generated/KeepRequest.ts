export type KeepRequest = { cooperative: string, origin: string, language?: string | null };
