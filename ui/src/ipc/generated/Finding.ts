export type Finding = { code: string; args: Record<string, string> };
