export type AnswerFinding = { code: string; path: string; message: string };
