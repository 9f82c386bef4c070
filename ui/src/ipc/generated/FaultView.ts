export type FaultView = { code: string; args: Record<string, string>; message: string };
