export type FundingView = { source: string | null, cost: number, actions: number };
