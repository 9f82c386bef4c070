export type RefuseRequest = { cooperative: string, origin: string, reason: string, language?: string | null };
